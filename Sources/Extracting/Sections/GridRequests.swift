import DocumentModel
import FormCatalog
import ReportModel

/// Reads section three out of a grid: the row by its label, the column by its header.
struct GridRequests {
    let catalog: FormCatalog
    private let labels: RequestLabels
    /// The columns of the last table with a header, for a table that goes on without one.
    private var lastColumns: [Applicant]?
    /// Whether rows that 总计 adds up have been read: before them it heads a column.
    private var hasOutcomes = false

    init(catalog: FormCatalog) {
        self.catalog = catalog
        labels = RequestLabels(catalog: catalog)
    }

    /// Reads what the grid has of the section.
    mutating func read(_ grid: Grid, into collector: inout CellCollector) {
        let found = corrected(rows(of: grid), &collector)
        guard let first = found.first else { return }
        var header = Header(grid: grid, above: first.index, catalog: catalog)
        if header.columns == nil, header.isEmpty, let lastColumns {
            header.columns = lastColumns
            collector.warn(.headerMissing, [first.label], at: first.values.first?.origin)
        } else if header.isDeduced {
            collector.warn(
                .headerMissing,
                [catalog.officialLabels(of: .request(.granted, .naturalPerson)).column],
                at: grid.cell(0, 0)?.origin
            )
        }
        lastColumns = header.columns
        for row in found {
            guard let code = row.code else {
                collector.warn(.rowUnknown, [row.label], at: row.origin)
                continue
            }
            let cells = header.assign(row.values, gapless: row.isGapless)
            if let cells {
                for (applicant, cell) in cells {
                    collector.add(
                        .request(code, applicant),
                        printed: cell.text,
                        origin: cell.origin
                    )
                }
            } else {
                collector.addAmbiguous(
                    Applicant.allCases.map { .request(code, $0) },
                    printed: row.values.map(\.text),
                    label: header.columns == nil ? nil : row.label,
                    at: row.origin
                )
            }
        }
    }

    /// The rows, with those that only a misprint hides.
    private func corrected(_ rows: [Row], _ collector: inout CellCollector) -> [Row] {
        let printed = rows.map {
            MisprintedRows.PrintedRow(labels: [$0.label], group: $0.group, code: $0.code)
        }
        var rows = rows
        for (index, code) in MisprintedRows(catalog: catalog).resolved(printed) {
            rows[index].code = code
            collector.warnOfMisprint(rows[index].label, code, catalog, at: rows[index].origin)
        }
        return rows
    }

    private struct Row {
        var index: Int
        var label: String
        var group: Disposition?
        var code: RequestRow?
        var values: [GridCell]
        var isGapless: Bool
        var origin: Origin
    }

    /// The grid's rows that belong to the section, from the first that the form knows.
    private mutating func rows(of grid: Grid) -> [Row] {
        var rows: [Row] = []
        var group: Disposition?
        for index in grid.slots.indices {
            let cells = grid.cells(ofRow: index)
            // 总计 heads a column of section four too; below its blocks no row is this section's.
            if cells.contains(where: { catalog.disputeRoutes.item(for: LabelKey($0.text)) != nil })
            {
                break
            }
            group = cells.compactMap { labels.group($0.text) }.last ?? group
            let isGapless = !grid.slots[index].contains(nil)
            if let place = labelPlace(cells, in: index, group), place + 1 < cells.count,
                let code = labels.row(cells[place].text, in: group),
                code != .outcomeTotal || hasOutcomes
            {
                hasOutcomes = hasOutcomes || code.disposition != nil
                if code.disposition == nil || code == .granted || code == .partial { group = nil }
                rows.append(
                    Row(
                        index: index,
                        label: cells[place].text,
                        group: code.disposition,
                        code: code,
                        // A figure begins in its own row; what reaches in from above is a label.
                        values: cells[(place + 1)...].filter { $0.row == index },
                        isGapless: isGapless,
                        origin: cells[place].origin
                    )
                )
            } else if !rows.isEmpty, let row = unknownRow(index, cells, group, isGapless: isGapless)
            {
                rows.append(row)
            }
        }
        return rows.contains { $0.code != nil } ? rows : []
    }

