import ReportModel

/// What the text says was received, answered and carried over is what section three says.
///
/// 收到 may mean what is new or all that there was to do; 办结 is the row 总计.
struct StatedFlowAgrees: Rule {
    let id = "N-01"
    let severity = Finding.Severity.medium
    let summary =
        "stated requests = new_received, or new_received + carried_in; stated answers = outcome_total"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let stated = claims.filter { $0.subject == .requests && $0.unit == .pieces }
        return stated.enumerated().flatMap { index, claim -> [Finding] in
            guard let finding = self.finding(claim, in: cells) else { return [] }
            guard finding.verdict == .fail else { return [finding] }
            let beside = stated.filter { $0.kind == claim.kind && $0.paragraph == claim.paragraph }
            if beside.count > 1, let sum = self.finding(Self.sum(of: beside), in: cells),
                sum.verdict == .pass
            {
                // 市本级收到12件，各区收到30件: the table has both.
                return stated[..<index].contains(where: beside.contains) ? [] : [sum]
            }
            return [isPart(claim, of: beside, in: cells) ? finding.asUncertain : finding]
        }
    }

    private func finding(_ claim: Claim?, in cells: CellTable) -> Finding? {
        claim.flatMap {
            StatedCount(claim: $0).finding(by: self, meanings: meanings($0.kind), in: cells)
        }
    }

    /// Several claims as one that states their sum.
    private static func sum(of claims: [Claim]) -> Claim? {
        guard var sum = claims.first else { return nil }
        var total = ExactDecimal.zero
        for claim in claims {
            guard !claim.isApproximate, claim.otherYear == nil, let value = claim.value,
                let next = total.adding(value)
            else { return nil }
            total = next
        }
        sum.value = total
        sum.quote = claims.map(\.quote).joined(separator: "” + “")
        return sum
    }

    /// Whether a claim may count a part of what another in its paragraph states and the table has.
    private func isPart(_ claim: Claim, of others: [Claim], in cells: CellTable) -> Bool {
        guard let value = claim.value else { return false }
        return others.contains { other in
            (other.value.map { value < $0 } ?? false)
                && finding(other, in: cells)?.verdict == .pass
        }
    }

    private func meanings(_ kind: Claim.Kind) -> [StatedCount.Meaning] {
        func meaning(_ rows: RequestRow...) -> StatedCount.Meaning {
            StatedCount.Meaning(
                formula: rows.map(\.rawValue).joined(separator: " + "),
                cells: rows.map { .request($0, .total) }
            )
        }
        return switch kind {
        case .received: [meaning(.newReceived), meaning(.newReceived, .carriedIn)]
        case .answered:
            [meaning(.outcomeTotal), meaning(.newReceived), meaning(.newReceived, .carriedIn)]
        case .carriedIn: [meaning(.carriedIn)]
        case .carriedOut: [meaning(.carriedOut)]
        default: []
        }
    }

    var examples: RuleExamples {
        func table(_ received: Int) -> CellTable {
            CellTable([
                (.request(.newReceived, .total), received), (.request(.carriedIn, .total), 1),
            ])
        }
        let claim = Claim(
            .requests,
            .received,
            value: ExactDecimal(2),
            unit: .pieces,
            quote: "受理政府信息公开申请2件",
            origin: Origin(),
            paragraph: 0
        )
        return RuleExamples(passes: table(2), fails: table(3), claims: [claim])
    }
}
