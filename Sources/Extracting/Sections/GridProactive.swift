import DocumentModel
import FormCatalog
import ReportModel

/// Reads section two out of a grid: the row by its label, the column by the header above it.
struct GridProactive {
    private let labels: ProactiveLabels

    init(catalog: FormCatalog) {
        labels = ProactiveLabels(catalog: catalog)
    }

    private typealias Header = (cell: GridCell, column: ProactiveLabels.Column)

    /// Rows below a header.
    private struct Table {
        var headers: [Header]
        /// Where tables can't merge cells, a header leaves empty cells behind it.
        var hasFillers: Bool
        /// Whether all columns have names that the form knows: one whose name nobody knows has figures too.
        var isWhole: Bool
        /// How many columns the header has cells in.
        var reach: Int
        var rows: [Row] = []
    }

    private struct Row {
        /// The form's name of it; `nil` for one that some province has added.
        var name: String?
        var label: GridCell
        var values: [GridCell] = []
        /// Whether no cell is lost: every place of the table is covered, or as many as the header covers.
        var isGapless = true
    }

    /// Reads what the grid has of the section.
    func read(_ keyed: KeyedGrid, into collector: inout CellCollector) {
        for table in tables(of: keyed) {
            let last = table.headers.map(\.cell.columns.upperBound).max() ?? 0
            let isShifted = table.rows.map(\.values).isShifted(
                beside: table.headers[0].cell.columns,
                upTo: last - 1,
                reach: table.reach
            )
            for row in table.rows {
                guard let name = row.name else {
                    collector.warn(.rowUnknown, [row.label.text], at: row.label.origin)
                    continue
                }
                let byColumn =
                    keyed.grid.hasRuledColumns || table.hasFillers || !table.isWhole
                    || row.values.count > table.headers.count
                read(
                    name,
                    row,
                    under: table.headers,
                    byColumn: byColumn,
                    isSure: !isShifted && row.isGapless,
                    into: &collector
                )
            }
        }
    }

    /// The section's tables, with their rows from the top down.
    private func tables(of keyed: KeyedGrid) -> [Table] {
        let grid = keyed.grid
        var tables: [Table] = []
        for index in grid.rows {
            let cells = grid.cells(ofRow: index)
            let named = cells.compactMap { cell -> Header? in
                guard keyed.hasWords(cell) else { return nil }
                return labels.column(keyed.key(cell)).map { (cell, $0) }
            }
            if !named.isEmpty {
                let isWhole = cells.dropFirst().allSatisfy {
                    $0.text.isEmpty || labels.column(keyed.key($0)) != nil
                }
                let isAlone = isWhole && named.count == 1
                tables.append(
                    Table(
                        headers: isAlone ? [(named[0].0, labels.alone(named[0].1))] : named,
                        hasFillers: cells.last.map { $0.row == index && $0.text.isEmpty } ?? false,
                        isWhole: isWhole,
                        reach: cells.last?.columns.upperBound ?? 0
                    )
                )
                continue
            }
            guard let table = tables.last else { continue }
            let edition = table.headers[0].column.edition
            let place = cells.firstIndex { labels.row(keyed.key($0), of: edition) != nil }
            if let place, place + 1 < cells.count {
                tables[tables.count - 1].rows.append(
                    Row(
                        name: labels.row(keyed.key(cells[place]), of: edition),
                        label: cells[place],
                        values: cells[(place + 1)...].filter { $0.row == index },
                        isGapless: !table.hasFillers || grid.isGapless(index)
                            || cells.map(\.columnSpan).reduce(0, +) == table.reach
                    )
                )
            } else if isUnknownRow(cells, under: table.headers) {
                tables[tables.count - 1].rows.append(Row(label: cells[0]))
            }
        }
        return tables
    }

    private func read(
        _ name: String,
        _ row: Row,
        under headers: [Header],
        byColumn: Bool,
        isSure: Bool,
        into collector: inout CellCollector
    ) {
        guard let codes = labels.codes(name, under: headers.map(\.column)),
            let first = row.values.first
        else {
            collector.warn(.rowUnknown, [row.label.text], at: row.label.origin)
            return
        }
        var assigned = row.values
        if row.values.count == 1, first.text.isEmpty, first.columnSpan >= codes.count {
            assigned = codes.map { _ in first }
        } else if byColumn {
            assigned = isSure ? under(headers, row.values) : []
        }
        if assigned.count == codes.count {
            for (code, cell) in zip(codes, assigned) {
                collector.add(code, printed: cell.text, origin: cell.origin)
            }
        } else {
            collector.addAmbiguous(
                codes,
                printed: row.values.map(\.text),
                label: row.label.text,
                at: row.label.origin
            )
        }
    }

    /// The cells that stand under the headers, if all that are filled in do; none otherwise.
    private func under(_ headers: [Header], _ values: [GridCell]) -> [GridCell] {
        let columns = headers.map(\.cell.columns)
        let under = values.filter { cell in columns.contains { $0.contains(cell.column) } }
        let filled = values.filter { !$0.text.isEmpty }
        guard filled.allSatisfy(under.contains) else { return [] }
        if under.count == headers.count { return under }
        // One header over several cells: the figure is the one that is filled in.
        return headers.count == 1 && filled.count <= 1 ? Array((filled + under).prefix(1)) : []
    }

    /// Words, then a figure for each header: a row that some province has added.
    private func isUnknownRow(_ cells: [GridCell], under headers: [Header]) -> Bool {
        let figures = cells.dropFirst()
        return figures.count == headers.count && !cells[0].text.isEmpty
            && !FigureGrammar.isFigure(cells[0].text)
            && figures.allSatisfy { $0.text.isEmpty || FigureGrammar.isFigure($0.text) }
            && figures.contains { !$0.text.isEmpty }
    }
}
