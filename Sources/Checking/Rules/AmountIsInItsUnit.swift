import ReportModel

/// A fee of ten thousand million yuan or more in the column of 万元 was likely typed in 元.
///
/// The largest amounts seen are some hundred thousand 万元, of whole cities.
struct AmountIsInItsUnit: Rule {
    let id = "S2-05"
    let severity = Finding.Severity.medium
    let summary = "the amount of fees is in 万元, not in 元"
    var editions: Set<EditionID> { [.e2021] }

    /// In 万元.
    private static let limit = ExactDecimal(1_000_000)

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let code = CellCode.proactive(.administrativeFeeAmount)
        guard let amount = cells.value(code) else { return [] }
        let isSound = amount < Self.limit
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: code.name,
                verdict: isSound ? .pass : .uncertain,
                formula: "amount < 1000000",
                left: amount.description,
                right: Self.limit.description,
                fault: isSound ? nil : .source,
                ifBlanksAreZero: nil,
                cells: [code]
            )
        ]
    }

    var examples: RuleExamples {
        let code = CellCode.proactive(.administrativeFeeAmount)
        return RuleExamples(
            passes: CellTable([(code, 96171)]),
            fails: CellTable([(code, 961_716_000)])
        )
    }
}
