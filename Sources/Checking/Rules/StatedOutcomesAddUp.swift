import ReportModel

/// Where the text lists every kind of answer, they add up to the answers that it states.
struct StatedOutcomesAddUp: Rule {
    let id = "N-08"
    let severity = Finding.Severity.medium
    let summary = "stated outcomes add up to the stated answers of the same paragraph"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let own = claims.filter { $0.subject == .requests && $0.unit != .percent }
        return Dictionary(grouping: own, by: \.paragraph).sorted { $0.key < $1.key }
            .compactMap { finding(on: $0.value) }
    }

    private func finding(on claims: [Claim]) -> Finding? {
        func values(_ kind: Claim.Kind) -> [ExactDecimal] {
            claims.filter { $0.kind == kind && !$0.isApproximate }.compactMap(\.value)
        }
        let together = values(.grantedAndPartial)
        let apart = [Claim.Kind.granted, .partial]
        let others: [Claim.Kind] = [.refused, .unable, .unprocessed, .otherOutcome]
        let kinds = (together.count == 1 ? [.grantedAndPartial] : apart) + others
        let answers = values(.answered)
        guard answers.count == 1, kinds.allSatisfy({ values($0).count == 1 }) else { return nil }
        let sum = kinds.flatMap(values).reduce(ExactDecimal.zero) { $0.adding($1) ?? $0 }
        return Finding(
            rule: id,
            severity: severity,
            scope: "requests.answered",
            verdict: sum == answers[0] ? .pass : .fail,
            formula: "stated answered = " + kinds.map(\.rawValue).joined(separator: " + "),
            left: answers[0].description,
            right: sum.description,
            fault: sum == answers[0] ? nil : .source,
            ifBlanksAreZero: nil,
            cells: []
        )
    }

    var examples: RuleExamples {
        func claim(_ kind: Claim.Kind, _ value: Int, _ paragraph: Int) -> Claim {
            Claim(
                .requests,
                kind,
                value: ExactDecimal(value),
                unit: .pieces,
                quote: "\(kind.rawValue) \(value)",
                origin: Origin(),
                paragraph: paragraph
            )
        }
        func list(_ answers: Int, _ paragraph: Int) -> [Claim] {
            [
                claim(.answered, answers, paragraph), claim(.granted, 2, paragraph),
                claim(.partial, 1, paragraph), claim(.refused, 1, paragraph),
                claim(.unable, 1, paragraph), claim(.unprocessed, 0, paragraph),
                claim(.otherOutcome, 3, paragraph),
            ]
        }
        return RuleExamples(
            passes: CellTable(),
            fails: CellTable(),
            claims: list(8, 0),
            failingClaims: list(9, 0)
        )
    }
}
