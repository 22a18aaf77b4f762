import ReportModel

/// On the form of 2019, what was newly published is part of all that is published, and was made or waited before.
///
/// Bodies filled these columns as they understood them, so it never says `fail`.
struct DisclosedOnceIsDisclosed: Rule {
    let id = "S2o-02"
    let severity = Finding.Severity.low
    let summary = "new_disclosed ≤ total_disclosed"
    let isPlausibility = true
    var editions: Set<EditionID> { [.e2019] }

    private static let rows: [(EarlierProactiveCell, EarlierProactiveCell)] = [
        (.regulationDisclosed, .regulationDisclosedInAll),
        (.normativeDocumentDisclosed, .normativeDocumentDisclosedInAll),
    ]

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        Self.rows.compactMap { new, all in
            let codes = [CellCode.earlierProactive(new), .earlierProactive(all)]
            guard let left = cells.value(codes[0]), let right = cells.value(codes[1]) else {
                return nil
            }
            let isLikely = left <= right
            return Finding(
                rule: id,
                severity: severity,
                scope: codes[0].name,
                verdict: isLikely ? .pass : .uncertain,
                formula: summary,
                left: left.description,
                right: right.description,
                fault: isLikely ? nil : .source,
                ifBlanksAreZero: nil,
                cells: codes
            )
        }
    }

    var examples: RuleExamples {
        func table(_ new: Int) -> CellTable {
            var cells = CellTable([
                (.earlierProactive(.regulationDisclosed), new),
                (.earlierProactive(.regulationDisclosedInAll), 4),
            ])
            cells.edition = .e2019
            return cells
        }
        return RuleExamples(passes: table(4), fails: table(5))
    }
}
