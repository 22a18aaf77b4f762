import CSVCodec
import Exporting
import Phrasebook
import ReportModel
import Warehouse

/// Prints one report as the official form, with marks on doubtful cells.
public struct ShowJob: Sendable {
    private let surroundings: Surroundings
    private let agency: String
    private let year: Int
    private let day: String?

    /// A job on a body's report on a year, as it stood on a day.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when the day is none.
    public init(
        _ surroundings: Surroundings,
        agency: String,
        year: Int,
        day: String?
    ) throws(JobError) {
        if let day, CivilDate(iso: day) == nil { throw .usage("error.no_day", [day]) }
        self.surroundings = surroundings
        self.agency = agency
        self.year = year
        self.day = day
    }

    /// The report, in the form asked for.
    ///
    /// - Throws: ``JobError`` when there is no such report.
    public func answer(_ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        let body = try ReportFilter.body(named: agency, in: warehouse)
        do throws(WarehouseError) {
            let revisions = try warehouse.revisions(of: body.id, year: year, asOf: day)
            if let standing = revisions.first {
                let cells = try warehouse.cells(ofReport: standing["revision_id"])
                // What is said beside other reports is said of the revision that counts.
                let findings =
                    standing["stands"].integer == 1
                    ? try warehouse.findings(
                        Warehouse.Filter(agency: body.name, from: year, to: year)
                    )
                    : try warehouse.findings(ofRevision: standing["revision_id"])
                let doubtful = Self.failedCells(findings)
                let tables = FormTable.tables(of: cells, doubtful, surroundings.official)
                let head = head(standing, body.name, findings)
                switch format {
                case .table:
                    let texts = tables.map { table in
                        String(
                            decoding: table.printed(.table, surroundings.phrasebook),
                            as: UTF8.self
                        )
                    }
                    return Array(([head] + texts).joined(separator: "\n").utf8)
                case .csv, .json:
                    return ExportTable.printed(tables, format, surroundings.phrasebook)
                }
            }
        } catch {
            throw .warehouse(error)
        }
        throw .noMatch
    }

    /// Cells that findings which fail speak of.
    private static func failedCells(_ findings: [SQLRow]) -> Set<String> {
        Set(
            findings.filter { $0["verdict"].text == "fail" && $0["accepted"].text == nil }
                .flatMap { ($0["cells"].text ?? "").split(separator: " ").map(String.init) }
        )
    }

    private func head(_ revision: SQLRow, _ name: String, _ findings: [SQLRow]) -> String {
        let words = surroundings.phrasebook
        let failed = findings.count { $0["verdict"].text == "fail" && $0["accepted"].text == nil }
        let lines = [
            "\(name) \(year)", revision["title"].text ?? "",
            words.say(
                "show.head",
                revision["edition"].text ?? "",
                revision["published"].text ?? "—",
                revision["scope"].text ?? "",
                revision["path"].text ?? "—"
            ),
            words.say("show.marks", String(failed)),
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
