import ReportModel

/// The sentences of one year's reports, and which bodies print which: finds the report that another was copied from.
struct SharedSentences {
    private let sketches: [(agency: String, sentences: [ProseSketch.Sentence])]
    private var places: [String: Int] = [:]
    private var printers: [ProseSketch.Sentence: [Int]] = [:]

    /// A sentence that more bodies print is everybody's: it leads to no candidate, but counts between two.
    private static let mostPrinters = 40

    init(_ sketches: [(agency: String, sentences: [ProseSketch.Sentence])]) {
        self.sketches = sketches
        for (index, sketch) in sketches.enumerated() {
            places[sketch.agency] = index
            for sentence in Set(sketch.sentences) { printers[sentence, default: []].append(index) }
        }
    }

    /// The body whose text shares the most characters with one's; `nil` where none shares a rare sentence.
    func closest(to agency: String) -> (agency: String, shared: Int)? {
        guard let place = places[agency] else { return nil }
        let own = sketches[place].sentences
        var votes: [Int: Int] = [:]
        for sentence in own {
            let others = printers[sentence] ?? []
            guard others.count <= Self.mostPrinters else { continue }
            for other in others where other != place {
                votes[other, default: 0] += Int(sentence.length)
            }
        }
        // The most promising few are compared in full.
        let candidates = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        return candidates.map { candidate in
            (
                agency: sketches[candidate.key].agency,
                shared: ProseSketch.shared(own, with: sketches[candidate.key].sentences)
            )
        }.max { ($0.shared, $1.agency) < ($1.shared, $0.agency) }
    }
}
