import ReportModel

/// The documents in force are last year's, with those made and without those repealed.
///
/// Documents also lapse, are counted anew, or move with a reform; so a failure is for looking into.
struct DocumentsInForceContinue: Comparison {
    let id = "S2-01"
    let severity = Finding.Severity.medium
    let summary = "in_force + repealed = in_force of the year before + made"

    static let rows:
        [(name: String, made: ProactiveCell, repealed: ProactiveCell, inForce: ProactiveCell)] = [
            ("regulation", .regulationMade, .regulationRepealed, .regulationInForce),
            (
                "normative_doc", .normativeDocumentMade, .normativeDocumentRepealed,
                .normativeDocumentInForce
            ),
        ]

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let before = place.before, before.cells.edition == .e2021,
            place.report.cells.edition == .e2021
        else { return [] }
        let report = place.report
        return Self.rows.map { row in
            ReportEquation(
                left: [
                    .init(report, .proactive(row.inForce)), .init(report, .proactive(row.repealed)),
                ],
                right: [
                    .init(before, .proactive(row.inForce)), .init(report, .proactive(row.made)),
                ]
            ).finding(
                by: self,
                scope: row.name,
                formula:
                    "in_force(\(report.year)) + repealed(\(report.year)) = in_force(\(before.year)) + made(\(report.year))",
                on: report,
                doubt: !place.predecessors.isEmpty || report.hasOtherScope(than: before)
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ inForce: Int) -> Neighbourhood {
            .example(
                .example(
                    2024,
                    [
                        (.proactive(.normativeDocumentMade), 50),
                        (.proactive(.normativeDocumentRepealed), 227),
                        (.proactive(.normativeDocumentInForce), inForce),
                    ]
                ),
                after: .example(2023, [(.proactive(.normativeDocumentInForce), 597)])
            )
        }
        return (years(420), years(421))
    }
}
