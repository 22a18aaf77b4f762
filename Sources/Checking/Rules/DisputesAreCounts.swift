import ReportModel

/// Every figure of section four is a count of cases: whole, and not below zero.
struct DisputesAreCounts: Rule {
    let id = "S4-04"
    let severity = Finding.Severity.critical
    let summary = "every cell of section four is a whole number, 0 or more"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        CountCheck(codes: cells.edition.codes.filter { $0.section == .disputes })
            .findings(by: self, scope: FormSection.disputes.rawValue, in: cells)
    }

    var examples: RuleExamples {
        RuleExamples(
            passes: CellTable([(.dispute(.review, .total), 3)]),
            fails: CellTable([(.dispute(.review, .total), -3)])
        )
    }
}
