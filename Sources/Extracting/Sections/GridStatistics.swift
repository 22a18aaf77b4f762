import DocumentModel
import FormCatalog
import ReportModel

/// Reads the statistics sheet of 2014 out of a grid: the row by its label, the figure below its header.
///
/// Local copies number their rows as they please: 序号 is never looked at.
struct GridStatistics {
    private let labels: StatisticLabels

    init(catalog: FormCatalog) {
        labels = StatisticLabels(catalog: catalog)
    }

    /// Reads what the grid has of the sheet.
    ///
    /// Its columns may be there twice, so that it fits on a page: then the sheet goes on beside itself, row by row or
    /// once at its end. The rows' own order tells which.
    func read(_ grid: Grid, into collector: inout CellCollector) {
        let parts = parts(of: grid)
        let down = parts.flatMap { part in grid.rows.map { Line(row: $0, part: part) } }
        guard parts.count > 1 else { return read(down, of: grid, into: &collector) }
        let across = grid.rows.flatMap { row in parts.map { Line(row: row, part: $0) } }
        let (first, second) = (reading(of: grid, down), reading(of: grid, across))
        let counts = [first, second].map { $0.settled(in: .statistics) }
        guard first.agrees(with: second, on: .statistics) || counts[0] != counts[1] else {
            return read(whole(grid), of: grid, into: &collector)
        }
        read(counts[0] < counts[1] ? across : down, of: grid, into: &collector)
    }

    /// A row of the sheet: a row of the grid, as far as it stands in some columns.
    private struct Line {
        var row: Int
        var part: Range<Int>
    }

    private func whole(_ grid: Grid) -> [Line] {
        grid.rows.map { Line(row: $0, part: 0..<max(1, grid.width)) }
    }

    private func reading(of grid: Grid, _ lines: [Line]) -> CellCollector {
        var collector = CellCollector()
        read(lines, of: grid, into: &collector)
        return collector
    }

    /// The columns of each part of a sheet whose header says the same several times; else all columns.
    private func parts(of grid: Grid) -> [Range<Int>] {
        let whole = [0..<max(1, grid.width)]
        for row in grid.rows {
            let header = grid.cells(writtenIn: row).filter { !$0.text.isEmpty }
            let count = header.count(where: { labels.isValueHeader($0.text) })
            guard count > 0 else { continue }
            let width = header.count / count
            guard count > 1, width > 1, header.count == count * width,
                header.indices.allSatisfy({
                    header[$0].text == header[($0 - header.startIndex) % width].text
                })
            else { return whole }
            let starts = (1..<count).map { header[$0 * width].column }
            return zip([0] + starts, starts + [grid.width]).map { $0..<$1 }
        }
        return whole
    }

    private func read(_ lines: [Line], of grid: Grid, into collector: inout CellCollector) {
        var position = SheetPosition()
        var header: [Range<Int>: Header] = [:]
        for line in lines {
            let cells = grid.cells(writtenIn: line.row).filter { line.part.contains($0.column) }
            let headers = cells.filter { labels.isValueHeader($0.text) }
            if headers.count == 1 {
                header[line.part] = Header(
                    values: headers[0].columns,
                    // 区政府, 区直单位: columns of a local copy, with figures of their own.
                    others: cells.filter {
                        $0.column > headers[0].column && !$0.text.isEmpty
                            || labels.isOtherHeader($0.text) || labels.isSerialHeader($0.text)
                    }.map(\.columns)
                )
            }
            guard let place = cells.firstIndex(where: { labels.row($0.text, at: position) != nil }),
                let row = labels.row(cells[place].text, at: position)
            else {
                pass(unknown: cells, &position, into: &collector)
                continue
            }
            position.pass(row)
            read(
                row,
                label: cells[place],
                Array(cells[(place + 1)...]),
                header[line.part] ?? Header(),
                into: &collector
            )
        }
        collector.addUnplaced(position.unplaced)
    }

    /// Where the figures stand, and where a local copy has others.
    private struct Header {
        var values: Range<Int>?
        var others: [Range<Int>] = []

        func isOther(_ cell: GridCell) -> Bool {
            others.contains { cell.columns.overlaps($0) }
        }
    }

    private func read(
        _ row: StatisticCell,
        label: GridCell,
        _ behind: [GridCell],
        _ header: Header,
        into collector: inout CellCollector
    ) {
        let unit = behind.first { labels.isUnit($0.text) }
        let rest = behind.filter { !labels.isUnit($0.text) }
        let under = rest.filter { cell in
            header.values.map { cell.columns.overlaps($0) } ?? true
        }
        // Beside the figure only empty cells and remarks may stand.
        let figures = rest.filter { FigureGrammar.isFigure($0.text) && !header.isOther($0) }
        // The rest of a label that was cut, and the figure beside it, may be another row of the grid.
        let isCut = label.text.leavesBracketOpen && figures.isEmpty
        if under.count == 1, !isCut, figures.allSatisfy({ $0 == under[0] }) {
            collector.add(
                .statistic(row),
                printed: labels.printed(under[0].text, unit: unit?.text, for: row),
                origin: under[0].origin
            )
        } else {
            collector.addAmbiguous(
                [.statistic(row)],
                printed: rest.map(\.text),
                label: label.text,
                at: label.origin
            )
        }
    }

    /// Goes on behind a row without a name, or with one that several rows have.
    private func pass(
        unknown cells: [GridCell],
        _ position: inout SheetPosition,
        into collector: inout CellCollector
    ) {
        if let label = cells.first(where: { labels.nameRow($0.text) }) {
            position.lose(
                behind: labels.unplaced(
                    label.text,
                    printed: cells.last?.text ?? "",
                    at: label.origin
                )
            )
            return
        }
        if !cells.allSatisfy({ labels.nameNothing($0.text) }) { position.lose() }
        warnOfUnknown(cells, into: &collector)
    }

    /// Words, a unit and a figure: a row that some province has added.
    private func warnOfUnknown(_ cells: [GridCell], into collector: inout CellCollector) {
        guard let last = cells.last, cells.count >= 3, FigureGrammar.isFigure(last.text),
            labels.isUnit(cells[cells.count - 2].text),
            let label = cells.dropLast(2).last(where: { !FigureGrammar.isFigure($0.text) }),
            !label.text.isEmpty, !labels.isHeading(label.text)
        else { return }
        collector.warn(.rowUnknown, [label.text], at: label.origin)
    }
}
