public import ReportModel

/// A table whose merged cells are spread over all the places that they cover.
public struct Grid: Sendable {
    /// The cells as written, in reading order.
    public let cells: [GridCell]
    /// For each row and column, the number of the cell that stands there; `nil` for a gap.
    public let slots: [[Int?]]

    /// Whether the format itself rules the columns, as a spreadsheet does, so that a cell's column is sure.
    public let hasRuledColumns: Bool

    /// How many columns the widest row has.
    public var width: Int { slots.first?.count ?? 0 }

    init(cells: [GridCell], slots: [[Int?]], hasRuledColumns: Bool) {
        self.hasRuledColumns = hasRuledColumns
        self.cells = cells
        self.slots = slots
    }

    /// The cell at a place, counted from 0.
    public func cell(_ row: Int, _ column: Int) -> GridCell? {
        guard slots.indices.contains(row), slots[row].indices.contains(column) else { return nil }
        return slots[row][column].map { cells[$0] }
    }

    /// The cells of a row from left to right, merged ones once, those from rows above included.
    public func cells(ofRow row: Int) -> [GridCell] {
        var last: Int?
        return slots[row].compactMap { index in
            guard let index, index != last else { return nil }
            last = index
            return cells[index]
        }
    }
}

/// A cell of a table, as written.
public struct GridCell: Sendable, Hashable {
    /// The cell's number in reading order, from 0.
    public var index: Int
    /// The text, lines separated by `\n`, no white space at the ends.
    public var text: String
    /// The first row that it covers, from 0.
    public var row: Int
    /// The first column that it covers, from 0.
    public var column: Int
    /// How many rows it covers.
    public var rowSpan: Int
    /// How many columns it covers.
    public var columnSpan: Int
    /// Where it stands, rows and columns counted from 1.
    public var origin: Origin

    /// The columns that the cell covers.
    public var columns: Range<Int> { column..<(column + columnSpan) }
}
