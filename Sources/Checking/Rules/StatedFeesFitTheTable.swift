import ReportModel

/// The fees that section six tells, in 元, are part of the amount that section two prints, in 万元.
///
/// Source: 皖财综〔2021〕28号 counts them among 行政事业性收费; not every province does, so it never says `fail`.
struct StatedFeesFitTheTable: Rule {
    let id = "N-07"
    let severity = Finding.Severity.low
    let summary = "stated fees in 元 ≤ amount in 万元 × 10000"
    let isPlausibility = true
    var editions: Set<EditionID> { [.e2021] }

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let code = CellCode.proactive(.administrativeFeeAmount)
        guard let amount = cells.value(code)?.movingPointRight(by: 4) else { return [] }
        return claims.compactMap { claim in
            guard claim.kind == .fees, claim.unit == .yuan, !claim.isApproximate,
                let stated = claim.value
            else { return nil }
            let isLikely = stated <= amount
            return Finding(
                rule: id,
                severity: severity,
                scope: code.name,
                verdict: isLikely ? .pass : .uncertain,
                formula: "“\(claim.quote)” ≤ amount × 10000",
                left: stated.description,
                right: amount.description,
                fault: isLikely ? nil : .source,
                ifBlanksAreZero: nil,
                cells: [code]
            )
        }
    }

    var examples: RuleExamples {
        let claim = Claim(
            .requests,
            .fees,
            value: ExactDecimal(3940),
            unit: .yuan,
            quote: "收取信息处理费3940元",
            origin: Origin(),
            paragraph: 0
        )
        let code = CellCode.proactive(.administrativeFeeAmount)
        return RuleExamples(
            passes: CellTable([(code, 12)]),
            fails: CellTable([(code, 0)]),
            claims: [claim]
        )
    }
}
