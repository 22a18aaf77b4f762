import DocumentModel
import ReportModel

/// Reads Markdown: pipe tables as grids, everything else as lines without their marks.
///
/// Source: GitHub Flavored Markdown, "tables". Pipe tables have no merged cells: what a form merges comes as
/// one filled cell and empty ones beside or below it.
enum MarkdownReader {
    /// Whether a text has a pipe table: a row of cells above a row of dashes.
    static func recognises(_ lines: [Substring]) -> Bool {
        zip(lines, lines.dropFirst()).contains { isRow($0) && isRule($1) }
    }

    /// Reads a text in UTF-8.
    ///
    /// - Throws: `.tableTooLarge` when a table is beyond all bounds.
    static func read(_ text: DecodedText) throws(Rejection) -> SourceDocument {
        var blocks: [SourceDocument.Block] = []
        var grid: GridBuilder?
        var tables = 0
        for (index, line) in lines(of: text).enumerated() {
            guard isRow(line) else {
                if let finished = grid?.finished() { blocks.append(.grid(finished)) }
                grid = nil
                let words = line.drop { "# >*".contains($0) }
                blocks.append(.line(TextLine(plain(words), origin: Origin(line: index + 1))))
                continue
            }
            if isRule(line) { continue }
            if grid == nil {
                tables += 1
                grid = GridBuilder(table: tables)
            }
            try grid?.beginRow()
            for cell in cells(of: line) {
                try grid?.add(text: cell, rowSpan: 1, columnSpan: 1, line: index + 1)
            }
        }
        if let finished = grid?.finished() { blocks.append(.grid(finished)) }
        return SourceDocument(
            format: .markdown,
            encoding: text.encoding,
            title: nil,
            metadata: [],
            blocks: blocks,
            warnings: []
        )
    }

    /// The lines of a text, empty ones included.
    static func lines(of text: DecodedText) -> [Substring] {
        String(decoding: text.utf8, as: UTF8.self)
            .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    private static func isRow(_ line: Substring) -> Bool {
        let bare = TextLine.trimmed(line)
        return bare.hasPrefix("|") && bare.dropFirst().contains("|")
    }

    private static func isRule(_ line: Substring) -> Bool {
        isRow(line) && line.contains("-")
            && line.allSatisfy { "|-: \t".contains($0) } && line.contains("--")
    }

    /// The texts between the pipes; a pipe behind a backslash belongs to the text.
    private static func cells(of line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in TextLine.trimmed(line).dropFirst() {
            if character == "|", !isEscaped {
                cells.append(plain(cell))
                cell = ""
            } else {
                if isEscaped, character != "|" { cell.append("\\") }
                if character != "\\" || isEscaped { cell.append(character) }
            }
            isEscaped = character == "\\" && !isEscaped
        }
        if !cell.isEmpty { cells.append(plain(cell)) }
        return cells
    }

    /// Text without marks of emphasis; line breaks within a cell are line breaks.
    private static func plain(_ text: some StringProtocol) -> String {
        let broken = ["<br>", "<br/>", "<br />"].reduce(String(text)) {
            $0.replacing($1, with: "\n")
        }
        return TextLine.trimmed(
            broken.replacing("**", with: "").replacing("&nbsp;", with: "\u{A0}")
        )
    }
}
