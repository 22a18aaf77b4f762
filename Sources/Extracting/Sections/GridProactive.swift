import DocumentModel
import FormCatalog
import ReportModel

/// Reads section two out of a grid: the row by its label, the column by the header above it.
struct GridProactive {
    let catalog: FormCatalog

    /// Reads what the grid has of the section.
    func read(_ grid: Grid, into collector: inout CellCollector) {
        var headers: [(cell: GridCell, code: String)] = []
        for index in grid.slots.indices {
            let cells = grid.cells(ofRow: index)
            let columns = cells.compactMap { cell in
                catalog.proactiveColumns.item(for: LabelKey(cell.text)).map { (cell, $0) }
            }
            if !columns.isEmpty {
                headers = columns
                continue
            }
            guard
                let place = cells.firstIndex(where: {
                    catalog.proactiveRows.item(for: LabelKey($0.text)) != nil
                }),
                let row = catalog.proactiveRows.item(for: LabelKey(cells[place].text)),
                place + 1 < cells.count, !headers.isEmpty
            else { continue }
            read(
                row,
                label: cells[place],
                values: Array(cells[(place + 1)...]),
                under: headers,
                into: &collector
            )
        }
    }

    private func read(
        _ row: String,
        label: GridCell,
        values: [GridCell],
        under headers: [(cell: GridCell, code: String)],
        into collector: inout CellCollector
    ) {
        let codes = headers.compactMap { ProactiveCell(rawValue: "\(row).\($0.code)") }
        guard codes.count == headers.count else {
            collector.warn(.rowUnknown, [label.text], at: label.origin)
            return
        }
        var assigned: [GridCell] = values
        if values.count > headers.count, headers.count == 1 {
            // One header over several cells: the figure is the one that is filled in.
            let filled = values.filter { !$0.text.isEmpty }
            let inside = values.allSatisfy { headers[0].cell.columns.contains($0.column) }
            assigned = inside && filled.count <= 1 ? [filled.first ?? values[0]] : values
        }
        if values.count == 1, values[0].text.isEmpty, values[0].columnSpan >= codes.count {
            assigned = codes.map { _ in values[0] }
        }
        if assigned.count == codes.count {
            for (code, cell) in zip(codes, assigned) {
                collector.add(.proactive(code), printed: cell.text, origin: cell.origin)
            }
        } else {
            collector.addAmbiguous(
                codes.map(CellCode.proactive),
                printed: values.map(\.text),
                label: label.text,
                at: label.origin
            )
        }
    }
}
