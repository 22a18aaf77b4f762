public import CSVCodec
public import Phrasebook

/// A table on its way out: columns by key, rows of typed fields.
public struct ExportTable: Sendable {
    /// The file's name without ending, such as `facts`.
    public var name: String
    /// The columns, in order.
    public var columns: [Column]
    /// The rows; each has a field for each column.
    public var rows: [[CSVEncoder.Field]]

    /// A table.
    public init(name: String, columns: [Column], rows: [[CSVEncoder.Field]] = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// A column of a table.
    public struct Column: Sendable, Hashable {
        /// The column's key, the same in every language.
        public var key: String
        /// What its fields are.
        public var type: ColumnType
        /// The header where the phrasebook has none, such as a cell's official label.
        public var label: String?

        /// A column.
        public init(_ key: String, _ type: ColumnType = .text, label: String? = nil) {
            self.key = key
            self.type = type
            self.label = label
        }

        /// The header for people.
        public func title(in phrasebook: Phrasebook) -> String {
            label
                ?? (phrasebook.has("column.\(key)") ? phrasebook.say("column.\(key)") : key)
        }
    }

    /// What a column's fields are.
    public enum ColumnType: String, Sendable {
        /// Words.
        case text
        /// Whole numbers.
        case integer
        /// Decimals, exactly.
        case decimal
        /// A share of one, with six decimals.
        case share
        /// A day in ISO 8601.
        case date
        /// A year.
        case year
    }

    /// The table as a file.
    ///
    /// - Parameters:
    ///   - profile: for spreadsheets, with headers in words; or for programs, with keys.
    ///   - phrasebook: the language of the headers.
    /// - Returns: the bytes of the file.
    public func csv(_ profile: CSVEncoder.Profile, _ phrasebook: Phrasebook) -> [UInt8] {
        let header = columns.map { profile == .excel ? $0.title(in: phrasebook) : $0.key }
        var encoder = CSVEncoder(profile: profile, header: header)
        for row in rows { encoder.append(row) }
        return encoder.bytes
    }
}

extension CSVEncoder.Field {
    /// Text, or a missing value.
    public init(_ text: String?) {
        self = text.map(CSVEncoder.Field.text) ?? .missing
    }

    /// A number, or a missing value.
    public init(_ integer: Int?) {
        self = integer.map { .number(String($0)) } ?? .missing
    }

    /// A share in millionths, printed with six decimals; or a missing value.
    public init(millionths: Int?) {
        guard let millionths else {
            self = .missing
            return
        }
        let digits = String(millionths.magnitude % 1_000_000)
        let decimals = String(repeating: "0", count: 6 - digits.count) + digits
        let sign = millionths < 0 ? "-" : ""
        self = .number("\(sign)\(millionths.magnitude / 1_000_000).\(decimals)")
    }

    /// The field as it is printed.
    public var plain: String {
        switch self {
        case .text(let text): text
        case .number(let digits): digits
        case .missing: ""
        }
    }
}
