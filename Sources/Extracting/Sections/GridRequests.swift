import DocumentModel
import FormCatalog
import ReportModel

/// Reads section three out of a grid: the row by its label, the column by its header.
struct GridRequests {
    let catalog: FormCatalog
    private let labels: RequestLabels
    /// The columns of the last table with a header, for a table that goes on without one.
    private var lastColumns: [Applicant]?
    /// The last row that was read, for a table that goes on with the next.
    private var lastRow: RequestRow?
    /// Whether rows that 总计 adds up have been read: before them it heads a column.
    private var hasOutcomes = false

    init(catalog: FormCatalog) {
        self.catalog = catalog
        labels = RequestLabels(catalog: catalog)
    }

    /// The rows of each table that can't be the matrix, for want of columns and of a header.
    private var strays: [[Row]] = []

    /// Reads what the grid has of the section.
    mutating func read(_ keyed: KeyedGrid, into collector: inout CellCollector) {
        let grid = keyed.grid
        let before = self
        var found = corrected(rows(of: keyed), &collector)
        guard let first = found.first else { return }
        var header = RequestHeader(keyed, above: first.index, catalog: catalog)
        if header.columns == nil, isStray(found, under: header, collector) {
            self = before
            strays.append(found.filter { $0.code != nil })
            return
        }
        if header.columns == nil, let lastColumns, header.isEmpty || goesOn(found, under: header) {
            header.columns = lastColumns
            found = withoutLabelRests(found)
            collector.warn(.headerMissing, [first.label], at: first.values.first?.origin)
        } else if header.isDeduced {
            collector.warn(
                .headerMissing,
                [catalog.official.labels(of: .request(.granted, .naturalPerson)).column],
                at: grid.cell(0, 0)?.origin
            )
        }
        if header.isShifted(found.map(\.values)) { header.columns = nil }
        lastColumns = header.columns
        lastRow = found.last { $0.code != nil }?.code
        for row in found {
            guard let code = row.code else {
                collector.warn(.rowUnknown, [row.label], at: row.origin)
                continue
            }
            // The rest of a label that was cut, and the figures beside it, may be another row of the grid.
            let isCut = row.label.leavesBracketOpen && row.values.allSatisfy(\.text.isEmpty)
            if !isCut, let cells = header.assign(row.values, gapless: row.isGapless) {
                for (applicant, cell) in cells {
                    collector.add(
                        .request(code, applicant),
                        printed: cell.text,
                        origin: cell.origin
                    )
                }
            } else {
                collector.addAmbiguous(
                    Self.codes(code),
                    printed: row.values.map(\.text),
                    label: header.columns == nil ? nil : row.label,
                    at: row.origin
                )
            }
        }
    }

    /// Whether a table without a header has fewer columns than the matrix, and doesn't go on with one.
    private func isStray(
        _ rows: [Row],
        under header: RequestHeader,
        _ collector: CellCollector
    ) -> Bool {
        guard rows.allSatisfy({ $0.values.count < Applicant.allCases.count }) else { return false }
        return lastColumns == nil || !header.isEmpty
            || rows.contains { row in
                row.code.map { code in Self.codes(code).allSatisfy(collector.isSettled) } ?? false
            }
    }

    /// Marks the rows of tables that can't be the matrix, but for those that it settles: a comparison of three years names
    /// them too.
    func readStrays(into collector: inout CellCollector) {
        for rows in strays {
            let unsettled = rows.filter { row in
                row.code.map { !Self.codes($0).allSatisfy(collector.isSettled) } ?? false
            }
            if unsettled.count < rows.count {
                collector.warn(.headerUnknown, [], at: rows[0].origin)
            }
            for row in unsettled {
                guard let code = row.code else { continue }
                collector.addAmbiguous(
                    Self.codes(code),
                    printed: row.values.map(\.text),
                    label: nil,
                    at: row.origin
                )
            }
        }
    }

