import ReportModel

/// A sentence on requests that begins with another year was left standing from an older report.
///
/// It may also look back on purpose, so it never says `fail`.
struct SentencesAreOfTheYear: Comparison {
    let id = "N-06"
    let severity = Finding.Severity.low
    let summary = "sentences on requests don't begin with another year"

    func check(_ place: Neighbourhood) -> [Finding] {
        let report = place.report
        let claims = report.claims.filter { $0.subject == .requests && $0.unit == .pieces }
        guard !claims.isEmpty else { return [] }
        let others = claims.filter { $0.otherYear != nil }
        if others.isEmpty { return [finding(report, nil)] }
        // One sentence claims many things.
        var years: Set<Int> = []
        return others.filter { years.insert($0.otherYear ?? 0).inserted }.map {
            finding(report, $0)
        }
    }

    private func finding(_ report: StandingReport, _ claim: Claim?) -> Finding {
        Finding(
            rule: id,
            severity: severity,
            scope: claim?.otherYear.map { String($0) } ?? "sentences",
            verdict: claim == nil ? .pass : .uncertain,
            formula: claim.map { "“\($0.quote)” is on \(report.year)" } ?? summary,
            left: claim?.otherYear.map { String($0) } ?? String(report.year),
            right: String(report.year),
            fault: claim == nil ? nil : .source,
            ifBlanksAreZero: nil,
            cells: []
        )
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func place(_ other: Int?) -> Neighbourhood {
            var report = StandingReport.example(2022)
            var claim = Claim(
                .requests,
                .received,
                value: .zero,
                unit: .pieces,
                quote: "受理政府信息公开申请0件",
                origin: Origin(),
                paragraph: 0
            )
            claim.otherYear = other
            report.claims = [claim]
            return Neighbourhood(report)
        }
        return (place(nil), place(2021))
    }
}
