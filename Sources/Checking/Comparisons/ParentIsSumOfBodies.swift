import ReportModel

/// A report on a whole region is the sum of the bodies below it, once all of them have reported.
///
/// More below than above is a fault. Less below may be a body that nobody has heard of: it is `uncertain`.
struct ParentIsSumOfBodies: Comparison {
    let id = "P-02"
    let severity = Finding.Severity.medium
    let summary = "a whole region's figure = the sum of the bodies below"

    func check(_ place: Neighbourhood) -> [Finding] {
        let report = place.report
        guard report.scope == .wholeRegion, place.below.count > 1 else { return [] }
        return [RequestRow.newReceived, .outcomeTotal].map { row in
            let code = CellCode.request(row, .total)
            let missing = place.missing.count
            let operands = place.below.map { ReportEquation.Operand($0, code) }
            let whole = [ReportEquation.Operand(report, code)]
            let isLess =
                ReportEquation(left: operands, right: whole, relation: .notMore)
                .verdict(blanksAreZero: false) == .pass
            return ReportEquation(left: whole, right: operands).finding(
                by: self,
                scope: code.name,
                formula: "\(code.name) = Σ of \(place.below.count) bodies below"
                    + (missing > 0 ? ", \(missing) missing" : ""),
                on: report,
                doubt: isLess
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func place(_ second: Int) -> Neighbourhood {
            let code = CellCode.request(.newReceived, .total)
            var report = StandingReport.example(2024, [(code, 8)], kind: .government)
            report.scope = .wholeRegion
            var place = Neighbourhood(report)
            place.below = [3, second].enumerated().map { number, count in
                var child = StandingReport.example(2024, [(code, count)])
                child.agency.id = "child \(number)"
                return child
            }
            return place
        }
        return (place(5), place(6))
    }
}
