import Measuring
import ReportModel
import Warehouse

/// What several parts of the bundle rest on, asked for once.
struct BundleContents {
    /// The reports that count, by body and year.
    let reports: [SQLRow]
    private let reportsByBody: [String: [SQLRow]]
    /// The bodies by id.
    let bodies: [String: Agency]
    /// The years on which there are reports.
    let years: [Int]
    /// The last day on which any report was published: the bundle says nothing of the day it is written on.
    let day: CivilDate?
    /// The figures of all bodies together.
    let headlines: [Observation]

    init(
        _ surroundings: Surroundings,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        let reports = try warehouse.reports()
        self.reports = reports
        reportsByBody = Dictionary(grouping: reports) { $0["agency_id"].text ?? "" }
        let agencies = try warehouse.agencies()
        bodies = Dictionary(uniqueKeysWithValues: agencies.map { ($0.id, $0) })
        years = Set(reports.compactMap { $0["year"].integer }).sorted()
        day = reports.compactMap { $0["published"].text.flatMap(CivilDate.init(iso:)) }.max()
        var headlines: [Observation] = []
        for metric in surroundings.metrics.metrics {
            headlines += try Trend(metric: metric).observations(in: warehouse)
        }
        self.headlines = headlines
    }

    /// The reports of a body that count, by year.
    func reports(of body: String) -> [SQLRow] { reportsByBody[body] ?? [] }

    /// For each body and year on which a report can be expected, what there is, as of ``day``.
    func coverage(
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [(row: SQLRow, status: CoverageJob.Status, deadline: CivilDate?)] {
        let season = years.last ?? 0
        let day = day ?? CivilDate(year: season + 1, month: 12, day: 31)
        return try warehouse.coverage(Warehouse.Filter(), region: nil, season: season).map { row in
            let status = day.map { CoverageJob.status(of: row, on: $0) } ?? (.missing, nil)
            return (row, status.0, status.1)
        }
    }
}
