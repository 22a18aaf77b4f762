import ReportModel

/// The column 总计 is the sum of the six kinds of applicants, in each of the 25 rows.
///
/// Source: the form's header, 申请人情况.
struct ApplicantsAddUp: Rule {
    let id = "S3-03"
    let severity = Finding.Severity.critical
    let summary = "total = natural_person + Σ org_*"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        cells.requestRows.map { row in
            Equation(
                left: [.request(row, .total)],
                right: Applicant.parts.map { .request(row, $0) }
            ).finding(by: self, scope: row.rawValue, formula: summary, in: cells)
        }
    }

    var examples: RuleExamples {
        func row(total: Int) -> CellTable {
            CellTable(
                Applicant.parts.map { (.request(.granted, $0), 2) }
                    + [(.request(.granted, .total), total)]
            )
        }
        return RuleExamples(passes: row(total: 12), fails: row(total: 13))
    }
}
