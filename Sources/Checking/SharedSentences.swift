public import ReportModel

/// The sentences of one year's reports, and which bodies print which: finds the report that another was copied from.
///
/// A year of the whole nation has millions of sentences: they lie in two flat arrays, eight bytes each.
public struct SharedSentences: Sendable {
    /// The report of another body that shares the most words.
    public struct Twin: Sendable, Hashable {
        /// Whose it is.
        public var agency: String
        /// How many characters both have.
        public var shared: Int
    }

    private var agencies: [String] = []
    /// All sentences, body by body.
    private var sentences: [ProseSketch.Sentence] = []
    /// Where the sentences of each body end.
    private var ends: [Int] = []
    /// Each sentence of each body once: fingerprint, length and the body's place, in this order from the highest bit.
    private var postings: [UInt64] = []
    private var places: [String: Int] = [:]

    /// A sentence that more bodies print is everybody's: it leads to no candidate, but counts between two.
    private static let mostPrinters = 40
    /// Of 64 bits, fingerprint and length leave so many for the body's place.
    private static let placeBits: UInt64 = 24

    /// None yet.
    public init() {}

    /// Takes in a section of a body's text; sections of one body come one behind the other.
    public mutating func add(_ section: [ProseSketch.Sentence], of agency: String) {
        if agencies.last != agency {
            places[agency] = agencies.count
            agencies.append(agency)
            ends.append(sentences.count)
        }
        sentences += section
        ends[ends.count - 1] = sentences.count
    }

    /// Must be called once, when all have been taken in.
    public mutating func close() {
        postings.reserveCapacity(sentences.count)
        for place in agencies.indices {
            for sentence in own(place) { postings.append(Self.posting(sentence, place)) }
        }
        postings.sort()
        var kept = 0
        for index in postings.indices where index == 0 || postings[index] != postings[index - 1] {
            postings[kept] = postings[index]
            kept += 1
        }
        postings.removeLast(postings.count - kept)
    }

    /// The body whose text shares the most characters with one's; `nil` where none shares a rare sentence.
    public func closest(to agency: String) -> Twin? {
        guard let place = places[agency] else { return nil }
        let own = own(place)
        var votes: [Int: Int] = [:]
        for sentence in own {
            let others = printers(of: sentence)
            guard others.count <= Self.mostPrinters else { continue }
            for posting in others {
                let other = Int(posting & (1 << Self.placeBits - 1))
                if other != place { votes[other, default: 0] += Int(sentence.length) }
            }
        }
        // The most promising few are compared in full.
        let candidates = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        return candidates.map { candidate in
            Twin(
                agency: agencies[candidate.key],
                shared: ProseSketch.shared(Array(own), with: Array(self.own(candidate.key)))
            )
        }.max { ($0.shared, $1.agency) < ($1.shared, $0.agency) }
    }

    private func own(_ place: Int) -> ArraySlice<ProseSketch.Sentence> {
        sentences[(place > 0 ? ends[place - 1] : 0)..<ends[place]]
    }

    private func printers(of sentence: ProseSketch.Sentence) -> ArraySlice<UInt64> {
        let first = Self.posting(sentence, 0)
        let rest = postings[postings.partitionPoint { $0 >= first }...]
        return rest[..<rest.partitionPoint { $0 >> Self.placeBits > first >> Self.placeBits }]
    }

    private static func posting(_ sentence: ProseSketch.Sentence, _ place: Int) -> UInt64 {
        UInt64(sentence.hash) << 32 | UInt64(sentence.length) << placeBits | UInt64(place)
    }
}
