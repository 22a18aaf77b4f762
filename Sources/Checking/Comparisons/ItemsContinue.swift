import ReportModel

/// On the form of 2019 last year's items are those of the report before, with its change.
struct ItemsContinue: Comparison {
    let id = "S2o-01"
    let severity = Finding.Severity.low
    let summary = "prev_items = prev_items + delta_items of the year before"

    private static let rows:
        [(name: String, items: EarlierProactiveCell, change: EarlierProactiveCell)] = [
            ("licensing", .licensingItems, .licensingChange),
            ("other_service", .otherServiceItems, .otherServiceChange),
            ("penalty", .penaltyItems, .penaltyChange),
            ("coercion", .coercionItems, .coercionChange),
            ("admin_fee", .administrativeFeeItems, .administrativeFeeChange),
        ]

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let before = place.before, before.cells.edition == .e2019,
            place.report.cells.edition == .e2019
        else { return [] }
        let report = place.report
        return Self.rows.map { row in
            ReportEquation(
                left: [.init(report, .earlierProactive(row.items))],
                right: [
                    .init(before, .earlierProactive(row.items)),
                    .init(before, .earlierProactive(row.change)),
                ]
            ).finding(
                by: self,
                scope: row.name,
                formula:
                    "prev_items(\(report.year)) = prev_items(\(before.year)) + delta_items(\(before.year))",
                on: report,
                doubt: true
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ items: Int) -> Neighbourhood {
            .example(
                .example(2020, [(.earlierProactive(.licensingItems), items)], edition: .e2019),
                after: .example(
                    2019,
                    [
                        (.earlierProactive(.licensingItems), 12),
                        (.earlierProactive(.licensingChange), 3),
                    ],
                    edition: .e2019
                )
            )
        }
        return (years(15), years(12))
    }
}