    /// Where the row's label stands. （六）其他处理 heads three rows since 2021: it is a row only where figures
    /// follow it at once.
    private func labelPlace(_ cells: [GridCell], in row: Int, _ group: Disposition?) -> Int? {
        cells.indices.last { place in
            guard let code = labels.row(cells[place].text, in: group) else { return false }
            let behind = cells[(place + 1)...]
            return code != .otherTotal
                || (cells[place].row == row
                    && behind.allSatisfy { $0.text.isEmpty || FigureGrammar.isFigure($0.text) })
        }
    }

    /// A row that the form doesn't have: words, then a line of figures.
    private func unknownRow(
        _ index: Int,
        _ cells: [GridCell],
        _ group: Disposition?,
        isGapless: Bool
    ) -> Row? {
        let figures = cells.reversed().prefix { cell in
            cell.text.isEmpty || FigureGrammar.isFigure(cell.text)
        }
        let isFilled = figures.contains { !$0.text.isEmpty }
        guard figures.count >= Applicant.parts.count,
            let label = cells.dropLast(figures.count).last(where: { $0.row == index }),
            !label.text.isEmpty, isFilled
        else { return nil }
        return Row(
            index: index,
            label: label.text,
            group: group,
            code: nil,
            values: figures.reversed().filter { $0.row == index },
            isGapless: isGapless,
            origin: label.origin
        )
    }
}

/// The header of the matrix: which applicants its columns are, from left to right.
private struct Header {
    /// The applicants in the columns' order; `nil` if the header doesn't say.
    var columns: [Applicant]?
    /// Whether a header that isn't printed was told from its place.
    private(set) var isDeduced = false
    /// Whether no header is printed at all.
    private(set) var isEmpty = true
    /// For each grid column, the applicant printed above it.
    private var byColumn: [Int: Applicant] = [:]
    /// Whether the header has columns that the form doesn't: then counting cells says nothing.
    private var hasStrangers = false

    init(grid: Grid, above firstRow: Int, catalog: FormCatalog) {
        var leaves: [(cell: GridCell, applicant: Applicant)] = []
        for cell in grid.cells where cell.row < firstRow {
            guard let applicant = catalog.applicants.item(for: LabelKey(cell.text)) else {
                continue
            }
            leaves.append((cell, applicant))
            for column in cell.columns { byColumn[column] = applicant }
        }
        isEmpty = leaves.isEmpty
        let firstColumn = byColumn.keys.min() ?? 0
        let rows = (leaves.map(\.cell.row).min() ?? firstRow)..<firstRow
        hasStrangers = grid.cells.contains { cell in
            let key = LabelKey(cell.text)
            return rows.contains(cell.row) && cell.column >= firstColumn && !key.isEmpty
                && catalog.applicants.item(for: key) == nil
                && catalog.headings[.requests]?.item(for: key) == nil
        }
        let inOrder = leaves.sorted { $0.cell.column < $1.cell.column }.map(\.applicant)
        let known = Set(inOrder)
        guard known.count == inOrder.count else { return }
        if known.count == Applicant.allCases.count {
            columns = inOrder
        } else if inOrder == Array(Applicant.allCases.dropFirst()) {
            columns = Applicant.allCases
            isDeduced = true
        }
    }

    /// Gives each applicant the cell that stands under its header, or `nil` if that isn't sure.
    func assign(_ values: [GridCell], gapless: Bool) -> [(Applicant, GridCell)]? {
        guard let columns else { return nil }
        if values.count == columns.count, !hasStrangers { return Array(zip(columns, values)) }
        if values.count == 1, let only = values.first, only.text.isEmpty,
            only.columnSpan >= columns.count
        {
            return columns.map { ($0, only) }
        }
        guard gapless, Set(byColumn.values).count == columns.count else { return nil }
        var assigned: [(Applicant, GridCell)] = []
        for cell in values {
            let above = Set(cell.columns.compactMap { byColumn[$0] })
            guard above.count <= 1 else { return nil }
            if let applicant = above.first { assigned.append((applicant, cell)) }
        }
        return Set(assigned.map(\.0)).count == columns.count && assigned.count == columns.count
            ? assigned : nil
    }
}
