import CSVCodec
import Exporting
import Phrasebook
import Register
import ReportModel
import Warehouse

/// Shows the register, and takes people's decisions about it.
///
/// A decision is kept by name, so that it holds for whatever is read anew; the register is worked out again at once.
public struct AgenciesJob: Sendable {
    private let surroundings: Surroundings

    /// A job on a warehouse.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// The bodies, in the form asked for.
    ///
    /// - Parameters:
    ///   - region: the beginning of the region's code, or `nil` for all.
    ///   - standing: one standing, or `nil` for all.
    ///   - format: how it is printed.
    /// - Returns: a row a body.
    /// - Throws: ``JobError`` when there is no warehouse.
    public func list(
        region: String?,
        standing: String?,
        _ format: ResultFormat
    ) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        do throws(WarehouseError) {
            let rows = try warehouse.registerRows(region: region, standing: standing)
            var table = Tables.agencies(rows)
            if format == .table {
                table = table.only([
                    "agency_id", "agency", "region_name", "level", "kind", "sector", "parent",
                    "standing", "remark", "reports", "first_year", "last_year",
                ])
            }
            return table.printed(format, surroundings.phrasebook)
        } catch {
            throw .warehouse(error)
        }
    }

    /// One body with its names and successions.
    ///
    /// - Parameters:
    ///   - name: any of its names, or its id.
    ///   - format: how it is printed.
    /// - Returns: the body; its names with their years and reasons; who took over whom.
    /// - Throws: ``JobError`` when no body goes by the name, or several do.
    public func show(_ name: String, _ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        let body = try ReportFilter.body(named: name, in: warehouse)
        do throws(WarehouseError) {
            let own = Tables.agencies(try warehouse.registerRows(agency: body.name))
            let parameters: [String: SQLValue] = ["id": .text(body.id)]
            let names = Tables.names(
                try warehouse.rows(
                    "SELECT * FROM agency_name WHERE agency_id = :id ORDER BY first_year, name",
                    parameters
                )
            )
            let successions = Tables.successions(
                try warehouse.rows(
                    """
                    SELECT old.name AS predecessor, new.name AS successor, succession.kind, succession.year,
                        succession.reason AS because
                    FROM succession JOIN agency AS old ON old.id = predecessor
                    JOIN agency AS new ON new.id = successor
                    WHERE :id IN (predecessor, successor) ORDER BY succession.year, 1, 2
                    """,
                    parameters
                )
            )
            return ExportTable.printed([own, names, successions], format, surroundings.phrasebook)
        } catch {
            throw .warehouse(error)
        }
    }

    /// Decides that two names are one body's.
    public func merge(_ name: String, into other: String, reason: String) throws(JobError) -> String
    {
        try decide([name: ["agency": .text(other), "stands_alone": .integer(0)]], reason: reason)
    }

    /// Decides that a name is a body of its own.
    public func split(_ name: String, reason: String) throws(JobError) -> String {
        try decide([name: ["agency": .null, "stands_alone": .integer(1)]], reason: reason)
    }

    /// Decides how a body is to be called.
    public func rename(_ name: String, to display: String, reason: String) throws(JobError)
        -> String
    {
        try decide([name: ["display": .text(display)]], reason: reason)
    }

    /// The columns of a file of decisions.
    public static let importColumns = ["name"] + Warehouse.decisionColumns

    /// Takes decisions from a CSV file.
    ///
    /// - Parameter path: the file; its columns are ``importColumns``, and an empty field decides nothing.
    /// - Returns: what was decided, in words.
    /// - Throws: ``JobError/usage(_:_:)`` when a line can't be used; then none is.
    public func takeIn(_ path: String) throws(JobError) -> String {
        let bytes: [UInt8]
        do { bytes = try InputFile(path: Array(path.utf8)).bytes(most: 1 << 26) } catch {
            throw .nothingToRead([path])
        }
        let records: [[String]]
        do {
            let text = String(
                decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...],
                as: UTF8.self
            )
            records = try CSVDecoder.records(of: text, columns: Self.importColumns)
        } catch {
            throw .usage("error.decisions", [path, "\(error)"])
        }
        var decisions: [String: [String: SQLValue]] = [:]
        for (number, record) in records.enumerated() {
            guard !record[0].isEmpty, try isSound(record) else {
                throw .usage(
                    "error.decisions",
                    [path, "\(number + 2): \(record.joined(separator: ","))"]
                )
            }
            var values: [String: SQLValue] = [:]
            for (column, field) in zip(Warehouse.decisionColumns, record.dropFirst())
            where !field.isEmpty {
                values[column] = column == "stands_alone" ? .integer(Int(field) ?? 0) : .text(field)
            }
            decisions[record[0]] = values
        }
        return try decide(decisions, reason: nil)
    }

    /// Whether a line's codes are known.
    private func isSound(_ record: [String]) throws(JobError) -> Bool {
        let register = try surroundings.register
        let fields = Dictionary(uniqueKeysWithValues: zip(Self.importColumns, record))
        func fits(_ column: String, _ known: (String) -> Bool) -> Bool {
            fields[column].map { $0.isEmpty || known($0) } ?? true
        }
        return fits("stands_alone") { ["0", "1"].contains($0) }
            && fits("level") { AgencyLevel(rawValue: $0) != nil }
            && fits("kind") { AgencyKind(rawValue: $0) != nil }
            && fits("sector") { code in register.sectors.contains { $0.id == code } }
            && fits("region") {
                register.regions[register.regions.code(now: $0)] != nil
            }
    }

    private func decide(
        _ decisions: [String: [String: SQLValue]],
        reason: String?
    ) throws(JobError) -> String {
        let warehouse = try surroundings.openForWriting()
        let derived = try DerivedTables(surroundings)
        do throws(WarehouseError) {
            try warehouse.transaction { () throws(WarehouseError) in
                for (name, values) in decisions.sorted(by: { $0.key < $1.key }) {
                    var values = values
                    if let reason { values["reason"] = .text(reason) }
                    try warehouse.decide(name, values)
                }
                try derived.update(in: warehouse)
            }
            let bodies = try decisions.keys.sorted().map { name throws(WarehouseError) in
                let owner = try warehouse.bodies(named: name)
                return "\(name) → \(owner.map(\.name).joined(separator: ", "))"
            }
            return bodies.joined(separator: "\n")
        } catch {
            throw .warehouse(error)
        }
    }
}
