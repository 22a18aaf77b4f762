import ReportModel

/// A stated percentage is the stated number's share of the requests closed, received, or both years'.
///
/// A tenth of a percentage point is let pass, for bodies round and cut off as they please.
struct StatedSharesAgree: Rule {
    let id = "N-05"
    let severity = Finding.Severity.low
    let summary =
        "stated percentage = stated number ÷ outcome_total, new_received or their sum with carried_in"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        claims.indices.dropFirst().compactMap { index in
            let share = claims[index]
            let count = claims[index - 1]
            guard share.kind == .share, share.subject == .requests, count.unit != .percent,
                count.paragraph == share.paragraph, let part = count.value, let stated = share.value
            else { return nil }
            return finding(share, stated, of: count, part, in: cells)
        }
    }

    private static let wholes: [[RequestRow]] = [
        [.outcomeTotal], [.newReceived], [.newReceived, .carriedIn],
    ]

    private func finding(
        _ share: Claim,
        _ stated: ExactDecimal,
        of count: Claim,
        _ part: ExactDecimal,
        in cells: CellTable
    ) -> Finding? {
        let codes = Self.wholes.map { rows in rows.map { CellCode.request($0, .total) } }
        let bounds = codes.map { StatedCount.bound(of: $0, in: cells) }
        let known = bounds.filter { $0.isExact && $0.least > .zero }.map(\.least)
        guard let first = known.first else { return nil }
        let agrees = known.contains { Self.isShare(stated, part, of: $0) }
        // A department may speak of the whole region's requests above a table of its own.
        let isOfOthers = count.scope == .wholeRegion
        return Finding(
            rule: id,
            severity: severity,
            scope: "\(count.subject.rawValue).\(count.kind.rawValue)",
            verdict: agrees ? .pass : isOfOthers ? .uncertain : .fail,
            formula:
                "“\(share.quote)” = \(part) ÷ outcome_total, new_received or new_received + carried_in",
            left: stated.description,
            right: Self.percent(part, of: first),
            fault: agrees ? nil : isOfOthers ? .unknown : .source,
            ifBlanksAreZero: nil,
            cells: codes[0]
        )
    }

    /// Whether |stated − 100·part ÷ whole| ≤ 0.1, in whole numbers.
    private static func isShare(
        _ stated: ExactDecimal,
        _ part: ExactDecimal,
        of whole: ExactDecimal
    ) -> Bool {
        guard let part = part.whole, let whole = whole.whole, stated.scale <= 4 else {
            return false
        }
        var scale: Int128 = 1
        for _ in 0..<stated.scale { scale *= 10 }
        let difference = Int128(stated.digits) * Int128(whole) - 100 * scale * Int128(part)
        return abs(difference) * 10 <= scale * Int128(whole)
    }

    /// The share in per cent, two decimals, cut off.
    private static func percent(_ part: ExactDecimal, of whole: ExactDecimal) -> String {
        guard let part = part.whole, let whole = whole.whole, whole > 0 else { return "" }
        let hundredths = Int64(clamping: Int128(part) * 10_000 / Int128(whole))
        return ExactDecimal(digits: hundredths, scale: 2).description
    }

    var examples: RuleExamples {
        func table(_ closed: Int) -> CellTable {
            CellTable([(.request(.outcomeTotal, .total), closed)])
        }
        let count = Claim(
            .requests,
            .refused,
            value: ExactDecimal(35),
            unit: .pieces,
            quote: "不予公开35件",
            origin: Origin(),
            paragraph: 0
        )
        let share = Claim(
            .requests,
            .share,
            value: ExactDecimal(digits: 434, scale: 2),
            unit: .percent,
            quote: "占4.34%",
            origin: Origin(),
            paragraph: 0
        )
        return RuleExamples(passes: table(805), fails: table(700), claims: [count, share])
    }
}
