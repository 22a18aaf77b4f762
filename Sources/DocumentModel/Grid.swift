public import ReportModel

/// A table whose merged cells are spread over all the places that they cover.
public struct Grid: Sendable {
    /// The cells as written, in reading order.
    public private(set) var cells: [GridCell]
    /// How many rows there are.
    public let height: Int
    /// How many columns the widest row has.
    public let width: Int
    /// Row by row, the number of the cell that stands in each place; below 0 for a gap.
    private let places: [Int32]
    /// How many cells are written above each row, and last how many there are.
    private let starts: [Int32]

    /// Whether the format itself rules the columns, as a spreadsheet does, so that a cell's column is sure.
    public let hasRuledColumns: Bool

    /// The numbers of the rows, from 0.
    public var rows: Range<Int> { 0..<height }

    init(cells: [GridCell], rows: [[Int32]], hasRuledColumns: Bool) {
        self.hasRuledColumns = hasRuledColumns
        self.cells = cells
        height = rows.count
        let width = rows.map(\.count).max() ?? 0
        self.width = width
        var places = [Int32](repeating: GridBuilder.gap, count: rows.count * width)
        for (number, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() { places[number * width + column] = cell }
        }
        self.places = places
        var starts: [Int32] = []
        starts.reserveCapacity(rows.count + 1)
        var index = 0
        for row in rows.indices {
            while index < cells.count, cells[index].row < row { index += 1 }
            starts.append(Int32(index))
        }
        self.starts = starts + [Int32(cells.count)]
    }

    /// The same table with other texts in some cells, which their numbers tell.
    public func replacing(_ texts: [Int: String]) -> Grid {
        var grid = self
        for (index, text) in texts { grid.cells[index].text = text }
        return grid
    }

    /// The cell at a place, counted from 0.
    public func cell(_ row: Int, _ column: Int) -> GridCell? {
        guard rows.contains(row), (0..<width).contains(column) else { return nil }
        let place = places[row * width + column]
        return place == GridBuilder.gap ? nil : cells[Int(place)]
    }

    /// Whether a row has a cell in every column.
    public func isGapless(_ row: Int) -> Bool {
        !places[(row * width)..<((row + 1) * width)].contains(GridBuilder.gap)
    }

    /// The cells that begin in a row, from left to right.
    public func cells(writtenIn row: Int) -> ArraySlice<GridCell> {
        cells[Int(starts[row])..<Int(starts[row + 1])]
    }

    /// The cells of a row from left to right, merged ones once, those from rows above included.
    public func cells(ofRow row: Int) -> [GridCell] {
        var found: [GridCell] = []
        found.reserveCapacity(width)
        var last = GridBuilder.gap
        for place in places[(row * width)..<((row + 1) * width)]
        where place != GridBuilder.gap && place != last {
            last = place
            found.append(cells[Int(place)])
        }
        return found
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
