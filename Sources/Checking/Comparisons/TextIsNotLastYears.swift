import ReportModel

/// A report whose text is nine tenths last year's, numbers apart, was copied.
struct TextIsNotLastYears: Comparison {
    let id = "Y-05"
    let severity = Finding.Severity.low
    let summary = "less than 90 % of the text is the body's own of the year before"

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let before = place.before else { return [] }
        let sentences = place.report.sketch.all
        let length = ProseSketch.length(of: sentences)
        guard length >= SharedText.least, !before.sketch.all.isEmpty else { return [] }
        let shared = ProseSketch.shared(sentences, with: before.sketch.all)
        return [
            SharedText.finding(
                by: self,
                scope: "own_text",
                shared: shared,
                of: length,
                against: before
            )
        ]
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ sketch: ProseSketch) -> Neighbourhood {
            var report = StandingReport.example(2024)
            report.sketch = SharedText.example(1)
            var before = StandingReport.example(2023)
            before.sketch = sketch
            return .example(report, after: before)
        }
        return (years(SharedText.example(2)), years(SharedText.example(1)))
    }
}

/// How much of one text is another's.
enum SharedText {
    /// Fewer characters are the phrases that everybody uses.
    static let least = 200

    static func finding(
        by rule: some Comparison,
        scope: String,
        shared: Int,
        of length: Int,
        against other: StandingReport
    ) -> Finding {
        let isCopied = shared * 10 >= length * 9
        return Finding(
            rule: rule.id,
            severity: rule.severity,
            scope: scope,
            verdict: isCopied ? .fail : .pass,
            formula: "characters shared with \(other.agency.name) \(other.year) < 90 %",
            left: String(shared),
            right: String(length),
            fault: isCopied ? .source : nil,
            ifBlanksAreZero: nil,
            cells: [],
            against: [other.reference]
        )
    }

    /// A text of ten sentences, for rules' examples.
    static func example(_ seed: UInt32) -> ProseSketch {
        ProseSketch(
            sections: [1: (0..<10).map { .init(hash: seed * 1000 + $0, length: 40) }]
        )
    }
}
