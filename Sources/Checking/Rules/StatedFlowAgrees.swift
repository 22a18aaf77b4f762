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
        claims.filter { $0.subject == .requests && $0.unit == .pieces }.compactMap { claim in
            StatedCount(claim: claim).finding(by: self, meanings: meanings(claim.kind), in: cells)
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
