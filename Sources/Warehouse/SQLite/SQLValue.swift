/// A value on its way into or out of the database.
public enum SQLValue: Sendable, Hashable {
    /// No value.
    case null
    /// A whole number.
    case integer(Int)
    /// Text.
    case text(String)

    /// Text, or no value.
    public init(_ text: String?) {
        self = text.map(SQLValue.text) ?? .null
    }

    /// A number, or no value.
    public init(_ integer: Int?) {
        self = integer.map(SQLValue.integer) ?? .null
    }

    /// The number; `nil` for anything else.
    public var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The value as text; `nil` for no value.
    public var text: String? {
        switch self {
        case .null: nil
        case .integer(let value): String(value)
        case .text(let value): value
        }
    }
}

/// A row that a query returned, by its columns' names.
public struct SQLRow: Sendable, Hashable {
    /// The columns' names, in order.
    public var columns: [String] { header.columns }
    /// The values, in the same order.
    public let values: [SQLValue]
    private let header: SQLHeader

    /// A row.
    public init(columns: [String], values: [SQLValue]) {
        self.init(header: SQLHeader(columns), values: values)
    }

    init(header: SQLHeader, values: [SQLValue]) {
        self.header = header
        self.values = values
    }

    /// The value of a column; no value if the query has no such column.
    public subscript(column: String) -> SQLValue {
        header.place(of: column).map { values[$0] } ?? .null
    }
}

/// The columns' names that the rows of a query share.
struct SQLHeader: Sendable, Hashable {
    let columns: [String]
    /// Where each column stands; only for so many columns that looking through them takes longer.
    private let places: [String: Int]

    init(_ columns: [String]) {
        self.columns = columns
        places =
            columns.count < 24
            ? [:]
            : Dictionary(zip(columns, columns.indices), uniquingKeysWith: { first, _ in first })
    }

    func place(of column: String) -> Int? {
        places.isEmpty ? columns.firstIndex(of: column) : places[column]
    }
}
