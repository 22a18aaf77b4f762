import ReportModel

/// What the text says of reviews and lawsuits is what section four says; lawsuits are of both ways.
struct StatedDisputesAgree: Rule {
    let id = "N-03"
    let severity = Finding.Severity.medium
    let summary = "stated reviews and lawsuits = section four"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        claims.flatMap { claim -> [Finding] in
            let routes: [DisputeRoute] =
                switch claim.subject {
                case .review: [.review]
                case .litigation: [.directLitigation, .litigationAfterReview]
                default: []
                }
            if claim.kind == .allMaintained { return upheld(claim, in: cells) }
            guard !routes.isEmpty, let outcome = outcome(claim.kind) else { return [] }
            let ways = routes.count > 1 ? [routes] + routes.map { [$0] } : [routes]
            let meanings = ways.map { ways in
                StatedCount.Meaning(
                    formula: ways.map { "\($0.rawValue).\(outcome.rawValue)" }
                        .joined(separator: " + "),
                    cells: ways.map { .dispute($0, outcome) }
                )
            }
            return StatedCount(claim: claim).finding(by: self, meanings: meanings, in: cells)
                .map { [$0] } ?? []
        }
    }

    private func outcome(_ kind: Claim.Kind) -> DisputeOutcome? {
        switch kind {
        case .total: .total
        case .maintained: .maintained
        case .corrected: .corrected
        case .otherOutcome: .other
        case .pending: .pending
        default: nil
        }
    }

    /// 均获维持 leaves nothing corrected, nothing pending and nothing else.
    private func upheld(_ claim: Claim, in cells: CellTable) -> [Finding] {
        let others: [DisputeOutcome] = [.corrected, .other, .pending]
        let routes = claim.subject == .review ? [.review] : DisputeRoute.allCases
        let codes = routes.flatMap { route in others.map { CellCode.dispute(route, $0) } }
        let bound = StatedCount.bound(of: codes, in: cells)
        let verdict: Finding.Verdict =
            bound.least > .zero ? .fail : bound.isExact ? .pass : .uncertain
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: "\(claim.subject.rawValue).\(claim.kind.rawValue)",
                verdict: verdict,
                formula: "“\(claim.quote)”: corrected + other + pending = 0",
                left: bound.least.description,
                right: "0",
                fault: verdict == .pass ? nil : .source,
                ifBlanksAreZero: verdict == .uncertain ? .pass : nil,
                cells: codes
            )
        ]
    }

    var examples: RuleExamples {
        func table(_ direct: Int) -> CellTable {
            CellTable([
                (.dispute(.directLitigation, .total), direct),
                (.dispute(.litigationAfterReview, .total), 20),
            ])
        }
        let claim = Claim(
            .litigation,
            .total,
            value: ExactDecimal(46),
            unit: .pieces,
            quote: "政府信息公开行政诉讼46件",
            origin: Origin(),
            paragraph: 0
        )
        return RuleExamples(passes: table(26), fails: table(57), claims: [claim])
    }
}
