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
            .init("loaded", .integer), .init("reread", .integer), .init("unchanged", .integer),
            .init("quarantined", .integer), .init("newly_quarantined", .integer),
            .init("failed_findings", .integer), .init("exported"), .init("exit_code", .integer),
            .init("message"),
        ]
        if format != .table {
            columns += [
                .init("program"), .init("reader"), .init("ignored", .integer), .init("paths"),
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

    /// What was refused, with the place and the reason, in the form asked for.
    ///
    /// - Parameters:
    ///   - path: one file, or `nil` for all.
    ///   - format: how they are printed.
    /// - Returns: the list.
    /// - Throws: ``JobError`` when there is no warehouse, or nothing was refused.
    public func quarantine(of path: String?, _ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        let rows: [SQLRow]
        do throws(WarehouseError) {
            rows = try warehouse.quarantined().filter { path == nil || $0["path"].text == path }
        } catch {
            throw .warehouse(error)
        }
        guard !rows.isEmpty else { throw .noMatch }
        return Tables.quarantine(rows, surroundings.phrasebook)
            .printed(format, surroundings.phrasebook)
    }
}

extension Tables {
    /// One row a content that was refused.
    static func quarantine(_ rows: [SQLRow], _ words: Phrasebook) -> ExportTable {
        let columns: [Column] = [
            .init("file"), .init("code"), .init("message"), .init("table", .integer),
            .init("line", .integer), .init("agency"), .init("year", .year), .init("sha256"),
        ]
        return ExportTable(
            name: "quarantine",
            columns: columns,
            rows: rows.map { row in
                let details = (1...4).compactMap { row["detail_\($0)"].text }
                let code = row["code"].text ?? ""
                return [
                    .init(row["path"].text), .text(code),
                    .text(words.say("rejection.\(code)", details: details)),
                    .init(row["table_number"].integer), .init(row["line"].integer),
                    .init(row["agency"].text), .init(row["year"].integer),
                    .init(row["sha256"].text),
                ]
            }
        )
    }
}
