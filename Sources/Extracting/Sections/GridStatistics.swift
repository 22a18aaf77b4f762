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
    func read(_ grid: Grid, into collector: inout CellCollector) {
        var position = SheetPosition()
        var header = Header()
        for index in grid.rows {
            let cells = Array(grid.cells(writtenIn: index))
            let headers = cells.filter { labels.isValueHeader($0.text) }
            if headers.count == 1 {
                header.values = headers[0].columns
                // 区政府, 区直单位: columns of a local copy, with figures of their own.
                header.others = cells.filter {
                    $0.column > headers[0].column && !$0.text.isEmpty
                        || labels.isOtherHeader($0.text)
                }.map(\.columns)
            }
            guard let place = cells.firstIndex(where: { labels.row($0.text, at: position) != nil }),
                let row = labels.row(cells[place].text, at: position)
            else {
                pass(unknown: cells, &position, into: &collector)
                continue
            }
            position.pass(row)
            read(row, label: cells[place], Array(cells[(place + 1)...]), header, into: &collector)
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
