import DocumentModel
import ReportModel

/// A table as Word writes it: cells that go on from the row above are written in every row.
struct WordTable {
    let number: Int
    /// Whether another table stands in one of the cells.
    var isLayout = false
    private var rows: [[Cell]] = []
    private var row: [Cell]?
    private var column = 0
    private var cell: Cell?
    private var isRowDropped = false
    private var isCellDropped = false

    private struct Cell {
        var text: String
        var column: Int
        var span = 1
        var merge: Merge = .none
        var showsPicture = false
    }

    private enum Merge { case none, begins, goesOn }

    init(number: Int) {
        self.number = number
    }

    /// Whether a cell is open.
    var isInCell: Bool { cell != nil }

    /// The cells' texts in reading order.
    var texts: [String] { rows.flatMap { $0 }.map(\.text) }

    mutating func beginRow() {
        row = []
        column = 0
        isRowDropped = false
    }

    /// The row is deleted.
    mutating func dropRow() { isRowDropped = true }

    /// Some columns at the left are left out.
    mutating func leaveOut(_ columns: Int) {
        let count = min(max(columns, 0), GridBuilder.widestSpan)
        guard count > 0 else { return }
        row?.append(Cell(text: "", column: column, span: count))
        column += count
    }

    mutating func endRow() {
        if let row, !isRowDropped { rows.append(row) }
        row = nil
    }

    mutating func beginCell() {
        cell = Cell(text: "", column: column)
        isCellDropped = false
    }

    mutating func widenCell(to columns: Int) {
        cell?.span = min(max(columns, 1), GridBuilder.widestSpan)
    }

    mutating func mergeCell(begins: Bool) { cell?.merge = begins ? .begins : .goesOn }

    /// The cell is part of the one on its left.
    mutating func joinCellToTheLeft() {
        guard let last = row?.indices.last else { return }
        row?[last].span += 1
        column += 1
        isCellDropped = true
    }

    /// The cell is deleted.
    mutating func dropCell() { isCellDropped = true }

    mutating func write(_ paragraph: String) {
        guard let text = cell?.text else { return }
        cell?.text = text.isEmpty ? paragraph : text + "\n" + paragraph
    }

    /// The cell shows a picture.
    mutating func showPicture() { cell?.showsPicture = true }

    mutating func endCell() {
        if var cell, !isCellDropped {
            if cell.showsPicture, TextLine.trimmed(cell.text).isEmpty {
                cell.text = TextMark.picture
            }
            row?.append(cell)
            column += cell.span
        }
        cell = nil
    }

    /// The table as a grid.
    ///
    /// - Throws: `.tableTooLarge` when it is beyond all bounds.
    func grid() throws(Rejection) -> Grid {
        var builder = GridBuilder(table: number)
        for (index, row) in rows.enumerated() {
            try builder.beginRow()
            for cell in row {
                if cell.merge == .goesOn, beginning(of: cell, above: index) != nil { continue }
                try builder.add(
                    text: TextLine.trimmed(cell.text),
                    rowSpan: cell.merge == .begins ? 1 + rowsBelow(cell, from: index + 1) : 1,
                    columnSpan: cell.span,
                    line: nil
                )
            }
        }
        return builder.finished()
    }

    private func rowsBelow(_ cell: Cell, from start: Int) -> Int {
        rows[start...].prefix { row in
            row.contains {
                $0.column == cell.column && $0.span == cell.span && $0.merge == .goesOn
            }
        }.count
    }

    private func beginning(of cell: Cell, above index: Int) -> Cell? {
        for row in rows[..<index].reversed() {
            guard let above = row.first(where: { $0.column == cell.column && $0.span == cell.span })
            else { return nil }
            if above.merge == .begins { return above }
            if above.merge == .none { return nil }
        }
        return nil
    }
}
