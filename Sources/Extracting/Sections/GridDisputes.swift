import DocumentModel
import FormCatalog
import ReportModel

/// Reads section four out of a grid: each figure by the block and the outcome above it.
struct GridDisputes {
    let catalog: FormCatalog

    /// Reads what the grid has of the section.
    ///
    /// - Parameters:
    ///   - keyed: the grid.
    ///   - caption: the line of text above it.
    ///   - collector: takes what is found.
    func read(_ keyed: KeyedGrid, caption: String, into collector: inout CellCollector) {
        if let found = byRows(keyed) ?? byColumns(keyed) ?? asList(keyed) {
            for (code, cell) in found {
                collector.add(code, printed: cell.text, origin: cell.origin)
            }
            return
        }
        let tables = stacked(keyed)
        let headers = tables.map { rows in header(of: keyed, in: rows, caption: caption) }
        let codes = headers.compactMap { $0?.codes }.joined()
        // A block that stands twice is another year's once.
        if tables.count > 1, Set(codes).count == codes.count {
            for (rows, header) in zip(tables, headers) {
                read(keyed.grid, rows, header, into: &collector)
            }
        } else {
            let all = 0..<keyed.grid.height
            read(
                keyed.grid,
                all,
                header(of: keyed, in: all, caption: caption),
                into: &collector
            )
        }
    }

    /// The rows of each table of a grid in which one stands below another: behind figures a block's name begins one.
    private func stacked(_ keyed: KeyedGrid) -> [Range<Int>] {
        var beginnings = [0]
        var hasFigures = false
        for row in keyed.grid.rows {
            let cells = keyed.grid.cells(writtenIn: row)
            if hasFigures, cells.contains(where: { namesRoute($0, keyed) }) {
                beginnings.append(row)
                hasFigures = false
            } else if cells.contains(where: { FigureGrammar.isFigure($0.text) }) {
                hasFigures = true
            }
        }
        return zip(beginnings, beginnings.dropFirst() + [keyed.grid.height]).map { $0..<$1 }
    }

    private func namesRoute(_ cell: GridCell, _ keyed: KeyedGrid) -> Bool {
        keyed.hasWords(cell) && catalog.disputeRoutes.item(for: keyed.key(cell)) != nil
    }

    private func header(
        of keyed: KeyedGrid,
        in rows: Range<Int>,
        caption: String
    ) -> DisputeHeader? {
        DisputeHeader(
            words: keyed.grid.cells.compactMap { cell in
                rows.contains(cell.row) && keyed.hasWords(cell)
                    ? (keyed.key(cell), cell.row, cell.columns) : nil
            },
            catalog: catalog,
            routesReachOn: keyed.grid.hasRuledColumns,
            caption: rows.lowerBound == 0 ? RouteLabel(catalog: catalog).route(caption) : nil
        )
    }

    /// Reads the rows of one table, each figure by the block and the outcome above it.
    private func read(
        _ grid: Grid,
        _ table: Range<Int>,
        _ header: DisputeHeader?,
        into collector: inout CellCollector
    ) {
        guard let header, let codes = header.codes else { return }
        let below = table.filter { $0 > header.lastRow }.map { grid.cells(writtenIn: $0) }
        // An empty column at the table's edge may take the place of a cell that is lost.
        let isPlaced =
            grid.hasRuledColumns || !header.isInOrder || header.hasEmptyEdge(in: grid)
        let rows = below.map { isPlaced ? header.under($0) : Array($0) }.filter { !$0.isEmpty }
        // A row that is longer than its header has been moved along.
        let moved = isPlaced ? below.first { header.isExceeded(by: $0, in: grid) } : nil
        guard let first = rows.first else { return }
        let values =
            first.count == codes.count + 1 && !FigureGrammar.isFigure(first[0].text)
            ? Array(first.dropFirst()) : first
        let filledRows = rows.count { $0.contains { FigureGrammar.isFigure($0.text) } }
        let inOrder = isPlaced ? nil : Array(zip(codes, values))
        let assigned = values.count == codes.count ? inOrder : nil
        if filledRows <= 1, moved == nil, let assigned = assigned ?? header.assign(values) {
            for (code, cell) in assigned {
                collector.add(code, printed: cell.text, origin: cell.origin)
            }
        } else {
            collector.addAmbiguous(
                codes,
                printed: (moved.map { Array($0) } ?? values).map(\.text),
                label: FormSection.disputes.rawValue,
                at: first[0].origin
            )
        }
    }

