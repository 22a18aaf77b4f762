import ReportModel

/// Reports with the very same figures are one report under two names, or last year's once more.
struct FiguresAreOwn: Comparison {
    let id = "D-01"
    let severity = Finding.Severity.high
    let summary = "no other body and no other year has the very same figures"

    func check(_ place: Neighbourhood) -> [Finding] {
        let report = place.report
        guard report.cells.likeness != nil else { return [] }
        let others = place.sameFigures
        let names = others.map { "\($0.agency.name) \($0.year)" }.sorted()
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: "figures",
                verdict: others.isEmpty ? .pass : .fail,
                formula: "figures ≠ any other report's",
                left: "\(report.agency.name) \(report.year)",
                right: names.joined(separator: ", "),
                fault: others.isEmpty ? nil : .source,
                ifBlanksAreZero: nil,
                cells: [],
                against: others.map(\.reference).sorted()
            )
        ]
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        let figures = (0..<6).map { number -> (CellCode, Int) in
            (.request(RequestRow.allCases[number], .total), 20 + number)
        }
        let alone = Neighbourhood(.example(2024, figures))
        var doubled = alone
        doubled.sameFigures = [.example(2023, figures)]
        return (alone, doubled)
    }
}
