import ReportModel

/// In each block of section four the total is the sum of the four outcomes.
///
/// Source: the form's header of section 四. Three blocks, three numbers: S4-01, S4-02, S4-03.
struct DisputeOutcomesAddUp: Rule {
    let id: String
    /// The block that is weighed.
    let route: DisputeRoute
    let severity = Finding.Severity.critical
    let summary = "total = maintained + corrected + other + pending"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        [
            Equation(
                left: [.dispute(route, .total)],
                right: DisputeOutcome.parts.map { .dispute(route, $0) }
            ).finding(by: self, scope: route.rawValue, formula: summary, in: cells)
        ]
    }

    var examples: RuleExamples {
        func block(total: Int) -> CellTable {
            CellTable(
                DisputeOutcome.parts.map { (.dispute(route, $0), 3) }
                    + [(.dispute(route, .total), total)]
            )
        }
        return RuleExamples(passes: block(total: 12), fails: block(total: 0))
    }
}