    /// A table with a row for each block below the five outcomes; `nil` where it is another.
    private func byRows(_ keyed: KeyedGrid) -> [(CellCode, GridCell)]? {
        let grid = keyed.grid
        let official = DisputeOutcome.allCases
        func outcomes(_ row: Int) -> [(column: Range<Int>, outcome: DisputeOutcome)] {
            grid.cells(writtenIn: row).compactMap { cell in
                guard keyed.hasWords(cell) else { return nil }
                return catalog.disputeOutcomes.item(for: keyed.key(cell)).map { (cell.columns, $0) }
            }
        }
        guard let top = grid.rows.first(where: { outcomes($0).map(\.outcome) == official }) else {
            return nil
        }
        let header = outcomes(top)
        let label = RouteLabel(catalog: catalog)
        var found: [(CellCode, GridCell)] = []
        var routes: [DisputeRoute] = []
        for row in (top + 1)..<grid.height {
            let cells = Array(grid.cells(writtenIn: row))
            guard cells.count > official.count else { return nil }
            let values = cells.suffix(official.count)
            guard let route = label.route(cells[cells.count - official.count - 1].text),
                !routes.contains(route),
                zip(values, header).allSatisfy({ $0.columns == $1.column })
            else { return nil }
            routes.append(route)
            found += zip(header, values).map { (.dispute(route, $0.outcome), $1) }
        }
        return found.isEmpty ? nil : found
    }

    /// A table with a column for each block and a row for each outcome; `nil` where it is another.
    private func byColumns(_ keyed: KeyedGrid) -> [(CellCode, GridCell)]? {
        let grid = keyed.grid
        guard
            let top = grid.rows.first(where: { row in
                grid.cells(writtenIn: row).count { namesRoute($0, keyed) } > 1
            })
        else { return nil }
        let header = grid.cells(writtenIn: top).compactMap { cell in
            keyed.hasWords(cell)
                ? catalog.disputeRoutes.item(for: keyed.key(cell)).map { (cell.columns, $0) } : nil
        }
        // A block that stands twice is another year's once.
        guard let first = header.map(\.0.lowerBound).min(),
            Set(header.map(\.1)).count == header.count
        else { return nil }
        var found: [(CellCode, GridCell)] = []
        var outcomes: [DisputeOutcome] = []
        for row in (top + 1)..<grid.height {
            let cells = grid.cells(writtenIn: row)
            let values = header.compactMap { head in cells.first { $0.columns == head.0 } }
            let label = cells.last { $0.column < first && keyed.hasWords($0) }
            guard let label, values.count == header.count,
                let outcome = catalog.disputeOutcomes.item(for: keyed.key(label))
            else {
                // Below the table a sheet goes on, with no figures under its header.
                let isOver = !cells.contains {
                    $0.column >= first && FigureGrammar.isFigure($0.text)
                }
                if isOver, !outcomes.isEmpty { break }
                return nil
            }
            guard !outcomes.contains(outcome) else { return nil }
            outcomes.append(outcome)
            found += zip(header, values).map { (.dispute($0.1, outcome), $1) }
        }
        return outcomes.count >= Self.fewestOutcomes ? found : nil
    }

    /// A table with a row for each figure, its outcome in front of it and its block in front of that, which may span
    /// the rows of all its outcomes; `nil` where it is another.
    private func asList(_ keyed: KeyedGrid) -> [(CellCode, GridCell)]? {
        let label = RouteLabel(catalog: catalog)
        var found: [(CellCode, GridCell)] = []
        var outcomes: Set<DisputeOutcome> = []
        for row in keyed.grid.rows {
            let cells = keyed.grid.cells(ofRow: row)
            let places = cells.indices.filter {
                keyed.hasWords(cells[$0])
                    && catalog.disputeOutcomes.item(for: keyed.key(cells[$0])) != nil
            }
            guard let place = places.first else { continue }
            let values = cells[(place + 1)...]
            guard places.count == 1, values.count == 1, let value = values.first, value.row == row,
                value.text.isEmpty || FigureGrammar.isFigure(value.text),
                let outcome = catalog.disputeOutcomes.item(for: keyed.key(cells[place])),
                let route = cells[..<place].compactMap({ label.route($0.text) }).last,
                !found.contains(where: { $0.0 == .dispute(route, outcome) })
            else { return nil }
            outcomes.insert(outcome)
            found.append((.dispute(route, outcome), value))
        }
        // 总计 alone is no sign of the section.
        return outcomes.count >= Self.fewestOutcomes ? found : nil
    }

    /// Fewer of the five outcomes are words that other tables have too.
    private static let fewestOutcomes = 4
}

/// The header of section four: its blocks and outcomes.
struct DisputeHeader {
    /// The codes of the figures; `nil` if the header doesn't say.
    let codes: [CellCode]?
    /// Whether the figures stand in the codes' order, which is the form's.
    let isInOrder: Bool
    /// The last row of the header.
    let lastRow: Int
    private let byColumn: [Int: CellCode]
    /// The column behind the last outcome's.
    private let width: Int

