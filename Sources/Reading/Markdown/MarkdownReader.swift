import DocumentModel
import ReportModel

/// Reads Markdown: pipe tables as grids, everything else as lines without their marks.
///
/// Source: GitHub Flavored Markdown, "tables". Pipe tables have no merged cells: what a form merges comes as
/// one filled cell and empty ones beside or below it. Converters that leave the empty ones out write rows that no
/// column goes through, and those are lines of cells, not a grid.
enum MarkdownReader {
    /// Whether a text has a pipe table: a row of cells above a row of dashes, or at least rows that all have as
    /// many cells, as database clients draw them.
    static func recognises(_ lines: [Substring]) -> Bool {
        zip(lines, lines.dropFirst()).contains { isRow($0) && BarredRows.isRule($1) }
            || rows(of: lines).contains { rows in
                rows.count >= fewestEvenRows && Set(rows.map(bars)).count == 1
                    && bars(rows[0]) > 2 && !rows.contains(where: isFilledUp)
            }
    }

    /// Whether a text with tags is Markdown nonetheless: it has a pipe table and none of HTML, and no tag reaches further
    /// than its line.
    static func isWritten(_ text: DecodedText) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "|")) else { return false }
        let lines = lines(of: text)
        return zip(lines, lines.dropFirst()).contains { isRow($0) && BarredRows.isRule($1) }
            && !EmbeddedTables.hasPart(ofPage: lines) && InlineTags.stayWithinLines(lines)
    }

    /// Fewer rows have as many cells, or not, by chance.
    private static let fewestEvenRows = 5

    /// Reads a text in UTF-8.
    ///
    /// - Throws: `.tableTooLarge` when a table is beyond all bounds.
    static func read(_ text: DecodedText) throws(Rejection) -> SourceDocument {
        var blocks: [SourceDocument.Block] = []
        var grid: GridBuilder?
        var tables = 0
        let lines = lines(of: text)
        let barred = isRagged(lines) ? BarredRows(lines) : nil
        let drawn = try DrawnTable.tables(in: lines) { plain($0) }
        var index = -1
        while index + 1 < lines.count {
            index += 1
            let line = lines[index]
            if let table = drawn[index] {
                if let finished = grid?.finished() { blocks.append(.grid(finished)) }
                grid = nil
                tables += 1
                blocks.append(.grid(table.grid))
                index = table.lines.upperBound - 1
                continue
            }
            let origin = Origin(line: index + 1)
            let neighbours = (above: lines[..<index].last, below: lines[(index + 1)...].first)
            if let row = barred?.row(plain(line)[...], between: neighbours, at: origin) {
                blocks.append(.line(row))
                continue
            }
            guard isRow(line) || BarredRows.isRule(line) else {
                if let finished = grid?.finished() { blocks.append(.grid(finished)) }
                grid = nil
                let words = plain(line).drop { "# >*".contains($0) }
                blocks.append(.line(TextLine(String(words), origin: origin)))
                continue
            }
            if BarredRows.isRule(line) { continue }
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

    /// Whether the rows of the tables don't fit under each other: they are filled up with bars at their ends, or
    /// many have fewer cells than most.
    private static func isRagged(_ lines: [Substring]) -> Bool {
        var rows = 0
        var strays = 0
        for table in self.rows(of: lines) {
            let counts = Dictionary(table.map { (bars($0), 1) }, uniquingKeysWith: +)
            rows += table.count
            strays += table.count - (counts.values.max() ?? 0)
            if table.contains(where: isFilledUp) { return true }
        }
        return strays * 4 > rows && rows >= fewestEvenRows
    }

    /// The rows of each table, without rules.
    private static func rows(of lines: [Substring]) -> [[Substring]] {
        lines.split { !isRow($0) && !BarredRows.isRule($0) }
            .map { $0.filter { !BarredRows.isRule($0) } }
            .filter { !$0.isEmpty }
    }

    private static func bars(_ line: Substring) -> Int {
        BarredRows.fields(of: line).count - 1
    }

    /// Whether bars without cells stand behind a row's last cell.
    private static func isFilledUp(_ line: Substring) -> Bool {
        let bare = TextLine.trimmed(line)
        return bare.hasSuffix("||") && bare.contains(" | ")
    }

    private static func isRow(_ line: Substring) -> Bool {
        let bare = TextLine.trimmed(line).unicodeScalars
        return bare.first.map(BarredRows.isBar) ?? false
            && bare.dropFirst().contains(where: BarredRows.isBar)
    }

    /// The texts between the pipes.
    private static func cells(of line: Substring) -> [String] {
        var cells = BarredRows.fields(of: Substring(TextLine.trimmed(line))).dropFirst()
        if cells.last?.isEmpty == true { cells.removeLast() }
        return cells.map { plain($0) }
    }

    /// Text without marks of emphasis, and with its tags read.
    private static func plain(_ text: some StringProtocol) -> String {
        TextLine.trimmed(InlineTags.read(String(text).replacing("**", with: "")))
    }
}
