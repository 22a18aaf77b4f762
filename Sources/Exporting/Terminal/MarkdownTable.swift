import ReportModel

/// A table in Markdown, to paste into a report.
public struct MarkdownTable: Sendable {
    private let columns: [TerminalTable.Column]
    private let rows: [[String]]

    /// A table; what Markdown or a browser would take for a command is made harmless.
    public init(columns: [TerminalTable.Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The table as lines, each ended by a line feed.
    public var text: String {
        let sides = columns.map { $0.isNumeric ? "---:" : "---" }
        return
            ([columns.map { Self.harmless($0.title) }, sides] + rows.map { $0.map(Self.harmless) })
            .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// The text with the characters that mean something written so that they don't.
    public static func harmless(_ text: String) -> String {
        TerminalTable.harmless(text).map { character -> String in
            switch character {
            case "|", "\\", "`", "*", "_", "[", "]", "~", "#": "\\\(character)"
            case "<": "&lt;"
            case ">": "&gt;"
            case "&": "&amp;"
            default: String(character)
            }
        }.joined()
    }
}
