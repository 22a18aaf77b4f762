import ReportModel

/// An amount of fees that is ten thousand times last year's, or a ten-thousandth, was printed in another unit.
struct AmountKeepsItsUnit: Comparison {
    let id = "S2-05y"
    let severity = Finding.Severity.medium
    let summary =
        "the amount of fees is not ten thousand times that of the year before, nor a ten-thousandth"

    func check(_ place: Neighbourhood) -> [Finding] {
        let code = CellCode.proactive(.administrativeFeeAmount)
        guard let before = place.before, let now = place.report.cells.value(code),
            let then = before.cells.value(code), now > .zero, then > .zero
        else { return [] }
        let jumps = Self.isTenThousandfold(now, then) || Self.isTenThousandfold(then, now)
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: code.name,
                verdict: jumps ? .fail : .pass,
                formula: "amount(\(place.report.year)) ÷ amount(\(before.year)) is not 10000",
                left: now.description,
                right: then.description,
                fault: jumps ? .source : nil,
                ifBlanksAreZero: nil,
                cells: [code],
                against: [before.reference]
            )
        ]
    }

    /// Give or take a fifth.
    private static func isTenThousandfold(_ large: ExactDecimal, _ small: ExactDecimal) -> Bool {
        guard let least = small.times(8000), let most = small.times(12000) else { return false }
        return large >= least && large <= most
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ amount: Int) -> Neighbourhood {
            let code = CellCode.proactive(.administrativeFeeAmount)
            return .example(.example(2024, [(code, amount)]), after: .example(2023, [(code, 96)]))
        }
        return (years(102), years(1_020_000))
    }
}

extension ExactDecimal {
    /// The product with a whole number; `nil` if it has more digits than fit.
    func times(_ factor: Int64) -> ExactDecimal? {
        let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
        return overflow ? nil : ExactDecimal(digits: product, scale: scale)
    }
}
