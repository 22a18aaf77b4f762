import Checking
import ReportModel
import Specimens
import Testing
import Warehouse

@testable import Measuring

/// Panels, changes and gaps.
struct TrendTests {
    /// A warehouse with reports of bodies on years.
    private func warehouse(
        _ reports: [(agency: String, year: Int, edition: EditionID)]
    ) throws -> Warehouse {
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        var dice = SplitMix64(seed: 4)
        for (index, entry) in reports.enumerated() {
            let report = PrintedReport.consistent(
                using: &dice,
                year: entry.year,
                agency: entry.agency,
                edition: entry.edition
            ).report
            try warehouse.load(
                report,
                findings: Rulebook.findings(on: report),
                from: SourceFile(
                    path: "\(index)",
                    hash: ContentHash(of: [UInt8(index)]),
                    format: "html",
                    encoding: "UTF-8",
                    reader: "1"
                )
            )
        }
        for name in Set(reports.map(\.agency)) {
            _ = try warehouse.rows(
                "INSERT INTO agency VALUES (:name, :name, NULL, 'county', 'department', 'finance', NULL, 'provisional', '')",
                ["name": .text(name)]
            )
        }
        try warehouse.renewStanding()
        return warehouse
    }

    private func metric(_ id: String) throws -> Metric { try #require(try MetricDictionary()[id]) }

    @Test func `a stable panel adds up only bodies with a figure in every year`() throws {
        let warehouse = try warehouse(
            (2021...2024).map { ("甲局", $0, .e2021) } + (2023...2024).map { ("乙局", $0, .e2021) }
        )
        let metric = try metric("disclosure")
        let definition = metric.definitions[0]
        func halves(_ panel: Trend.Panel, agency: String? = nil) throws -> [[Int?]] {
            try Trend(
                metric: metric,
                definition: definition,
                filter: .init(agency: agency),
                panel: panel
            ).observations(in: warehouse).map {
                [$0.year, $0.numerator, $0.denominator, $0.reports]
            }
        }
        #expect(try halves(.stable) == halves(.all, agency: "甲局"))
        #expect(try halves(.all).map { $0[3] } == [1, 1, 2, 2])
        let left = try Trend(metric: metric, definition: definition, panel: .stable)
            .observations(in: warehouse).map(\.leftOut)
        #expect(left == [0, 0, 1, 1])
    }

    @Test func `answers by several breakdowns together are those by each alone`() throws {
        let warehouse = try warehouse(
            (2021...2023).map { ("甲局", $0, .e2021) } + (2022...2023).map { ("乙局", $0, .e2021) }
                + [("甲局", 2018, .e2014)]
        )
        for metric in try MetricDictionary().metrics {
            let trend = Trend(metric: metric)
            var together: [Trend.Breakdown: [Observation]] = [:]
            try trend.eachAnswer(by: Trend.Breakdown.allCases, in: warehouse) { together[$0] = $1 }
            for breakdown in Trend.Breakdown.allCases {
                let alone = try Trend(metric: metric, breakdown: breakdown)
                    .observations(in: warehouse)
                #expect(together[breakdown] ?? [] == alone, "\(metric.id) by \(breakdown)")
            }
            try trend.eachAnswer(by: [], in: warehouse) { _, _ in
                Issue.record("an answer to nothing")
            }
        }
    }

    @Test func `nothing is compared across a gap, and no slope drawn`() throws {
        let sheets: [(String, Int, EditionID)] = (2014...2018).map { ("甲局", $0, .e2014) }
        let forms: [(String, Int, EditionID)] = (2019...2024).map { ("甲局", $0, .e2021) }
        let warehouse = try warehouse(sheets + forms)
        let metric = try metric("refusal")
        let definition = try #require(metric.definition("as_printed"))
        let observations = try Trend(metric: metric, definition: definition)
            .observations(in: warehouse)
        #expect(observations.map(\.year) == Array(2014...2024))
        #expect(observations.filter { $0.change == nil }.map(\.year) == [2014, 2019])
        let direction = try #require(Direction.all(of: observations, metric.definitions).first)
        #expect(direction.isInterrupted && direction.years == 6 && direction.points.count == 11)
        #expect(direction.slope != nil)
        let narrow = try #require(metric.definition("narrow"))
        let later = try Trend(metric: metric, definition: narrow).observations(in: warehouse)
        #expect(later.map(\.year) == Array(2019...2024))
    }

    @Test func `bodies are narrowed down by level and sector`() throws {
        let warehouse = try warehouse([("甲局", 2024, .e2021), ("乙局", 2024, .e2021)])
        let metric = try metric("demand")
        for (level, sector, count) in [
            ("county", "finance", 2), ("county", "water", 0), ("zone", "finance", 0),
        ] {
            let trend = Trend(
                metric: metric,
                definition: metric.definitions[0],
                bodies: .init(level: level, sector: sector)
            )
            #expect(try trend.observations(in: warehouse).first?.reports ?? 0 == count)
        }
        let groups = try Trend(
            metric: metric,
            definition: metric.definitions[0],
            breakdown: .province
        )
        .observations(in: warehouse)
        #expect(groups.map(\.group) == ["unplaced"])
    }

    @Test func `bodies whose figures changed most come first`() throws {
        func figure(_ body: String, _ year: Int, _ numerator: Int, of all: Int) -> Observation {
            var figure = Observation(
                metric: "refusal",
                definition: "narrow",
                series: "",
                agency: body,
                dimension: "agency",
                group: body,
                isCount: false,
                isShare: true,
                year: year
            )
            figure.numerator = numerator
            figure.denominator = all
            figure.reports = 1
            return figure
        }
        var figures = [
            figure("甲局", 2023, 10, of: 100), figure("甲局", 2024, 12, of: 100),
            figure("乙局", 2023, 90, of: 100), figure("乙局", 2024, 10, of: 100),
            figure("丙局", 2023, 0, of: 5), figure("丙局", 2024, 40, of: 40),
            figure("丁局", 2023, 7, of: 100), figure("丁局", 2024, 7, of: 100),
            figure("戊局", 2024, 50, of: 100), figure("己局", 2022, 9, of: 100),
        ]
        for place in figures.indices.dropFirst()
        where figures[place].agency == figures[place - 1].agency {
            figures[place].change =
                (figures[place].millionths ?? 0) - (figures[place - 1].millionths ?? 0)
        }
        let movers = Mover.all(of: figures, in: 2024, withSmall: false)
        #expect(movers.map(\.now.agency) == ["乙局", "甲局"])
        #expect(movers.map(\.change) == [-800_000, 20_000])
        // 10 and 12 of a hundred may be the same; 90 and 10 are not.
        #expect(movers.map(\.mayBeChance) == [false, true])
        let all = Mover.all(of: figures, in: 2024, withSmall: true)
        #expect(all.map(\.now.agency) == ["丙局", "乙局", "甲局"])
        #expect(Mover.all(of: figures, in: 2022, withSmall: true).isEmpty)
    }
}
