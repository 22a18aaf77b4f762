import ReportModel

/// No more documents can be repealed than were in force or have been made.
struct RepealedWereInForce: Comparison {
    let id = "S2-02"
    let severity = Finding.Severity.medium
    let summary = "repealed ≤ in_force of the year before + made"

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let before = place.before, before.cells.edition == .e2021,
            place.report.cells.edition == .e2021
        else { return [] }
        let report = place.report
        return DocumentsInForceContinue.rows.map { row in
            ReportEquation(
                left: [.init(report, .proactive(row.repealed))],
                right: [
                    .init(before, .proactive(row.inForce)), .init(report, .proactive(row.made)),
                ],
                relation: .notMore
            ).finding(
                by: self,
                scope: row.name,
                formula:
                    "repealed(\(report.year)) ≤ in_force(\(before.year)) + made(\(report.year))",
                on: report,
                doubt: !place.predecessors.isEmpty || report.hasOtherScope(than: before)
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ repealed: Int) -> Neighbourhood {
            .example(
                .example(
                    2024,
                    [
                        (.proactive(.regulationMade), 2),
                        (.proactive(.regulationRepealed), repealed),
                    ]
                ),
                after: .example(2023, [(.proactive(.regulationInForce), 11)])
            )
        }
        return (years(13), years(14))
    }
}
