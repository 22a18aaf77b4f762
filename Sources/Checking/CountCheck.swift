import ReportModel

/// Whether the cells of a section are counts: whole and not below zero.
struct CountCheck {
    /// The cells that must be so.
    let codes: [CellCode]

    /// One finding for the section when all is well, else one for each cell that isn't.
    func findings(by rule: some Rule, scope: String, in cells: CellTable) -> [Finding] {
        let wrong = codes.filter { isWrong($0, cells[$0]) }
        let known = codes.filter { cells[$0].figure.value != nil }
        if !wrong.isEmpty {
            return wrong.map { code in
                finding(
                    by: rule,
                    scope: code.name,
                    .fail,
                    left: cells[code].printed,
                    right: "0",
                    fault: .source,
                    cells: [code]
                )
            }
        }
        let verdict: Finding.Verdict = known.isEmpty ? .notAssessable : .pass
        return [
            finding(by: rule, scope: scope, verdict, left: "", right: "0", fault: nil, cells: [])
        ]
    }

    private func isWrong(_ code: CellCode, _ cell: Cell) -> Bool {
        switch cell.figure {
        case .number(let value), .inferred(let value):
            (value.isNegative && code.unit != .change) || (value.whole == nil && code.unit.isWhole)
        case .text: true
        case .blank, .notApplicable, .ambiguous, .absent: false
        }
    }

    private func finding(
        by rule: some Rule,
        scope: String,
        _ verdict: Finding.Verdict,
        left: String,
        right: String,
        fault: Finding.Fault?,
        cells: [CellCode]
    ) -> Finding {
        Finding(
            rule: rule.id,
            severity: rule.severity,
            scope: scope,
            verdict: verdict,
            formula: "\(scope) ≥ 0, whole",
            left: left,
            right: right,
            fault: fault,
            ifBlanksAreZero: nil,
            cells: cells
        )
    }
}
