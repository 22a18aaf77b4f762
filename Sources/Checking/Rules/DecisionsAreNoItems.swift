import ReportModel

/// On the form of 2019, decisions that are exactly last year's items and their change were likely items themselves.
///
/// A diagnosis: the figure stays as printed.
struct DecisionsAreNoItems: Rule {
    let id = "S2o-03"
    let severity = Finding.Severity.low
    let summary = "decisions ≠ prev_items + delta_items"
    let isPlausibility = true
    var editions: Set<EditionID> { [.e2019] }

    private static let rows: [(EarlierProactiveCell, EarlierProactiveCell, EarlierProactiveCell)] =
        [
            (.licensingItems, .licensingChange, .licensingDecisions),
            (.penaltyItems, .penaltyChange, .penaltyDecisions),
            (.coercionItems, .coercionChange, .coercionDecisions),
        ]

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        Self.rows.compactMap { items, change, decisions in
            let codes = [items, change, decisions].map(CellCode.earlierProactive)
            // Small numbers are alike by chance, and without a change it is no sum.
            guard let stock = cells.value(codes[0]), let more = cells.value(codes[1]),
                more != .zero,
                let count = cells.value(codes[2]), count > ExactDecimal(20),
                let sum = stock.adding(more), sum == count
            else { return nil }
            return Finding(
                rule: id,
                severity: severity,
                scope: codes[2].name,
                verdict: .uncertain,
                formula: summary,
                left: count.description,
                right: sum.description,
                fault: .source,
                ifBlanksAreZero: nil,
                cells: codes
            )
        }
    }

    var examples: RuleExamples {
        func table(_ decisions: Int) -> CellTable {
            var cells = CellTable([
                (.earlierProactive(.licensingItems), 421),
                (.earlierProactive(.licensingChange), 1423),
                (.earlierProactive(.licensingDecisions), decisions),
            ])
            cells.edition = .e2019
            return cells
        }
        return RuleExamples(passes: table(90), fails: table(1844), allowsSilence: true)
    }
}
