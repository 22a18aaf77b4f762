import ReportModel

/// Departments publish by 31 January, governments by 31 March of the next year.
///
/// The days and their sources: ``ReportDeadline``.
struct PublishedInTime: Comparison {
    let id = "T-01"
    let severity = Finding.Severity.low
    let summary = "published by 31 January, governments and all reports before 2019 by 31 March"

    func check(_ place: Neighbourhood) -> [Finding] {
        let report = place.report
        guard let published = report.published, published.year > report.year,
            let deadline = ReportDeadline.day(for: report.agency, on: report.year)
        else { return [] }
        let isInTime = published <= deadline
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: "published",
                verdict: isInTime ? .pass : .fail,
                formula: "published ≤ \(deadline)",
                left: published.description,
                right: deadline.description,
                fault: isInTime ? nil : .source,
                ifBlanksAreZero: nil,
                cells: []
            )
        ]
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func report(_ day: Int) -> Neighbourhood {
            var report = StandingReport.example(2024)
            report.published = CivilDate(year: 2025, month: 2, day: day)
            var place = Neighbourhood(report)
            if day == 1 { place.report.published = CivilDate(year: 2025, month: 1, day: 31) }
            return place
        }
        return (report(1), report(10))
    }
}