    private static func codes(_ row: RequestRow) -> [CellCode] {
        Applicant.allCases.map { .request(row, $0) }
    }

    /// The rows of a table without a header, those that begin with a merged label's empty rest without it, where the
    /// other rows' figures all stand in the same columns.
    private func withoutLabelRests(_ rows: [Row]) -> [Row] {
        let full = rows.filter { row in
            row.values.count == Applicant.allCases.count
                && !row.values.contains(where: \.text.isEmpty)
        }
        let columns = Set(full.map { $0.values.map(\.column) })
        guard full.count >= Self.fewestFullRows, columns.count == 1,
            let first = columns.first?.first
        else { return rows }
        return rows.map { row in
            var row = row
            let figures = row.values.drop { $0.text.isEmpty && $0.column < first }
            if figures.map(\.column) == columns.first { row.values = Array(figures) }
            return row
        }
    }

    /// Fewer rows agree on their columns by chance.
    private static let fewestFullRows = 3

    /// Whether a table under a header that names no applicant goes on with the form's next row, and each of its
    /// rows adds up to the figure under 总计.
    private func goesOn(_ rows: [Row], under header: RequestHeader) -> Bool {
        let form = RequestRow.allCases
        guard header.hasOnlyTotal, let last = lastRow.flatMap(form.firstIndex),
            let first = rows.first?.code.flatMap(form.firstIndex), first == last + 1
        else { return false }
        return rows.allSatisfy { row in
            let figures = row.values.compactMap { Int($0.text) }
            guard row.code != nil, figures.count == Applicant.allCases.count,
                figures.count == row.values.count, let total = figures.last,
                figures.allSatisfy({ (0...Self.largestFigure).contains($0) })
            else { return false }
            return figures.dropLast().reduce(0, +) == total
        }
    }

    /// No body has more requests; sums of such figures don't overflow.
    private static let largestFigure = 1_000_000_000

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
    private mutating func rows(of keyed: KeyedGrid) -> [Row] {
        let grid = keyed.grid
        var rows: [Row] = []
        // A table cut in two within a group doesn't name it again.
        var group = lastRow?.disposition
        for index in grid.rows {
            let cells = grid.cells(ofRow: index)
            // 总计 heads a column of section four too; below its blocks no row is this section's.
            let isDisputes = cells.contains {
                keyed.hasWords($0) && catalog.disputeRoutes.item(for: keyed.key($0)) != nil
            }
            if isDisputes { break }
            for cell in cells where cell.row == index && keyed.hasWords(cell) {
                group = labels.group(keyed.key(cell)) ?? group
            }
            let isGapless = grid.isGapless(index)
            if let place = labelPlace(cells, of: keyed, in: index, group), place + 1 < cells.count,
                let code = labels.row(keyed.key(cells[place]), in: group),
                code != .outcomeTotal || hasOutcomes
            {
                hasOutcomes = hasOutcomes || code.disposition != nil
                group = code == .granted || code == .partial ? nil : code.disposition
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
    private func labelPlace(
        _ cells: [GridCell],
        of keyed: KeyedGrid,
        in row: Int,
        _ group: Disposition?
    ) -> Int? {
        cells.indices.last { place in
            guard keyed.hasWords(cells[place]),
                let code = labels.row(keyed.key(cells[place]), in: group)
            else { return false }
            let behind = cells[(place + 1)...]
            // Rows of the form may head the columns of another table.
            let isHeader = behind.contains {
                $0.row == row && keyed.hasWords($0) && labels.group(keyed.key($0)) != nil
            }
            if isHeader { return false }
            return code != .otherTotal
                || (cells[place].row == row && cells[place].rowSpan == 1
                    && !behind.contains(where: isLabel))
        }
    }

    /// Whether a cell has words, and not a figure or a share of others.
    private func isLabel(_ cell: GridCell) -> Bool {
        !FigureGrammar.isFigure(cell.text)
            && cell.text.unicodeScalars.contains(where: \.properties.isIdeographic)
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
