import DocumentModel
import FormCatalog
import ReportModel

/// The header of the matrix in a grid: which applicants its columns are, from left to right.
struct RequestHeader {
    /// The applicants in the columns' order; `nil` if the header doesn't say.
    var columns: [Applicant]?
    /// Whether a header that isn't printed was told from its place.
    private(set) var isDeduced = false
    /// Whether no header is printed at all.
    private(set) var isEmpty = true
    /// For each grid column, the applicant printed above it.
    private var byColumn: [Int: Applicant] = [:]
    private let hasRuledColumns: Bool
    /// How many columns the header has cells in.
    private var reach = 0
    /// Columns that the form doesn't have.
    private var strangers: [GridCell] = []
    /// Columns that are empty from the header to the last row, as word processors leave them at a table's edge.
    private var emptyColumns: Set<Int> = []

    /// Columns in which no figure of the form stands.
    private var foreign: Set<Int> { emptyColumns.union(strangers.flatMap(\.columns)) }

    /// Reads the header out of the rows above the first row of figures.
    init(_ keyed: KeyedGrid, above firstRow: Int, catalog: FormCatalog) {
        let grid = keyed.grid
        hasRuledColumns = grid.hasRuledColumns
        var leaves: [(cell: GridCell, applicant: Applicant)] = []
        for cell in grid.cells where Self.mayHead(firstRow, cell) {
            if let applicant = catalog.applicants.item(for: keyed.key(cell)) {
                leaves.append((cell, applicant))
                for column in cell.columns { byColumn[column] = applicant }
            }
        }
        isEmpty = leaves.isEmpty
        let top = leaves.map(\.cell.row).min() ?? firstRow
        let above = grid.cells.filter { $0.row < firstRow && $0.row + $0.rowSpan > top }
        reach = above.map(\.columns.upperBound).max() ?? 0
        let firstColumn = byColumn.keys.min() ?? 0
        strangers = above.filter { cell in
            cell.column >= firstColumn && !keyed.key(cell).isEmpty
                && cell.columns.allSatisfy { byColumn[$0] == nil }
                && catalog.headings[.requests]?.item(for: keyed.key(cell)) == nil
        }
        if !isEmpty {
            let named = Set(byColumn.keys).union(strangers.flatMap(\.columns))
            emptyColumns = Set((firstColumn..<max(firstColumn, grid.width)))
                .subtracting(named).filter {
                    Self.isEmpty(column: $0, of: grid, below: top, firstRow)
                }
        }
        let inOrder = leaves.sorted { $0.cell.column < $1.cell.column }.map(\.applicant)
        if inOrder == Applicant.allCases {
            columns = inOrder
        } else if inOrder == Array(Applicant.allCases.dropFirst()) {
            columns = Applicant.allCases
            isDeduced = true
        } else if inOrder == [.total], let numbered = Self.numbered(above, before: leaves[0].cell) {
            columns = Applicant.allCases
            isDeduced = true
            for (cell, applicant) in zip(numbered, Applicant.parts) {
                for column in cell.columns { byColumn[column] = applicant }
            }
        } else if Set(inOrder).count == Applicant.allCases.count,
            inOrder.count == Applicant.allCases.count, hasSoundSpans(above, of: keyed, catalog)
        {
            columns = inOrder
        }
    }

    /// Whether a cell stands near enough above a row to head its columns: a whole report in one spreadsheet has words
    /// of the header, such as 合计, in tables further up.
    private static func mayHead(_ row: Int, _ cell: GridCell) -> Bool {
        cell.row < row && cell.row >= row - mostRows
    }

    /// A header has three rows; a note and its continuation may stand between, and empty rows.
    private static let mostRows = 8

    /// Whether a column has an empty cell of its own in most rows of figures, and no other cell from the header on.
    private static func isEmpty(
        column: Int,
        of grid: Grid,
        below top: Int,
        _ firstRow: Int
    ) -> Bool {
        var empty = 0
        for row in top..<grid.height {
            guard let cell = grid.cell(row, column) else { continue }
            guard cell.text.isEmpty else { return false }
            if row >= firstRow, cell.columnSpan == 1 { empty += 1 }
        }
        return empty * 2 > grid.height - firstRow
    }

    /// Whether no header is printed but 总计 over the last column; the others say nothing of applicants.
    var hasOnlyTotal: Bool { columns == nil && Set(byColumn.values) == [.total] }

    /// The cells 数据1 to 数据6 before 总计: programs that lose the names of columns number them in the form's
    /// order.
    private static func numbered(_ above: [GridCell], before total: GridCell) -> [GridCell]? {
        let row = above.filter { $0.row == total.row && $0.column < total.column }
        let cells = Array(row.suffix(Applicant.parts.count))
        let stem = cells.first.map { $0.text.dropLast() }
        guard cells.count == Applicant.parts.count, let stem,
            !stem.contains(where: \.isNumber),
            cells.enumerated().allSatisfy({ $1.text == stem + String($0 + 1) })
        else { return nil }
        return cells
    }

