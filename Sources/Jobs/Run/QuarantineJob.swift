import CSVCodec
import Exporting
import Phrasebook
import Warehouse

/// What was refused, and what is to become of it. The files themselves stay where they are.
public struct QuarantineJob: Sendable {
    private let surroundings: Surroundings

    /// A job on a warehouse.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// What was refused, with the place and the reason, in the form asked for.
    ///
    /// - Throws: ``JobError`` when there is no warehouse, or nothing was refused.
    public func list(_ format: ResultFormat) throws(JobError) -> [UInt8] {
        let rows = try rows()
        guard !rows.isEmpty else { throw .noMatch }
        return Tables.quarantine(rows, surroundings.phrasebook)
            .printed(format, surroundings.phrasebook)
    }

    /// All that is known of a refused file, in both languages.
    ///
    /// - Parameters:
    ///   - path: the file's path, or that of a member of an archive.
    ///   - format: how it is printed.
    /// - Returns: the answer.
    /// - Throws: ``JobError`` when there is no warehouse, or no such file was refused.
    public func show(_ path: String, _ format: ResultFormat) throws(JobError) -> [UInt8] {
        let rows = try rows().filter { $0["path"].text == path }
        guard !rows.isEmpty else { throw .noMatch }
        var table = Tables.quarantine(rows, surroundings.phrasebook)
        table.columns += [
            .init("message_en"), .init("message_zh"), .init("first_seen"),
            .init("tries", .integer), .init("ignored", .integer), .init("reader"),
        ]
        do {
            let languages = try Language.allCases.map { try Phrasebook($0) }
            for (index, row) in rows.enumerated() {
                let messages = languages.map { CSVEncoder.Field.text(Tables.message(of: row, $0)) }
                table.rows[index] += messages
                table.rows[index] += [
                    .init(row["first_seen"].text), .init(row["tries"].integer),
                    .init(row["ignored"].integer), .init(row["reader"].text),
                ]
            }
        } catch {
            throw .broken(String(describing: error))
        }
        return table.printed(format, surroundings.phrasebook)
    }

    /// Has refused files read again by the next run.
    ///
    /// - Parameter path: one of them, or `nil` for all that nobody ignores.
    /// - Returns: what was done, in words.
    /// - Throws: ``JobError`` when there is no warehouse, or no such file was refused.
    public func retry(_ path: String?) throws(JobError) -> String {
        let warehouse = try surroundings.openForWriting()
        let count: Int
        do throws(WarehouseError) {
            count = try warehouse.transaction { () throws(WarehouseError) in
                try warehouse.retryQuarantined(path)
            }
        } catch {
            throw .warehouse(error)
        }
        guard count > 0 else { throw .noMatch }
        return surroundings.phrasebook.say("quarantine.retried", String(count))
    }

    /// From now on passes over a refused file as long as its bytes stay the same, or, undone, no longer.
    ///
    /// - Returns: what was done, in words.
    /// - Throws: ``JobError`` when there is no warehouse, or no such file was refused.
    public func ignore(_ path: String, undo: Bool) throws(JobError) -> String {
        let warehouse = try surroundings.openForWriting()
        let isThere: Bool
        do throws(WarehouseError) {
            isThere = try warehouse.transaction { () throws(WarehouseError) in
                try warehouse.ignoreQuarantined(path, !undo)
            }
        } catch {
            throw .warehouse(error)
        }
        guard isThere else { throw .noMatch }
        return surroundings.phrasebook.say(undo ? "quarantine.heeded" : "quarantine.ignored", path)
    }

    private func rows() throws(JobError) -> [SQLRow] {
        let warehouse = try surroundings.openForReading()
        do throws(WarehouseError) { return try warehouse.quarantined() } catch {
            throw .warehouse(error)
        }
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
                [
                    .init(row["path"].text), .init(row["code"].text),
                    .text(message(of: row, words)),
                    .init(row["table_number"].integer), .init(row["line"].integer),
                    .init(row["agency"].text), .init(row["year"].integer),
                    .init(row["sha256"].text),
                ]
            }
        )
    }

    /// Why a file was refused, in one sentence.
    static func message(of row: SQLRow, _ words: Phrasebook) -> String {
        let details = (1...4).compactMap { row["detail_\($0)"].text }
        return words.say("rejection.\(row["code"].text ?? "")", details: details)
    }
}
