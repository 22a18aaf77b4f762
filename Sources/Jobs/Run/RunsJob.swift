import CSVCodec
import Exporting
import Phrasebook
import Warehouse

/// Tells which runs there were, and what each did.
public struct RunsJob: Sendable {
    private let surroundings: Surroundings

    /// A job on a warehouse.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// The runs, the last one first, in the form asked for.
    ///
    /// - Parameters:
    ///   - most: how many, or `nil` for all.
    ///   - format: how they are printed.
    /// - Returns: the list.
    /// - Throws: ``JobError`` when there is no warehouse, or nothing has run.
    public func list(most: Int?, _ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        let rows: [SQLRow]
        do throws(WarehouseError) { rows = try warehouse.runs() } catch { throw .warehouse(error) }
        guard !rows.isEmpty else { throw .noMatch }
        var columns: [ExportTable.Column] = [
            .init("id", .integer), .init("started"), .init("ended"), .init("seen", .integer),
            .init("new", .integer), .init("changed", .integer), .init("unchanged", .integer),
            .init("quarantined", .integer), .init("ignored", .integer),
            .init("newly_quarantined", .integer), .init("vanished", .integer),
            .init("failed_findings", .integer), .init("exported"), .init("exit_code", .integer),
            .init("message"),
        ]
        if format != .table {
            columns += [
                .init("program"), .init("reader"), .init("passed_over", .integer),
                .init("paths"),
            ]
        }
        return ExportTable(
            name: "runs",
            columns: columns,
            rows: Tables.fields(Array(rows.prefix(most ?? rows.count)), columns)
        ).printed(format, surroundings.phrasebook)
    }

    /// What a run did with the files that it didn't pass over, in the form asked for.
    ///
    /// - Throws: ``JobError`` when there is no such run, or it passed over all files.
    public func files(ofRun run: Int, _ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        let rows: [SQLRow]
        do throws(WarehouseError) { rows = try warehouse.files(ofRun: run) } catch {
            throw .warehouse(error)
        }
        guard !rows.isEmpty else { throw .noMatch }
        let columns: [ExportTable.Column] = [.init("file"), .init("state"), .init("code")]
        return ExportTable(name: "files", columns: columns, rows: Tables.fields(rows, columns))
            .printed(format, surroundings.phrasebook)
    }
}
