import ReportModel

/// One request ends in one way: the total is the sum of all outcomes, in each of the seven columns.
///
/// Source: the form's remark on 部分公开, 区分处理的，只计这一情形，不计其他情形.
struct OutcomesAddUp: Rule {
    let id = "S3-02"
    let severity = Finding.Severity.critical
    let summary =
        "outcome_total = granted + partial + Σ refused_* + Σ unable_* + Σ unprocessed_* + Σ other_*"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        Applicant.allCases.map { applicant in
            Equation(
                left: [.request(.outcomeTotal, applicant)],
                right: cells.requestRows.filter { $0.disposition != nil }
                    .map { .request($0, applicant) }
            ).finding(by: self, scope: applicant.rawValue, formula: summary, in: cells)
        }
    }

    var examples: RuleExamples {
        func column(granted: Int) -> CellTable {
            let outcomes = EditionID.e2021.requestRows.filter { $0.disposition != nil }
                .map { (CellCode.request($0, .total), 1) }
            var cells = CellTable(outcomes + [(.request(.outcomeTotal, .total), 21)])
            cells[.request(.granted, .total)].figure = .number(ExactDecimal(granted))
            return cells
        }
        return RuleExamples(passes: column(granted: 1), fails: column(granted: 2))
    }
}
