import CSVCodec
import Exporting
import FormCatalog
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// The tables of the bundle, in the order in which they are written.
struct BundleTables {
    private let surroundings: Surroundings
    private let contents: BundleContents

    init(_ surroundings: Surroundings, _ contents: BundleContents) {
        self.surroundings = surroundings
        self.contents = contents
    }

    private var words: Phrasebook { surroundings.phrasebook }

    /// Writes all of them. None is kept whole but the short ones.
    ///
    /// - Returns: the figures that the workbook and the pages show.
    func write(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws -> BundleFigures {
        try writeFacts(to: &bundle, from: warehouse)
        try writeReports(to: &bundle, from: warehouse)
        let figures = try writeTrends(to: &bundle, from: warehouse)
        try writeRankings(to: &bundle, from: warehouse)
        try add(.refusalReasons, to: &bundle, from: warehouse) { rows in
            Tables.refusalReasons(rows, surroundings.official)
        }
        try add(.responses, to: &bundle, from: warehouse, Tables.responses)
        try add(.findings, to: &bundle, from: warehouse, Tables.findings)
        try add(.warnings, to: &bundle, from: warehouse) { Tables.warnings($0, words) }
        try add(.claims, to: &bundle, from: warehouse, Tables.claims)
        try bundle.add(Tables.agencies(try warehouse.registerRows()), words)
        try add(.agencyNames, to: &bundle, from: warehouse, Tables.names)
        try add(.revisions, to: &bundle, from: warehouse, Tables.revisions)
        try bundle.add(Tables.coverage(try contents.coverage(in: warehouse)), words)
        try add(.quarantined, to: &bundle, from: warehouse) { Tables.quarantine($0, words) }
        try bundle.add(DataDictionary.table(of: bundle.tables, surroundings), words)
        return figures
    }

    /// So many rows are made into fields at a time.
    private static let rowsAtOnce = 512

    /// Writes a list, a stretch of rows at a time.
    private func add(
        _ listing: Warehouse.Listing,
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse,
        _ table: ([SQLRow]) -> ExportTable
    ) throws {
        let layout = table([])
        try bundle.add(layout.name, layout.columns, words) { sink in
            var rows: [SQLRow] = []
            try warehouse.each(listing) { row in
                rows.append(row)
                guard rows.count == Self.rowsAtOnce else { return }
                for fields in table(rows).rows { try sink.append(fields) }
                rows.removeAll(keepingCapacity: true)
            }
            for fields in table(rows).rows { try sink.append(fields) }
        }
    }

    private func writeFacts(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws {
        let known = CellCode.all.map { code in
            Tables.FactCell(code, surroundings.official.labels(of: code))
        }
        try bundle.add("facts", Tables.factColumns, words) { sink in
            try warehouse.eachReportWithCells { report, cells in
                let report = Tables.FactReport(report)
                for cell in cells {
                    try sink.append(Tables.fact(report, cell, known[cell.code.ordinal]))
                }
            }
        }
    }

    /// Each report with all of its numbers, in the order of the official forms.
    private func writeReports(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws {
        let codes = CellCode.all
        let figures = codes.map { code in
            let label = surroundings.official.labels(of: code)
            return ExportTable.Column(
                code.name,
                code.unit.isWhole ? .integer : .decimal,
                label: "\(label.row)｜\(label.column) [\(code.name)]"
            )
        }
        let names = codes.map { Warehouse.column(of: $0) }
        try bundle.add("reports", Tables.reportColumns + figures, words) { sink in
            // All rows have the same columns.
            var places: [Int?] = []
            try warehouse.each(.reportsWithFigures) { report in
                if places.isEmpty { places = names.map { report.columns.firstIndex(of: $0) } }
                let row = Tables.fields([report], Tables.reportColumns)[0]
                let numbers = places.map { $0.map { report.values[$0] } ?? .null }
                try sink.append(row + numbers.map(Tables.number))
            }
        }
    }

    private func writeTrends(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws -> BundleFigures {
        var figures = BundleFigures()
        let tables = TrendTables(surroundings)
        let years = contents.years
        let metrics = surroundings.metrics.metrics
        let long = ExportTable(name: "trends", columns: TrendTables.longColumns)
        let wide = ExportTable(name: "trends_wide", columns: TrendTables.wideColumns(years))
        try bundle.add(long, and: wide, words) { longRows, wideRows in
            for metric in metrics {
                let trend = Trend(metric: metric)
                try trend.eachAnswer(by: Trend.Breakdown.allCases, in: warehouse) {
                    breakdown,
                    observations in
                    figures.keep(observations, by: breakdown)
                    for observation in observations {
                        try longRows.append(tables.longRow(observation))
                    }
                    for row in tables.wideRows(observations, years: years) {
                        try wideRows.append(row)
                    }
                }
            }
        }
        return figures
    }

    /// Each body's rank by the primary variant of each metric that says which way is better.
    private func writeRankings(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws {
        let tables = TrendTables(surroundings)
        let bodies = Dictionary(
            contents.bodies.values.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        struct Peers: Hashable, Comparable {
            var year: Int
            var level: String
            var sector: String

            static func < (left: Peers, right: Peers) -> Bool {
                (left.year, left.level, left.sector) < (right.year, right.level, right.sector)
            }
        }
        let metrics = surroundings.metrics.metrics.filter { $0.better != .neither }
        try bundle.add("rankings", TrendTables.rankingColumns, words) { sink in
            for metric in metrics {
                guard let primary = metric.definitions.first(where: \.hasWhole),
                    primary.unit == .share
                else { continue }
                let figures = try Trend(metric: metric, definition: primary, breakdown: .agency)
                    .observations(in: warehouse)
                let peers = Dictionary(grouping: figures) { figure in
                    let body = bodies[figure.group]
                    return Peers(
                        year: figure.year,
                        level: body?.level.rawValue ?? "",
                        sector: body?.sector ?? "none"
                    )
                }
                for (group, members) in peers.sorted(by: { $0.key < $1.key }) {
                    for standing in PeerStanding.all(
                        of: members,
                        better: metric.better,
                        withSmall: false
                    ) where standing.rank != nil {
                        try sink.append(
                            tables.rankingRow(standing, level: group.level, sector: group.sector)
                        )
                    }
                }
            }
        }
    }
}
