import ReportModel

/// Every figure of section three is a count of requests: whole, and not below zero.
struct RequestsAreCounts: Rule {
    let id = "S3-04"
    let severity = Finding.Severity.critical
    let summary = "every cell of section three is a whole number, 0 or more"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        CountCheck(codes: cells.edition.codes.filter { $0.section == .requests })
            .findings(by: self, scope: FormSection.requests.rawValue, in: cells)
    }

    var examples: RuleExamples {
        RuleExamples(
            passes: CellTable([(.request(.granted, .total), 0)]),
            fails: CellTable([(.request(.granted, .total), -1)])
        )
    }
}
