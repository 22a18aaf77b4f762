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
            .map { (claim: $0, finding: finding($0, in: cells)) }
        let places = Dictionary(grouping: stated.indices) { Place(stated[$0].claim) }
        var told = stated.map(\.finding)
        for beside in places.values where beside.count > 1 {
            let failing = beside.filter { told[$0]?.verdict == .fail }
            let largest = beside.filter { told[$0]?.verdict == .pass }
                .compactMap { stated[$0].claim.value }.max()
            if let largest {
                // A smaller one may count a part of what the table has.
                for index in failing where stated[index].claim.value.map({ $0 < largest }) ?? false
                {
                    told[index] = told[index]?.asUncertain
                }
            } else if let first = failing.first,
                let sum = finding(Self.sum(of: beside.map { stated[$0].claim }), in: cells),
                sum.verdict == .pass
            {
                // 市本级收到12件，各区收到30件: the table has both.
                for index in failing { told[index] = index == first ? sum : nil }
            }
        }
        return told.compactMap { $0 }
    }

    /// What is stated of one thing in one paragraph may be parts of a sum.
    private struct Place: Hashable {
        var kind: Claim.Kind
        var paragraph: Int?

        init(_ claim: Claim) {
            kind = claim.kind
            paragraph = claim.paragraph
        }
    }

    private func finding(_ claim: Claim?, in cells: CellTable) -> Finding? {
        guard let claim,
            let finding = StatedCount(claim: claim).finding(
                by: self,
                meanings: meanings(claim.kind),
                in: cells
            )
        else { return nil }
        return finding.verdict == .fail && isWithoutCarriedIn(claim, in: cells)
            ? finding.asUncertain : finding
    }

    /// Whether the number is of the answers to new requests alone: 受理217件，答复209件, of 216 with seven of the year before.
    private func isWithoutCarriedIn(_ claim: Claim, in cells: CellTable) -> Bool {
        guard claim.kind == .answered, let value = claim.value,
            let carried = cells.value(.request(.carriedIn, .total))
        else { return false }
        return value.adding(carried) == cells.value(.request(.outcomeTotal, .total))
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
