import CSVCodec
import Exporting
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// Writes the bundle: facts, reports, trends, findings, doubts, claims and the data dictionary.
public struct ExportJob: Sendable {
    private let surroundings: Surroundings
    private let directory: String

    /// A job into a folder.
    public init(_ surroundings: Surroundings, directory: String) {
        self.surroundings = surroundings
        self.directory = directory
    }

    /// What the job did.
    public struct Outcome: Sendable {
        /// Whether the bundle was written; else it was there already.
        public var isWritten: Bool
        /// What was done, in words.
        public var text: String
    }

    /// Asks the warehouse and puts the bundle in place.
    ///
    /// - Parameter isTrial: whether to say what would be written, and write nothing.
    /// - Returns: what was done, in words.
    /// - Throws: ``JobError`` when there is no warehouse or the disk can't be written.
    public func run(isTrial: Bool) throws(JobError) -> Outcome {
        let tables = try tables()
        let words = surroundings.phrasebook
        let rows = tables.map { words.say("export.file", $0.name + ".csv", String($0.rows.count)) }
        if isTrial { return Outcome(isWritten: false, text: rows.joined(separator: "\n")) }
        var files: [String: [UInt8]] = [:]
        for table in tables {
            files[table.name + ".csv"] = table.csv(.excel, surroundings.phrasebook)
        }
        do {
            let isWritten = try ExportBundle(files: files).publish(in: directory) == .written
            let summary = isWritten ? "export.written" : "export.unchanged"
            let head = words.say(summary, directory + "/current")
            return Outcome(
                isWritten: isWritten,
                text: ([head] + (isWritten ? rows : [])).joined(separator: "\n")
            )
        } catch {
            throw .export(error)
        }
    }

    private func tables() throws(JobError) -> [ExportTable] {
        let warehouse = try surroundings.openForReading()
        do throws(WarehouseError) {
            let reports = try warehouse.reports()
            let codes = Dictionary(uniqueKeysWithValues: CellCode.all.map { ($0.name, $0) })
            var facts = ExportTable(name: "facts", columns: Tables.factColumns)
            for report in reports {
                facts.rows += Tables.facts(
                    report,
                    try warehouse.cells(ofReport: report["report_id"]),
                    catalog: surroundings.catalog,
                    codes: codes
                )
            }
            var observations: [Observation] = []
            for metric in surroundings.metrics.metrics {
                for breakdown in Trend.Breakdown.allCases {
                    observations += try Trend(metric: metric, breakdown: breakdown)
                        .observations(in: warehouse)
                }
            }
            let doubts = try warehouse.rows(
                "SELECT * FROM v_warning ORDER BY agency, year, number"
            )
            let claims = try warehouse.rows(
                "SELECT * FROM v_claim ORDER BY agency, year, number"
            )
            let tables = [
                facts, Tables.reports(reports),
                TrendTables(surroundings).long(observations),
                Tables.findings(try warehouse.findings()),
                Tables.warnings(doubts, surroundings.phrasebook), Tables.claims(claims),
                Tables.agencies(try warehouse.registerRows()),
                Tables.names(
                    try warehouse.rows(
                        "SELECT * FROM agency_name ORDER BY agency_id, first_year, name"
                    )
                ),
                Tables.revisions(
                    try warehouse.rows(
                        "SELECT * FROM v_revision ORDER BY agency, year, stands DESC, sha256"
                    )
                ),
                try coverage(in: warehouse, reports),
            ]
            return tables + [DataDictionary.table(of: tables, surroundings)]
        } catch {
            throw .warehouse(error)
        }
    }

    /// Coverage as of the last day on which anything was published: the bundle must not depend on the day it is
    /// written.
    private func coverage(
        in warehouse: borrowing Warehouse,
        _ reports: [SQLRow]
    ) throws(WarehouseError) -> ExportTable {
        let last = reports.compactMap { $0["published"].text.flatMap(CivilDate.init(iso:)) }.max()
        let season = reports.compactMap { $0["year"].integer }.max() ?? 0
        let rows = try warehouse.coverage(Warehouse.Filter(), region: nil, season: season)
        return Tables.coverage(rows) { row in
            let day = last ?? CivilDate(year: season + 1, month: 12, day: 31)
            return day.map { CoverageJob.status(of: row, on: $0) } ?? (.missing, nil)
        }
    }
}
