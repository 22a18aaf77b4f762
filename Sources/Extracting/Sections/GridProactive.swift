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

    /// Reads what the grid has of the section.
    func read(_ keyed: KeyedGrid, into collector: inout CellCollector) {
        let grid = keyed.grid
        var headers: [Header] = []
        var hasFillers = false
        var isWhole = true
        for index in grid.rows {
            let cells = grid.cells(ofRow: index)
            let named = cells.compactMap { cell -> Header? in
                guard keyed.hasWords(cell) else { return nil }
                return labels.column(keyed.key(cell)).map { (cell, $0) }
            }
            if !named.isEmpty {
                headers = named
                // Where tables can't merge cells, a header leaves empty cells behind it.
                hasFillers = cells.last.map { $0.row == index && $0.text.isEmpty } ?? false
                // A column whose name nobody knows has figures too.
                isWhole = cells.dropFirst().allSatisfy {
                    $0.text.isEmpty || labels.column(keyed.key($0)) != nil
                }
                if isWhole, named.count == 1 {
                    headers = [(named[0].0, labels.alone(named[0].1))]
                }
                continue
            }
            guard let edition = headers.first?.column.edition else { continue }
            let place = cells.firstIndex { labels.row(keyed.key($0), of: edition) != nil }
            if let place, place + 1 < cells.count,
                let row = labels.row(keyed.key(cells[place]), of: edition)
            {
                let values = cells[(place + 1)...].filter { $0.row == index }
                let isGapless = !hasFillers || grid.isGapless(index)
                read(
                    row,
                    label: cells[place],
                    values: values,
                    under: headers,
                    byColumn: grid.hasRuledColumns || hasFillers || !isWhole
                        || values.count > headers.count,
                    isGapless: isGapless,
                    into: &collector
                )
            } else if isUnknownRow(cells, under: headers) {
                collector.warn(.rowUnknown, [cells[0].text], at: cells[0].origin)
            }
        }
    }

    private func read(
        _ row: String,
        label: GridCell,
        values: [GridCell],
        under headers: [Header],
        byColumn: Bool,
        isGapless: Bool,
        into collector: inout CellCollector
    ) {
        guard let codes = labels.codes(row, under: headers.map(\.column)), let first = values.first
        else {
            collector.warn(.rowUnknown, [label.text], at: label.origin)
            return
        }
        var assigned = values
        if values.count == 1, first.text.isEmpty, first.columnSpan >= codes.count {
            assigned = codes.map { _ in first }
        } else if byColumn {
            assigned = isGapless ? self.under(headers, values) : []
        }
        if assigned.count == codes.count {
            for (code, cell) in zip(codes, assigned) {
                collector.add(code, printed: cell.text, origin: cell.origin)
            }
        } else {
            collector.addAmbiguous(
                codes,
                printed: values.map(\.text),
                label: label.text,
                at: label.origin
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
