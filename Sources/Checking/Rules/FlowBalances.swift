import ReportModel

/// What comes in goes out: new + carried in = closed + carried out, in each of the seven columns.
///
/// Printed in the form itself: 本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和.
struct FlowBalances: Rule {
    let id = "S3-01"
    let severity = Finding.Severity.critical
    let summary = "new_received + carried_in = outcome_total + carried_out"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        Applicant.allCases.map { applicant in
            Equation(
                left: [.request(.newReceived, applicant), .request(.carriedIn, applicant)],
                right: [.request(.outcomeTotal, applicant), .request(.carriedOut, applicant)]
            ).finding(by: self, scope: applicant.rawValue, formula: summary, in: cells)
        }
    }

    var examples: RuleExamples {
        func column(carriedOut: Int) -> CellTable {
            CellTable([
                (.request(.newReceived, .total), 217), (.request(.carriedIn, .total), 7),
                (.request(.outcomeTotal, .total), 216), (.request(.carriedOut, .total), carriedOut),
            ])
        }
        return RuleExamples(passes: column(carriedOut: 8), fails: column(carriedOut: 9))
    }
}
