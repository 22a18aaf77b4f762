import CSVCodec
import Exporting
import Phrasebook
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

    /// Reports of one body, from one year to another.
    public init(agency: String? = nil, from: Int? = nil, to: Int? = nil) {
        filter = Warehouse.Filter(agency: agency, from: from, to: to)
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
                            words.say("column.\(column.key)"),
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
