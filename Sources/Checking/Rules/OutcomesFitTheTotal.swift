import ReportModel

/// No outcome is larger than the total of its column, and no more is carried over than there was to do.
///
/// Speaks only where it fails: it follows from S3-01 and S3-02 where those can be weighed, and helps where a blank
/// keeps them from it.
struct OutcomesFitTheTotal: Rule {
    let id = "S3-05"
    let severity = Finding.Severity.high
    let summary = "each outcome ≤ outcome_total; carried_out ≤ new_received + carried_in"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        Applicant.allCases.flatMap { applicant -> [Finding] in
            var findings: [Finding] = []
            let total = CellCode.request(.outcomeTotal, applicant)
            if let most = cells.value(total) {
                let outcomes = cells.requestRows.filter { $0.disposition != nil }
                for row in outcomes {
                    let code = CellCode.request(row, applicant)
                    guard let value = cells.value(code), value > most else { continue }
                    findings.append(
                        finding(value, most, "\(row.rawValue) ≤ outcome_total", [code, total])
                    )
                }
            }
            let flow: [CellCode] = [
                .request(.newReceived, applicant), .request(.carriedIn, applicant),
            ]
            let out = CellCode.request(.carriedOut, applicant)
            if let left = cells.value(out), let new = cells.value(flow[0]),
                let taken = cells.value(flow[1]), let all = new.adding(taken), left > all
            {
                findings.append(
                    finding(left, all, "carried_out ≤ new_received + carried_in", [out] + flow)
                )
            }
            return findings
        }
    }

    private func finding(
        _ left: ExactDecimal,
        _ right: ExactDecimal,
        _ formula: String,
        _ codes: [CellCode]
    ) -> Finding {
        Finding(
            rule: id,
            severity: severity,
            scope: codes[0].name,
            verdict: .fail,
            formula: formula,
            left: left.description,
            right: right.description,
            fault: .source,
            ifBlanksAreZero: nil,
            cells: codes
        )
    }

    var examples: RuleExamples {
        func column(_ granted: Int) -> CellTable {
            CellTable([
                (.request(.granted, .total), granted), (.request(.outcomeTotal, .total), 10),
            ])
        }
        return RuleExamples(passes: column(10), fails: column(11), allowsSilence: true)
    }
}