    /// Reads the header out of a table's texts in reading order, each with its row and columns; `nil`
    /// where they have no header of the section.
    ///
    /// - Parameters:
    ///   - words: the texts.
    ///   - catalog: the form's words.
    ///   - routesReachOn: whether a block reaches to the next, as where merged cells were exported as one.
    ///   - caption: the block that stands above the table, for one that names none itself.
    init?(
        words: [(key: LabelKey, row: Int, columns: Range<Int>)],
        catalog: FormCatalog,
        routesReachOn: Bool = false,
        caption: DisputeRoute? = nil
    ) {
        var routes: [(route: DisputeRoute, columns: Range<Int>)] = []
        var outcomes: [(outcome: DisputeOutcome, row: Int, columns: Range<Int>)] = []
        // Another section's table may stand above in the same grid.
        let top =
            words.first { catalog.disputeRoutes.item(for: $0.key) != nil }?.row ?? 0
        for word in words where word.row >= top {
            let key = word.key
            if let route = catalog.disputeRoutes.item(for: key) {
                routes.append((route, word.columns))
            } else if let outcome = catalog.disputeOutcomes.item(for: key) {
                outcomes.append((outcome, word.row, word.columns))
            }
        }
        // 总计 alone is no sign of the section; it heads a column of section three too.
        guard Set(outcomes.map(\.outcome)).subtracting([.total]).count >= 3 else { return nil }
        lastRow = outcomes.map(\.row).max() ?? 0
        width = outcomes.map(\.columns.upperBound).max() ?? Int.max
        if let caption, routes.isEmpty { routes = [(caption, 0..<Int.max)] }
        let official = DisputeOutcome.allCases
        let inOrder = routes.map(\.route)
        let repeats =
            outcomes.count == inOrder.count * official.count
            && outcomes.indices.allSatisfy { outcomes[$0].outcome == official[$0 % official.count] }
        let ordered =
            inOrder == DisputeRoute.allCases.filter(inOrder.contains)
            && zip(routes, routes.dropFirst()).allSatisfy {
                $0.columns.lowerBound <= $1.columns.lowerBound
            }
        isInOrder = repeats && ordered && !inOrder.isEmpty
        let heads: [Int: DisputeRoute] = Dictionary(
            uniqueKeysWithValues: Set(outcomes.flatMap(\.columns)).compactMap { column in
                let head =
                    routesReachOn
                    ? routes.filter { $0.columns.lowerBound <= column }
                        .max { $0.columns.lowerBound < $1.columns.lowerBound }
                    : routes.last { $0.columns.contains(column) }
                return head.map { (column, $0.route) }
            }
        )
        var byColumn: [Int: CellCode] = [:]
        for outcome in outcomes {
            for column in outcome.columns {
                if let route = heads[column] {
                    byColumn[column] = .dispute(route, outcome.outcome)
                }
            }
        }
        self.byColumn = byColumn
        let named = inOrder.flatMap { route in official.map { CellCode.dispute(route, $0) } }
        let isTold = isInOrder || Set(named) == Set(byColumn.values) && !named.isEmpty
        codes = isTold ? named : nil
    }

    /// Whether empty cells stand behind the last of the headers.
    func hasEmptyEdge(in grid: Grid) -> Bool {
        grid.cells.contains { $0.row <= lastRow && $0.column >= width && $0.text.isEmpty }
    }

    /// The cells of a row that stand under one of the headers.
    func under(_ row: ArraySlice<GridCell>) -> [GridCell] {
        row.filter { cell in cell.columns.contains { byColumn[$0] != nil } }
    }

    /// Whether a row under the header has a figure behind the last of its columns, or may have been moved along by one.
    func isExceeded(by row: ArraySlice<GridCell>, in grid: Grid) -> Bool {
        guard let first = byColumn.keys.min(), let last = byColumn.keys.max(),
            under(row).contains(where: { !$0.text.isEmpty })
        else { return false }
        return row.contains { $0.column > last && FigureGrammar.isFigure($0.text) }
            || [Array(row)].isShifted(
                beside: first..<first + 1,
                upTo: last,
                reach: grid.cells(ofRow: lastRow).last?.columns.upperBound ?? 0
            )
    }

    /// Gives each code the cell that stands under its header, or `nil` if that isn't sure.
    func assign(_ values: [GridCell]) -> [(CellCode, GridCell)]? {
        guard let codes, Set(byColumn.values) == Set(codes) else { return nil }
        var assigned: [(CellCode, GridCell)] = []
        for cell in values {
            let above = Set(cell.columns.compactMap { byColumn[$0] })
            guard above.count == 1, let code = above.first else { return nil }
            assigned.append((code, cell))
        }
        return assigned.count == codes.count && Set(assigned.map(\.0)) == Set(codes)
            ? assigned : nil
    }
}
