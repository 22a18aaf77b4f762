import ReportModel
import Warehouse

/// What several parts of the bundle rest on, asked for once.
struct BundleContents {
    /// How many reports count.
    let reportCount: Int
    /// For each body, how many of its reports count, and how many findings they fail in.
    let tallies: [String: (reports: Int, failed: Int)]
    /// The bodies by id.
    let bodies: [String: Agency]
    /// The years on which there are reports.
    let years: [Int]
    /// The last day on which any report was published: the bundle says nothing of the day it is written on.
    let day: CivilDate?

    init(_ warehouse: borrowing Warehouse) throws {
        var count = 0
        var years: Set<Int> = []
        var days: Set<String> = []
        try warehouse.each(.reports) { report in
            count += 1
            if let year = report["year"].integer { years.insert(year) }
            if let day = report["published"].text { days.insert(day) }
        }
        reportCount = count
        self.years = years.sorted()
        day = days.compactMap(CivilDate.init(iso:)).max()
        tallies = Dictionary(
            uniqueKeysWithValues: try warehouse.tallies().map { row in
                (
                    row["agency_id"].text ?? "",
                    (row["reports"].integer ?? 0, row["failed_findings"].integer ?? 0)
                )
            }
        )
        let agencies = try warehouse.agencies()
        bodies = Dictionary(uniqueKeysWithValues: agencies.map { ($0.id, $0) })
    }

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
