public import ReportModel

/// Lays cells into a grid as they come, by the rules that browsers lay out tables with.
///
/// Source: WHATWG HTML, "forming a table".
public struct GridBuilder: Sendable {
    /// The widest span that a cell may ask for, as in the standard.
    public static let widestSpan = 1000
    /// How many places a table may have.
    public static let mostSlots = 200_000

    private let table: Int
    private let hasRuledColumns: Bool
    private var cells: [GridCell] = []
    /// Stands where no cell does.
    static let gap: Int32 = -1
    private var slots: [[Int32]] = []
    private var openSpans: [(cell: Int, column: Int, rowsLeft: Int)] = []
    private var row = -1
    private var column = 0
    private var slotCount = 0

    /// An empty table with its number in the document; a spreadsheet rules its columns.
    public init(table: Int, hasRuledColumns: Bool = false) {
        self.table = table
        self.hasRuledColumns = hasRuledColumns
    }

    /// How many cells there are so far.
    public var cellCount: Int { cells.count }

    /// The texts of the cells so far, in reading order.
    public var written: [(text: String, origin: Origin)] {
        cells.map { ($0.text, $0.origin) }
    }

    /// Begins a row; cells from above that span into it take their places.
    ///
    /// - Throws: ``Rejection`` when the table is beyond all bounds.
    public mutating func beginRow() throws(Rejection) {
        row += 1
        column = 0
        slots.append([])
        for index in openSpans.indices {
            try fill(openSpans[index].column, with: openSpans[index].cell)
            cells[openSpans[index].cell].rowSpan += 1
            openSpans[index].rowsLeft -= 1
        }
        openSpans.removeAll { $0.rowsLeft <= 0 }
    }

    /// Adds a cell to the row. A row span of 0 reaches to the end of the row group.
    ///
    /// - Throws: ``Rejection`` when the table is beyond all bounds.
    public mutating func add(
        text: String,
        rowSpan: Int,
        columnSpan: Int,
        line: Int?,
        page: Int? = nil
    ) throws(Rejection) {
        while column < slots[row].count, slots[row][column] != Self.gap { column += 1 }
        let span = min(max(columnSpan, 1), Self.widestSpan)
        let index = cells.count
        cells.append(
            GridCell(
                index: index,
                text: text,
                row: row,
                column: column,
                rowSpan: 1,
                columnSpan: span,
                origin: Origin(
                    table: table,
                    row: row + 1,
                    column: column + 1,
                    line: line,
                    page: page
                )
            )
        )
        for offset in 0..<span { try fill(column + offset, with: index) }
        if rowSpan != 1 {
            let rowsLeft = rowSpan == 0 ? Int.max : rowSpan - 1
            for offset in 0..<span { openSpans.append((index, column + offset, rowsLeft)) }
        }
        column += span
    }

    /// Ends a group of rows: no cell spans out of it.
    public mutating func endRowGroup() {
        openSpans = []
    }

    /// The finished grid, its rows all equally wide.
    public func finished() -> Grid {
        Grid(
            cells: cells.map { cell in
                var cell = cell
                cell.rowSpan = 1 + (cell.rowSpan - 1) / max(cell.columnSpan, 1)
                return cell
            },
            rows: slots,
            hasRuledColumns: hasRuledColumns
        )
    }

    private mutating func fill(_ column: Int, with cell: Int) throws(Rejection) {
        while slots[row].count <= column {
            slots[row].append(Self.gap)
            slotCount += 1
        }
        if slots[row][column] == Self.gap { slots[row][column] = Int32(cell) }
        guard slotCount <= Self.mostSlots else {
            throw Rejection(
                .tableTooLarge,
                [String(Self.mostSlots)],
                origin: Origin(table: table)
            )
        }
    }
}
