import ReportModel

/// A report is on the form of its year: the statistics sheet until 2018, the forms of 2019 and 2021 from then on.
///
/// Source: 国办公开办函〔2019〕60号, 〔2021〕30号. Figures on another form can't be compared with the others of the year.
struct FormIsTheYears: Comparison {
    let id = "F-02"
    let severity = Finding.Severity.low
    let summary =
        "until 2018 the sheet of 2014, in 2019 and 2020 the form of 2019, then the form of 2021"

    func check(_ place: Neighbourhood) -> [Finding] {
        let report = place.report
        let year = report.year
        let own: Set<EditionID> =
            year < 2014
            ? [.e2008, .e2014] : year < 2019 ? [.e2014, .e2008] : year < 2021 ? [.e2019] : [.e2021]
        let isOwn = own.contains(report.cells.edition)
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: "form",
                verdict: isOwn ? .pass : .fail,
                formula:
                    "form of \(year): \(own.map(\.rawValue).sorted().joined(separator: " or "))",
                left: report.cells.edition.rawValue,
                right: own.map(\.rawValue).sorted().joined(separator: " "),
                fault: isOwn ? nil : .source,
                ifBlanksAreZero: nil,
                cells: []
            )
        ]
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        (Neighbourhood(.example(2024)), Neighbourhood(.example(2023, edition: .e2019)))
    }
}
