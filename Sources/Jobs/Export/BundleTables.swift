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

    /// Writes all of them, and gives the cells that pages show on the way.
    func write(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws -> BodyCells {
        let cells = try writeFacts(to: &bundle, from: warehouse)
        try writeReports(to: &bundle, from: warehouse)
        try writeTrends(to: &bundle, from: warehouse)
        try writeRankings(to: &bundle, from: warehouse)
        let doubts = try warehouse.rows("SELECT * FROM v_warning ORDER BY agency, year, number")
        let claims = try warehouse.rows("SELECT * FROM v_claim ORDER BY agency, year, number")
        let names = try warehouse.rows(
            "SELECT * FROM agency_name ORDER BY agency_id, first_year, name"
        )
        let coverage = try contents.coverage(in: warehouse)
        for table in [
            Tables.refusalReasons(try warehouse.refusalReasons(), surroundings.catalog),
            Tables.responses(try warehouse.responses()),
            Tables.findings(try warehouse.findings()),
            Tables.warnings(doubts, words), Tables.claims(claims),
            Tables.agencies(try warehouse.registerRows()), Tables.names(names),
            Tables.revisions(try warehouse.allRevisions()), Tables.coverage(coverage),
            Tables.quarantine(try warehouse.quarantined(), words),
        ] {
            try bundle.add(table, words)
        }
        try bundle.add(DataDictionary.table(of: bundle.tables, surroundings), words)
        return cells
    }

    private func writeFacts(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws -> BodyCells {
        var cells = BodyCells()
        let labels = CellCode.all.map { code in
            Tables.factLabels(of: code, surroundings.catalog.officialLabels(of: code))
        }
        let reports = contents.reports
        try bundle.add("facts", Tables.factColumns, words) { sink in
            let ids = reports.map { $0["report_id"] }
            try warehouse.eachReportsCells(ids) { index, stored in
                let report = Tables.FactReport(reports[index])
                for cell in stored {
                    sink.append(Tables.fact(report, cell, labels[cell.code.ordinal]))
                }
                if let id = ids[index].integer { cells.add(stored, ofReport: id) }
            }
        }
        return cells
    }

    /// Each report with all of its numbers, in the order of the official forms.
    private func writeReports(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws {
        let codes = CellCode.all
        let figures = codes.map { code in
            let label = surroundings.catalog.officialLabels(of: code)
            return ExportTable.Column(
                code.name,
                code.unit.isWhole ? .integer : .decimal,
                label: "\(label.row)｜\(label.column) [\(code.name)]"
            )
        }
        let names = codes.map { Warehouse.column(of: $0) }
        try bundle.add("reports", Tables.reportColumns + figures, words) { sink in
            try warehouse.eachReport { report in
                let row = Tables.fields([report], Tables.reportColumns)[0]
                sink.append(row + names.map { Tables.number(report[$0]) })
            }
        }
    }

    private func writeTrends(
        to bundle: inout BundleWriter,
        from warehouse: borrowing Warehouse
    ) throws {
        let tables = TrendTables(surroundings)
        let years = contents.years
        var wide: [[CSVEncoder.Field]] = []
        let metrics = surroundings.metrics.metrics
        try bundle.add("trends", TrendTables.longColumns, words) { sink in
            for metric in metrics {
                for breakdown in Trend.Breakdown.allCases {
                    let trend = Trend(metric: metric, breakdown: breakdown)
                    let observations = try trend.observations(in: warehouse)
                    for observation in observations { sink.append(tables.longRow(observation)) }
                    wide += tables.wideRows(observations, years: years)
                }
            }
        }
        try bundle.add(
            ExportTable(
                name: "trends_wide",
                columns: TrendTables.wideColumns(years),
                rows: wide
            ),
            words
        )
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
                        sink.append(
                            tables.rankingRow(standing, level: group.level, sector: group.sector)
                        )
                    }
                }
            }
        }
    }
}
