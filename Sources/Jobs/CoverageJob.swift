import CSVCodec
import Checking
import Exporting
import Phrasebook
import ReportModel
import Warehouse

/// Tells which reports are there, late, missing, refused or not yet due.
public struct CoverageJob: Sendable {
    private let surroundings: Surroundings
    private let reports: ReportFilter
    private let region: String?
    private let day: CivilDate

    /// A job on some bodies and years, as of a day.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when the day is none.
    public init(
        _ surroundings: Surroundings,
        reports: ReportFilter,
        region: String?,
        day: String
    ) throws(JobError) {
        guard let day = CivilDate(iso: day) else { throw .usage("error.no_day", [day]) }
        self.surroundings = surroundings
        self.reports = reports
        self.region = region
        self.day = day
    }

    /// The answer: a row for each body and year; in the table for people those that are there in time are only
    /// counted.
    ///
    /// - Throws: ``JobError`` when there is no warehouse, or no body fits.
    public func answer(_ format: ResultFormat) throws(JobError) -> (
        answer: [UInt8], summary: String
    ) {
        let warehouse = try surroundings.openForReading()
        let filter = try reports.resolved(in: warehouse)
        let rows: [SQLRow]
        do throws(WarehouseError) {
            rows = try warehouse.coverage(filter, region: region, season: day.year - 1)
        } catch {
            throw .warehouse(error)
        }
        guard !rows.isEmpty else { throw .noMatch }
        var table = Tables.coverage(
            rows.map { row in
                let (status, deadline) = Self.status(of: row, on: day)
                return (row, status, deadline)
            }
        )
        let place = table.columns.firstIndex { $0.key == "coverage" } ?? 0
        var counts: [String: Int] = [:]
        for row in table.rows { counts[row[place].plain, default: 0] += 1 }
        if format == .table { table.rows.removeAll { $0[place] == .text("present") } }
        let words = surroundings.phrasebook
        let summary = Status.allCases.map { status in
            "\(words.say("coverage.\(status.rawValue)")) \(counts[status.rawValue] ?? 0)"
        }
        return (
            table.rows.isEmpty && format == .table ? [] : table.printed(format, words),
            summary.joined(separator: ", ")
        )
    }

    /// What can be said of an expected report.
    enum Status: String, CaseIterable {
        case present, late, missing, quarantined
        case notYetDue = "not_yet_due"
    }

    /// What is to be said of a row of the coverage query, and its deadline.
    static func status(of row: SQLRow, on day: CivilDate) -> (Status, CivilDate?) {
        let agency = Agency(
            id: "",
            name: "",
            region: nil,
            level: row["level"].text.flatMap(AgencyLevel.init) ?? .unknown,
            kind: row["kind"].text.flatMap(AgencyKind.init) ?? .department,
            sector: nil,
            standing: .recognised
        )
        let deadline = ReportDeadline.day(for: agency, on: row["year"].integer ?? 0)
        if row["is_there"].integer == 1 {
            let published = row["published"].text.flatMap(CivilDate.init(iso:))
            let isLate = published.flatMap { day in deadline.map { day > $0 } } ?? false
            return (isLate ? .late : .present, deadline)
        }
        if row["refused"].text != nil { return (.quarantined, deadline) }
        return (deadline.map { day <= $0 } ?? false ? .notYetDue : .missing, deadline)
    }
}
