import CSVCodec
import Exporting
import Phrasebook
import ReportModel
import Warehouse

/// The forms in which an answer can be had.
public enum ResultFormat: String, Sendable, CaseIterable {
    /// For people, aligned.
    case table
    /// For spreadsheets.
    case csv
    /// For programs.
    case json
}

/// Which reports a question is about; whatever is `nil` doesn't narrow.
public struct ReportFilter: Sendable {
    let filter: Warehouse.Filter
    let day: String?

    /// Reports of one body, from one year to another, as they stood on a day; `nil` is now.
    public init(
        agency: String? = nil,
        from: Int? = nil,
        to: Int? = nil,
        asOf day: String? = nil
    ) {
        filter = Warehouse.Filter(agency: agency, from: from, to: to)
        self.day = day
    }

    /// The filter with the body's present name, whichever of its names or numbers was given; the warehouse then shows
    /// what stood on the day.
    ///
    /// - Throws: ``JobError`` when no body goes by the name, or several do, or the day is none.
    func resolved(in warehouse: borrowing Warehouse) throws(JobError) -> Warehouse.Filter {
        if let day {
            guard CivilDate(iso: day) != nil else { throw .usage("error.no_day", [day]) }
            do throws(WarehouseError) { try warehouse.rewind(to: day) } catch {
                throw .warehouse(error)
            }
        }
        guard let name = filter.agency else { return filter }
        var resolved = filter
        resolved.agency = try Self.body(named: name, in: warehouse).name
        return resolved
    }

    /// The one body that goes by a name or number, or went by it.
    ///
    /// - Throws: ``JobError`` when there is none, or there are several.
    static func body(
        named name: String,
        in warehouse: borrowing Warehouse
    ) throws(JobError) -> (id: String, name: String) {
        let bodies: [(id: String, name: String)]
        do throws(WarehouseError) { bodies = try warehouse.bodies(named: name) } catch {
            throw .warehouse(error)
        }
        guard let first = bodies.first else { throw .usage("error.no_such_body", [name]) }
        guard bodies.count == 1 else {
            throw .usage(
                "error.several_bodies",
                [name, bodies.map(\.name).joined(separator: ", ")]
            )
        }
        return first
    }
}

/// Which bodies a question is about; whatever is `nil` doesn't narrow.
public struct BodyFilter: Sendable {
    let region: String?
    let level: String?
    let sector: String?

    /// Bodies of a region (the beginning of its code), a level and a sector.
    public init(region: String? = nil, level: String? = nil, sector: String? = nil) {
        self.region = region
        self.level = level
        self.sector = sector
    }
}

extension ExportTable {
    /// The table without all columns but these.
    func only(_ keys: [String]) -> ExportTable {
        let kept = columns.indices.filter { keys.contains(columns[$0].key) }
        return ExportTable(
            name: name,
            columns: kept.map { columns[$0] },
            rows: rows.map { row in kept.map { row[$0] } }
        )
    }

    /// Several tables in the form asked for: one below the other, or as one object.
    static func printed(
        _ tables: [ExportTable],
        _ format: ResultFormat,
        _ words: Phrasebook
    ) -> [UInt8] {
        switch format {
        case .csv, .table:
            var bytes: [UInt8] = []
            for table in tables where !table.rows.isEmpty {
                if !bytes.isEmpty { bytes += Array((format == .csv ? "\r\n" : "\n").utf8) }
                let own = table.printed(format, words)
                bytes += bytes.isEmpty || format == .table ? own[...] : own.dropFirst(3)
            }
            return bytes
        case .json:
            let members = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.json) })
            return Array(JSONValue.object(members).text.utf8)
        }
    }

    /// The table in the form asked for.
    func printed(_ format: ResultFormat, _ words: Phrasebook) -> [UInt8] {
        switch format {
        case .csv: csv(.excel, words)
        case .json: Array(json.text.utf8)
        case .table:
            Array(
                TerminalTable(
                    columns: columns.map { column in
                        TerminalTable.Column(
                            column.title(in: words),
                            isNumeric: [.integer, .decimal, .share].contains(column.type)
                        )
                    },
                    rows: rows.map { $0.map(\.plain) }
                ).text.utf8
            )
        }
    }

    private var json: JSONValue {
        .array(
            rows.map { row in
                var members: [String: JSONValue] = [:]
                for (column, field) in zip(columns, row) {
                    switch field {
                    case .missing: members[column.key] = .null
                    case .text(let text): members[column.key] = .string(text)
                    case .number(let digits):
                        let isWhole = column.type == .integer || column.type == .year
                        members[column.key] =
                            (isWhole ? Int(digits).map(JSONValue.integer) : nil) ?? .string(digits)
                    }
                }
                return .object(members)
            }
        )
    }
}
