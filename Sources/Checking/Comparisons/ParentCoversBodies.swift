import ReportModel

/// A report on a whole region counts no less than any body below it.
struct ParentCoversBodies: Comparison {
    let id = "P-01"
    let severity = Finding.Severity.medium
    let summary = "a whole region's figure ≥ that of each body below"

    static let codes: [CellCode] =
        [RequestRow.newReceived, .outcomeTotal, .granted, .carriedOut].map {
            .request($0, .total)
        }
        + DisputeRoute.allCases.map { .dispute($0, .total) }

    func check(_ place: Neighbourhood) -> [Finding] {
        let report = place.report
        guard report.scope == .wholeRegion, !place.below.isEmpty else { return [] }
        return Self.codes.compactMap { code in
            let children = place.below.filter { $0.cells.value(code) != nil }
            guard
                let largest = children.max(by: { first, second in
                    (first.cells.value(code) ?? .zero, second.agency.id)
                        < (second.cells.value(code) ?? .zero, first.agency.id)
                })
            else { return nil }
            return ReportEquation(
                left: [.init(largest, code)],
                right: [.init(report, code)],
                relation: .notMore
            ).finding(
                by: self,
                scope: code.name,
                formula: "\(code.name) of \(largest.agency.name) ≤ that of the whole region",
                on: report
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) { Self.region(5, 9) }

    /// A region of 8 requests, with a body below it of some.
    private static func region(_ sound: Int, _ broken: Int) -> (Neighbourhood, Neighbourhood) {
        func place(_ count: Int) -> Neighbourhood {
            var report = StandingReport.example(
                2024,
                [(.request(.newReceived, .total), 8)],
                kind: .government
            )
            report.scope = .wholeRegion
            var child = StandingReport.example(2024, [(.request(.newReceived, .total), count)])
            child.agency.id = "child"
            var place = Neighbourhood(report)
            place.below = [child]
            return place
        }
        return (place(sound), place(broken))
    }
}
