import ReportModel

/// An answer takes 40 working days at most, and consultations some more: only requests of the last quarter are
/// carried over.
///
/// Source: 条例 of 2019, art. 33. It weighs what is likely, so it never says `fail`.
struct FewAreCarriedOver: Rule {
    let id = "S3-07"
    let severity = Finding.Severity.low
    let summary = "carried_out ≤ a quarter of new_received + carried_in, from four carried over on"
    let isPlausibility = true

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let codes: [CellCode] = [
            .request(.carriedOut, .total), .request(.newReceived, .total),
            .request(.carriedIn, .total),
        ]
        guard let out = cells.value(codes[0]), let new = cells.value(codes[1]),
            let taken = cells.value(codes[2]), let all = new.adding(taken), let four = out.times(4)
        else { return [] }
        let isLikely = out < ExactDecimal(4) || four <= all
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: "total",
                verdict: isLikely ? .pass : .uncertain,
                formula: "4 × carried_out ≤ new_received + carried_in",
                left: four.description,
                right: all.description,
                fault: isLikely ? nil : .unknown,
                ifBlanksAreZero: nil,
                cells: codes
            )
        ]
    }

    var examples: RuleExamples {
        func column(_ out: Int) -> CellTable {
            CellTable([
                (.request(.newReceived, .total), 30), (.request(.carriedIn, .total), 2),
                (.request(.carriedOut, .total), out),
            ])
        }
        return RuleExamples(passes: column(8), fails: column(9))
    }
}
