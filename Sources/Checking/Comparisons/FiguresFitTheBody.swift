import ReportModel

/// A town that licenses like a city, or a busy body that reports nothing but zeros, is worth a look.
struct FiguresFitTheBody: Comparison {
    let id = "Q-01"
    let severity = Finding.Severity.low
    let summary =
        "no town has over 10000 licences; no body with 50 requests last year has none at all"

    func check(_ place: Neighbourhood) -> [Finding] {
        var findings: [Finding] = []
        let report = place.report
        let licences = CellCode.proactive(.licensingDecisions)
        if report.agency.level == .township, let count = report.cells.value(licences) {
            findings.append(
                finding(
                    count <= ExactDecimal(10_000),
                    licences,
                    "\(licences.name) ≤ 10000 for a town",
                    count,
                    ExactDecimal(10_000),
                    []
                )
            )
        }
        let received = CellCode.request(.newReceived, .total)
        if let before = place.before, let then = before.cells.value(received),
            then >= ExactDecimal(50), let now = report.cells.value(received)
        {
            findings.append(
                finding(
                    now > .zero,
                    received,
                    "\(received.name)(\(report.year)) > 0 after (\(before.year))",
                    now,
                    then,
                    [before.reference]
                )
            )
        }
        return findings
    }

    private func finding(
        _ holds: Bool,
        _ code: CellCode,
        _ formula: String,
        _ left: ExactDecimal,
        _ right: ExactDecimal,
        _ against: [String]
    ) -> Finding {
        Finding(
            rule: id,
            severity: severity,
            scope: code.name,
            verdict: holds ? .pass : .uncertain,
            formula: formula,
            left: left.description,
            right: right.description,
            fault: holds ? nil : .unknown,
            ifBlanksAreZero: nil,
            cells: [code],
            against: against
        )
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ count: Int) -> Neighbourhood {
            let code = CellCode.request(.newReceived, .total)
            return .example(.example(2024, [(code, count)]), after: .example(2023, [(code, 61)]))
        }
        return (years(40), years(0))
    }
}