    /// Whether 法人或其他组织 stands over the organisations and over nothing else.
    ///
    /// Another order than the form's is believed only then: where that cell is lost or too short, the
    /// headers behind it have moved to columns that aren't theirs.
    private func hasSoundSpans(
        _ above: [GridCell],
        of keyed: KeyedGrid,
        _ catalog: FormCatalog
    ) -> Bool {
        let organisations = Applicant.parts.dropFirst()
        let covered = byColumn.filter { organisations.contains($0.value) }.keys
        return above.contains { cell in
            catalog.headings[.requests]?.item(for: keyed.key(cell)) == "organisations"
                && Set(cell.columns) == Set(covered)
        }
    }

    /// Whether the figures may stand one column beside their headers: nothing stands under the first, and cells stand behind
    /// the last.
    ///
    /// - Parameter rows: each row's figures, from left to right.
    /// - Returns: whether nobody can tell.
    func isShifted(_ rows: [[GridCell]]) -> Bool {
        guard let first = byColumn.keys.min(), let last = byColumn.keys.max() else { return false }
        let named = byColumn.keys.filter { byColumn[$0] == byColumn[first] }
        return rows.isShifted(
            beside: first..<(named.max() ?? first) + 1,
            upTo: last,
            reach: reach,
            strangers.flatMap(\.columns)
        )
    }

    /// Gives each applicant the cell that stands under its header, or `nil` if that isn't sure.
    ///
    /// - Parameters:
    ///   - values: the row's figures, from left to right.
    ///   - gapless: whether every place of the row is covered.
    /// - Returns: a cell for each applicant.
    func assign(_ values: [GridCell], gapless: Bool) -> [(Applicant, GridCell)]? {
        guard let columns else { return nil }
        if hasRuledColumns { return ruled(values) }
        if let first = values.first, first.text.isEmpty, values.count > 1,
            first.columns.upperBound <= byColumn.keys.min() ?? 0
        {
            return behindFillers(values, gapless: gapless)
        }
        // An empty column may have taken the place of a cell that is lost.
        if values.count == columns.count, strangers.isEmpty, gapless || emptyColumns.isEmpty {
            return Array(zip(columns, values))
        }
        if values.count == 1, let only = values.first, only.text.isEmpty,
            only.columnSpan >= columns.count
        {
            return columns.map { ($0, only) }
        }
        let own = values.filter { !$0.columns.allSatisfy(foreign.contains) }
        let isWhole = values.count == own.count + strangers.count || !emptyColumns.isEmpty
        guard !foreign.isEmpty, gapless, isWhole else { return nil }
        var assigned: [(Applicant, GridCell)] = []
        for cell in own {
            let names = Set(cell.columns.map { byColumn[$0] })
            guard names.count == 1, case let applicant?? = names.first else { return nil }
            assigned.append((applicant, cell))
        }
        return assigned.count == columns.count && Set(assigned.map(\.0)).count == columns.count
            ? assigned : nil
    }

    /// In a spreadsheet each figure stands in its header's column, and nothing beside them.
    private func ruled(_ values: [GridCell]) -> [(Applicant, GridCell)]? {
        guard let columns, !isDeduced else { return nil }
        var assigned: [Applicant: GridCell] = [:]
        for cell in values {
            let names = Set(cell.columns.map { byColumn[$0] })
            if names.count == 1, case let applicant?? = names.first {
                assigned[applicant] = cell
            } else if !cell.text.isEmpty, !cell.columns.allSatisfy(foreign.contains) {
                return nil
            }
        }
        let found = columns.compactMap { applicant in assigned[applicant].map { (applicant, $0) } }
        return found.count == columns.count ? found : nil
    }

    /// Where tables can't merge cells, a label leaves empty ones beside it. Then every figure must stand in
    /// its header's column.
    private func behindFillers(
        _ values: [GridCell],
        gapless: Bool
    ) -> [(Applicant, GridCell)]? {
        guard let first = byColumn.keys.min(), let columns, !isDeduced,
            foreign.isEmpty || gapless
        else { return nil }
        let figures = values.drop { $0.text.isEmpty && $0.columns.upperBound <= first }
            .filter { !$0.columns.allSatisfy(foreign.contains) }
        let isAligned =
            figures.count == columns.count
            && zip(columns, figures).allSatisfy { applicant, cell in
                cell.columns.allSatisfy { byColumn[$0] == applicant }
            }
        return isAligned ? Array(zip(columns, figures)) : nil
    }
}
