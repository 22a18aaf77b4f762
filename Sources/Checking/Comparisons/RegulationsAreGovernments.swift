import ReportModel

/// 规章 are made by ministries, provinces and cities with districts, not by counties, towns or departments.
///
/// Source: 立法法, art. 91 and 93.
struct RegulationsAreGovernments: Comparison {
    let id = "S2-03"
    let severity = Finding.Severity.medium
    let summary = "regulations = 0 but for ministries and governments of provinces and prefectures"

    private static let cells: [ProactiveCell] = [
        .regulationMade, .regulationRepealed, .regulationInForce,
    ]

    func check(_ place: Neighbourhood) -> [Finding] {
        let report = place.report
        let agency = report.agency
        guard report.cells.edition == .e2021, agency.level != .unknown else { return [] }
        let mayMake =
            agency.level == .central
            || [.government, .governmentOffice].contains(agency.kind)
                && [.province, .prefecture].contains(agency.level)
        // Departments of cities often count their government's regulations that they drafted or keep.
        let isImpossible =
            [.county, .township, .zone].contains(agency.level) && agency.kind != .vertical
        guard !mayMake else { return [] }
        return Self.cells.compactMap { cell in
            let code = CellCode.proactive(cell)
            guard let value = report.cells.value(code) else { return nil }
            let holds = value == .zero
            return Finding(
                rule: id,
                severity: severity,
                scope: code.name,
                verdict: holds ? .pass : isImpossible ? .fail : .uncertain,
                formula: "\(code.name) = 0 for \(agency.level.rawValue) \(agency.kind.rawValue)",
                left: value.description,
                right: "0",
                fault: holds ? nil : .source,
                ifBlanksAreZero: nil,
                cells: [code]
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func town(_ count: Int) -> Neighbourhood {
            Neighbourhood(
                .example(
                    2023,
                    [(.proactive(.regulationInForce), count)],
                    kind: .government,
                    level: .township
                )
            )
        }
        return (town(0), town(6))
    }
}
