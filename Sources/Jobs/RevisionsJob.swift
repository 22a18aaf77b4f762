import Exporting
import Phrasebook
import ReportModel
import Warehouse

/// Shows the contents that were seen of one report, and lets a person say which of them counts.
public struct RevisionsJob: Sendable {
    private let surroundings: Surroundings

    /// A job on a warehouse.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// The revisions of a report, the one that counts first.
    ///
    /// - Parameters:
    ///   - agency: any of the body's names, or its id.
    ///   - year: the year.
    ///   - day: as of which day of publication, or `nil` for now.
    ///   - format: how it is printed.
    /// - Returns: a row a revision.
    /// - Throws: ``JobError`` when there is no such report.
    public func list(
        agency: String,
        year: Int,
        asOf day: String?,
        _ format: ResultFormat
    ) throws(JobError) -> [UInt8] {
        if let day, CivilDate(iso: day) == nil { throw .usage("error.no_day", [day]) }
        let warehouse = try surroundings.openForReading()
        let body = try ReportFilter.body(named: agency, in: warehouse)
        do throws(WarehouseError) {
            let rows = try warehouse.revisions(of: body.id, year: year, asOf: day)
            if !rows.isEmpty {
                var table = Tables.revisions(rows)
                if format == .table {
                    table = table.only([
                        "agency_printed", "year", "published", "sha256", "file", "pinned", "alike",
                    ])
                }
                return table.printed(format, surroundings.phrasebook)
            }
        } catch {
            throw .warehouse(error)
        }
        throw .noMatch
    }

    /// Lets one revision count, whatever was published later; or takes that back.
    ///
    /// - Parameters:
    ///   - hash: the beginning of its content's hash, eight digits or more.
    ///   - reason: why; `nil` takes the pin away.
    /// - Returns: the hash in full.
    /// - Throws: ``JobError/usage(_:_:)`` when no revision's hash begins so, or several do.
    public func pin(_ hash: String, reason: String?) throws(JobError) -> String {
        let warehouse = try surroundings.openForWriting()
        let derived = try DerivedTables(surroundings)
        let found: [SQLRow]
        do throws(WarehouseError) {
            found = try warehouse.rows(
                "SELECT sha256 FROM revision WHERE sha256 LIKE :hash || '%'",
                ["hash": .text(hash)]
            )
        } catch {
            throw .warehouse(error)
        }
        guard hash.utf8.count >= 8, hash.allSatisfy(\.isHexDigit), found.count == 1,
            let whole = found[0]["sha256"].text
        else { throw .usage("error.no_such_revision", [hash]) }
        do throws(WarehouseError) {
            try warehouse.transaction { () throws(WarehouseError) in
                try warehouse.pin(whole, reason: reason)
                try derived.update(in: warehouse)
            }
        } catch {
            throw .warehouse(error)
        }
        return whole
    }
}
