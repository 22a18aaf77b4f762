import DocumentModel
import ReportModel

/// A table in text whose cells are boxes, as terminal browsers and converters draw it, with rules between all rows:
///
///     +------+-----------+        ┌──────┬───────────┐
///     |      | 申请人情况 |        │      │申请人情况 │
///     |      +-----+-----+        │      ├─────┬─────┤
///     | 项目 | 自然 | 总计 |        │项目  │自然 │总计 │
///     |      | 人  |     |        │      │人   │     │
///     +------+-----+-----+        └──────┴─────┴─────┘
///
/// A box is a cell, however many lines its text takes and however many rows and columns it is merged over.
/// Source: docutils, "grid tables". Database clients, who draw no rules between rows, write a row a line.
struct DrawnTable {
    /// The grid, its cells' texts line by line.
    let grid: Grid
    /// The lines that it takes.
    let lines: Range<Int>

    /// Fewer rules may be the frame and the header's rule of a table whose rows have none between them.
    private static let fewestRules = 4

    /// A bar, and a figure between spaces.
    private static let narrowestColumn = 3

    /// Finds the tables of a text.
    ///
    /// - Parameters:
    ///   - lines: the lines of the text.
    ///   - text: what is left of a cell's line without the marks that only say how it looks.
    /// - Returns: the tables by the lines that they begin in; none where rows are not all parted by rules.
    /// - Throws: `.tableTooLarge` when a table is beyond all bounds.
    static func tables(
        in lines: [Substring],
        text: (String) -> String
    ) throws(Rejection) -> [Int: DrawnTable] {
        var tables: [Int: DrawnTable] = [:]
        var isRuled = false
        for range in frames(in: lines) {
            let rules = range.count { BarredRows.isRule(lines[$0]) }
            let number = tables.count + 1
            for width in DrawnCanvas.CharacterWidth.allCases {
                var canvas = DrawnCanvas(lines[range], width)
                guard let boxes = canvas.boxes(), let texts = canvas.texts(in: boxes),
                    let grid = try grid(
                        zip(boxes, texts).map { ($0, $1.map(text)) },
                        from: range.lowerBound,
                        number
                    )
                else { continue }
                // A rule that goes through a part of the rows is more than a frame and a header's rule, too.
                isRuled = isRuled || rules >= fewestRules || grid.height >= rules
                tables[range.lowerBound] = DrawnTable(grid: grid, lines: range)
                break
            }
        }
        return isRuled ? tables : [:]
    }

    /// Lines from one that is a rule to the last one that begins with a bar or a rule as well.
    private static func frames(in lines: [Substring]) -> [Range<Int>] {
        var frames: [Range<Int>] = []
        var start: Int?
        for index in lines.indices {
            let first = lines[index].unicodeScalars.first { !TextLine.isSpace($0) }
            let isPart = first.map { BarredRows.isBar($0) || DrawnCanvas.isJoint($0) } ?? false
            if let begun = start, !isPart {
                frames.append(begun..<index)
                start = nil
            } else if isPart, start == nil, BarredRows.isRule(lines[index]) {
                start = index
            }
        }
        if let start { frames.append(start..<lines.count) }
        return frames
    }

    /// The boxes as cells; `nil` where one stands behind a place that no box covers, so that its column isn't sure.
    private static func grid(
        _ boxes: [(box: DrawnCanvas.Box, lines: [String])],
        from firstLine: Int,
        _ number: Int
    ) throws(Rejection) -> Grid? {
        let rows = Dictionary(grouping: boxes, by: \.box.top).sorted { $0.key < $1.key }
        let columns = Array(Set(boxes.map(\.box.left))).sorted()
        // Columns so near to each other are one, and a row's bars stand beside their places.
        let isDrawnTrue = zip(columns, columns.dropFirst()).allSatisfy { left, right in
            right - left >= narrowestColumn
                || boxes.contains { $0.box.left == left && $0.box.right == right }
        }
        guard isDrawnTrue else { return nil }
        var builder = GridBuilder(table: number)
        for (_, boxes) in rows {
            try builder.beginRow()
            for (box, lines) in boxes {
                let written = lines.firstIndex { !$0.isEmpty } ?? 0
                try builder.add(
                    text: TextLine.trimmed(lines.joined(separator: "\n")),
                    rowSpan: rows.count { (box.top..<box.bottom).contains($0.key) },
                    columnSpan: columns.count { (box.left..<box.right).contains($0) },
                    line: firstLine + box.top + written + 2
                )
            }
        }
        let grid = builder.finished()
        let isInPlace = zip(grid.cells, rows.flatMap(\.value))
            .allSatisfy { columns[$0.column] == $1.box.left }
        return isInPlace ? grid : nil
    }
}
