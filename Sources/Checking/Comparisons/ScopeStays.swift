import ReportModel

/// A body that counts its own requests in one year and its whole region's in the next can't be compared over both.
///
/// That is no fault; it is marked, and rules on both years heed it.
struct ScopeStays: Comparison {
    let id = "Y-06"
    let severity = Finding.Severity.low
    let summary = "the report counts the same bodies' requests as the year before's"

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let before = place.before, before.scope != .unknown, place.report.scope != .unknown
        else { return [] }
        let report = place.report
        let stays = before.scope == report.scope
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: "scope",
                verdict: stays ? .pass : .uncertain,
                formula: "scope(\(report.year)) = scope(\(before.year))",
                left: report.scope.rawValue,
                right: before.scope.rawValue,
                fault: stays ? nil : .unknown,
                ifBlanksAreZero: nil,
                cells: [],
                against: [before.reference]
            )
        ]
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ scope: ReportScope) -> Neighbourhood {
            var report = StandingReport.example(2024, kind: .government)
            report.scope = scope
            var before = StandingReport.example(2023, kind: .government)
            before.scope = .own
            return .example(report, after: before)
        }
        return (years(.own), years(.wholeRegion))
    }
}
