import ReportModel

/// A report whose text is nine tenths another body's of the same year, numbers apart, was copied.
struct TextIsNotAnotherBodys: Comparison {
    let id = "Y-05b"
    let severity = Finding.Severity.low
    let summary = "less than 90 % of the text is another body's of the same year"

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let (other, shared) = place.sameWords else { return [] }
        let length = ProseSketch.length(of: place.report.sketch.all)
        guard length >= SharedText.least else { return [] }
        return [
            SharedText.finding(
                by: self,
                scope: "other_text",
                shared: shared,
                of: length,
                against: other
            )
        ]
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func neighbours(_ shared: Int) -> Neighbourhood {
            var report = StandingReport.example(2024)
            report.sketch = SharedText.example(1)
            var place = Neighbourhood(report)
            place.sameWords = (.example(2024), shared)
            return place
        }
        return (neighbours(100), neighbours(400))
    }
}
