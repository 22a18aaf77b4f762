import ReportModel

/// A table for people to read in a terminal, its columns aligned by display width.
public struct TerminalTable: Sendable {
    /// One column's heading and side.
    public struct Column: Sendable {
        /// The heading.
        public var title: String
        /// Whether its figures stand at the right.
        public var isNumeric: Bool

        /// A column.
        public init(_ title: String, isNumeric: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    private let columns: [Column]
    private let rows: [[String]]

    /// A table; characters that would command the terminal are made visible.
    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows.map { $0.map(Self.harmless) }
    }

    /// The table as lines, each ended by a line feed. Nothing is cut.
    public var text: String {
        let lines = [columns.map(\.title)] + rows
        let cells = lines.flatMap { $0.map(DisplayWidth.of) }
        let widths = columns.indices.map { column in
            stride(from: column, to: cells.count, by: columns.count).map { cells[$0] }.max() ?? 0
        }
        var text: [UInt8] = []
        for (number, line) in lines.enumerated() {
            let start = text.count
            for (column, cell) in line.enumerated() {
                let padding = widths[column] - cells[number * columns.count + column]
                let blanks = repeatElement(Self.blank, count: padding)
                if column > 0 { text += [Self.blank, Self.blank] }
                if columns[column].isNumeric { text += blanks }
                text += cell.utf8
                if !columns[column].isNumeric { text += blanks }
            }
            while text.count > start, text.last == Self.blank { text.removeLast() }
            text.append(UInt8(ascii: "\n"))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let blank = UInt8(ascii: " ")

    /// The text with control characters written as `\u{1B}`, so that names can't paint the screen.
    public static func harmless(_ text: String) -> String {
        let isTame = { (scalar: Unicode.Scalar) in
            // Letters and Chinese, which nearly all is, needn't be looked up.
            if 0x20..<0x7F ~= scalar.value || 0x3001...0x9FFF ~= scalar.value { return true }
            return switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        if text.unicodeScalars.allSatisfy(isTame) { return text }
        return text.unicodeScalars.map { scalar in
            if scalar == "\n" || scalar == "\t" { return " " }
            return isTame(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
        }.joined()
    }
}
