import ReportModel

/// A count of twenty or more that is over five times the year before's, or under a fifth, is worth a look.
///
/// It may be true: scopes change, duties move. So it is never more than `uncertain`.
struct KeyCountsAreSteady: Comparison {
    let id = "Y-03"
    let severity = Finding.Severity.medium
    let summary = "key counts ≥ 20 stay within a fifth and five times the year before's"

    private static let pairs: [(EditionID, [CellCode])] = [
        (
            .e2021,
            [
                .proactive(.normativeDocumentInForce), .proactive(.licensingDecisions),
                .proactive(.penaltyDecisions), .proactive(.coercionDecisions),
            ]
        ),
        (
            .e2019,
            [
                .earlierProactive(.licensingDecisions), .earlierProactive(.penaltyDecisions),
                .earlierProactive(.coercionDecisions),
            ]
        ),
        (.e2014, [.statistic(.received)]),
    ]
    private static let always: [CellCode] = [
        .request(.newReceived, .total), .request(.outcomeTotal, .total),
    ]
    private static let least = ExactDecimal(20)

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let before = place.before else { return [] }
        let report = place.report
        let own = Self.pairs.filter {
            $0.0 == report.cells.edition && $0.0 == before.cells.edition
        }.flatMap(\.1)
        return (Self.always + own).compactMap { code in
            guard let now = report.cells.value(code), let then = before.cells.value(code),
                max(now, then) >= Self.least, !now.isNegative, !then.isNegative,
                let manyThen = then.times(5), let manyNow = now.times(5)
            else { return nil }
            let isSteady = now <= manyThen && then <= manyNow
            return Finding(
                rule: id,
                severity: severity,
                scope: code.name,
                verdict: isSteady ? .pass : .uncertain,
                formula: "1/5 ≤ \(code.name)(\(report.year)) ÷ (\(before.year)) ≤ 5",
                left: now.description,
                right: then.description,
                fault: isSteady ? nil : .unknown,
                ifBlanksAreZero: nil,
                cells: [code],
                against: [before.reference]
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ count: Int) -> Neighbourhood {
            let code = CellCode.proactive(.licensingDecisions)
            return .example(.example(2024, [(code, count)]), after: .example(2023, [(code, 550)]))
        }
        return (years(610), years(9487))
    }
}
