public import ReportModel

/// In each block of section four the total is the sum of the four outcomes.
///
/// Source: the form's header of section 四. Three blocks, three numbers: S4-01, S4-02, S4-03.
public struct DisputeOutcomesAddUp: Rule {
    public let id: String
    /// The block that is weighed.
    public let route: DisputeRoute
    public let severity = Finding.Severity.critical
    public let summary = "total = maintained + corrected + other + pending"

    public func check(_ cells: CellTable) -> [Finding] {
        [
            Equation(
                left: [.dispute(route, .total)],
                right: DisputeOutcome.parts.map { .dispute(route, $0) }
            ).finding(by: self, scope: route.rawValue, formula: summary, in: cells)
        ]
    }

    public var examples: RuleExamples {
        func block(total: Int) -> CellTable {
            CellTable(
                DisputeOutcome.parts.map { (.dispute(route, $0), 3) }
                    + [(.dispute(route, .total), total)]
            )
        }
        return RuleExamples(passes: block(total: 12), fails: block(total: 0))
    }
}
