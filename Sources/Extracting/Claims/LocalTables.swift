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
    func recognises(_ grid: KeyedGrid) -> Bool {
        header(of: grid) { _ in true } != nil
    }

    /// The figures as claims, each with its row as the quote.
    ///
    /// - Parameters:
    ///   - grids: the document's tables, each with its block's number.
    ///   - year: the report's year: a column that is headed 2009年度 counts only if it is that one.
    /// - Returns: a claim for each row that is known.
    func claims(in grids: [(block: Int, keyed: KeyedGrid)], reporting year: Int?) -> [Claim] {
        grids.flatMap { block, keyed -> [Claim] in
            guard let header = header(of: keyed, dated: { $0 == year }) else { return [] }
            return keyed.grid.rows.dropFirst(header.row + 1).compactMap { row in
                claim(in: keyed, row, header.columns, paragraph: -1 - block)
            }
        }
    }

    private func claim(
        in keyed: KeyedGrid,
        _ row: Int,
        _ columns: Range<Int>,
        paragraph: Int
    ) -> Claim? {
        let cells = keyed.grid.cells(writtenIn: row)
        guard
            let label = cells.first(where: {
                keyed.hasWords($0) && words.rows[keyed.key($0).withoutAmong] != nil
            }),
            let meaning = words.rows[keyed.key(label).withoutAmong],
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

    /// The year's column; 2009年度 is one too, where that year is meant.
    private func header(
        of keyed: KeyedGrid,
        dated isMeant: (Int) -> Bool
    ) -> (row: Int, columns: Range<Int>)? {
        for row in keyed.grid.rows.prefix(4) {
            let cells = keyed.grid.cells(ofRow: row).filter { !$0.text.isEmpty }
            let keys = cells.map { cell -> LabelKey? in
                let scalars = cell.text.unicodeScalars
                let digits = scalars.prefix { ("0"..."9").contains($0) }
                guard !digits.isEmpty else { return keyed.key(cell) }
                guard let year = Int(String(digits)), isMeant(year) else { return nil }
                return LabelKey(String(scalars.dropFirst(digits.count)))
            }
            for column in words.columns {
                if let place = keys.firstIndex(of: column) { return (row, cells[place].columns) }
            }
        }
        return nil
    }
}
