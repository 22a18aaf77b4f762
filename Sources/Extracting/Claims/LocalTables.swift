import DocumentModel
import FormCatalog
import ReportModel

/// Reads the few comparable figures out of the tables that bodies made for themselves before 2014.
///
/// 指标 / 计量单位 / 代码 / 本期实际 / 本年累计: the row by its label, the figure below the year's header. A table
/// without such a header gives nothing.
struct LocalTables {
    let words: ClaimWords

    /// Whether a grid is such a table.
    func recognises(_ grid: Grid) -> Bool {
        header(of: grid) != nil
    }

    /// The figures as claims, each with its row as the quote.
    func claims(in document: SourceDocument) -> [Claim] {
        document.blocks.enumerated().flatMap { number, block -> [Claim] in
            guard case .grid(let grid) = block, let header = header(of: grid) else { return [] }
            return grid.slots.indices.dropFirst(header.row + 1).compactMap { row in
                claim(in: grid, row, header.columns, paragraph: -1 - number)
            }
        }
    }

    private func claim(
        in grid: Grid,
        _ row: Int,
        _ columns: Range<Int>,
        paragraph: Int
    ) -> Claim? {
        let cells = grid.cells(ofRow: row).filter { $0.row == row }
        guard let label = cells.first(where: { words.rows[LabelKey($0.text).withoutAmong] != nil }),
            let meaning = words.rows[LabelKey(label.text).withoutAmong],
            let cell = cells.first(where: { $0.columns.overlaps(columns) }),
            let value = FigureGrammar.read(cell.text, unit: .pieces).figure.value
        else { return nil }
        return Claim(
            meaning.subject,
            meaning.kind,
            value: value,
            unit: .pieces,
            quote: cells.map(\.text).joined(separator: " "),
            origin: cell.origin,
            paragraph: paragraph
        )
    }

    /// The year's column; 2009年度 is one too.
    private func header(of grid: Grid) -> (row: Int, columns: Range<Int>)? {
        for row in grid.slots.indices.prefix(4) {
            let cells = grid.cells(ofRow: row).filter { !$0.text.isEmpty }
            let keys = cells.map { LabelKey($0.text.drop { ("0"..."9").contains($0) }) }
            for column in words.columns {
                if let place = keys.firstIndex(of: column) { return (row, cells[place].columns) }
            }
        }
        return nil
    }
}
