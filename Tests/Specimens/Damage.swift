import ReportModel

/// What may happen to a table between a body's desk and ours.
public enum Damage: String, Sendable, CaseIterable {
    /// One digit of one figure is another.
    case digitChanged
    /// One figure's cell is gone; those behind it move up.
    case cellDropped
    /// One cell stands twice.
    case cellDoubled
    /// One label's cell is gone.
    case labelDropped
    /// One row is gone.
    case rowDropped
    /// One row stands twice.
    case rowDoubled
    /// Two columns of figures are swapped together with their headers.
    case columnsSwapped
    /// A figure is cut into two cells: 1 and 0 for 10.
    case figureSplit

    /// The tables with the damage done, and the figures as they are printed then.
    ///
    /// - Parameters:
    ///   - tables: sound tables.
    ///   - report: the report that they print.
    ///   - dice: what is damaged.
    ///   - isRuled: whether a cell's place in its row says what it is, as in a spreadsheet: what moves up is printed
    ///     under another header then.
    /// - Returns: `nil` where there is nothing that could be damaged so. Figures of cells that are gone stay as they
    ///   were: a reader may leave them out, but must not put another figure there.
    public func done(
        to tables: FormTables,
        of report: PrintedReport,
        using dice: inout SplitMix64,
        isRuled: Bool = false
    ) -> (tables: FormTables, report: PrintedReport)? {
        var tables = tables
        var report = report
        let figures = tables.sections.indices.flatMap { section in
            tables.sections[section].rows.indices.flatMap { row in
                tables.sections[section].rows[row].indices.compactMap { column in
                    tables.sections[section].rows[row][column].code.map {
                        (section: section, row: row, column: column, code: $0)
                    }
                }
            }
        }
        guard let victim = figures.randomElement(using: &dice) else { return nil }
        let (section, row, column, code) = victim
        switch self {
        case .digitChanged:
            var text = Array(report[code])
            let digits = text.indices.filter { text[$0].isNumber }
            guard let place = digits.randomElement(using: &dice) else { return nil }
            let digit = Int(String(text[place]))!
            text[place] = Character(String((digit + Int.random(in: 1...9, using: &dice)) % 10))
            report.texts[code] = String(text)
            tables.sections[section].rows[row][column].text = String(text)
        case .cellDropped:
            let behind = tables.sections[section].rows[row][column...].compactMap(\.code)
            // A row of one figure is blank without it.
            if isRuled || tables.sections[section].rows[row].count(where: { $0.code != nil }) == 1 {
                for (code, next) in zip(behind, behind.dropFirst()) {
                    report.texts[code] = report[next]
                }
                if let last = behind.last { report.texts[last] = "" }
            }
            tables.sections[section].rows[row].remove(at: column)
        case .cellDoubled:
            let cell = tables.sections[section].rows[row][column]
            tables.sections[section].rows[row].insert(cell, at: column)
        case .labelDropped:
            guard
                let label = tables.sections[section].rows[row].lastIndex(where: { $0.code == nil })
            else { return nil }
            tables.sections[section].rows[row].remove(at: label)
        case .rowDropped: tables.sections[section].rows.remove(at: row)
        case .rowDoubled:
            tables.sections[section].rows.insert(tables.sections[section].rows[row], at: row)
        case .columnsSwapped:
            guard
                let request = tables.sections.firstIndex(where: {
                    $0.rows.count > 20 && $0.rows[0].count == 2
                })
            else { return nil }
            let first = Int.random(in: 0..<4, using: &dice)
            Self.swap(first, first + 1, in: &tables.sections[request].rows)
        case .figureSplit:
            let text = report[code]
            guard text.count == 2, text.allSatisfy(\.isNumber) else { return nil }
            let parts = text.map { FormCell(text: String($0)) }
            tables.sections[section].rows[row].replaceSubrange(column...column, with: parts)
        }
        return (tables, report)
    }

    /// Swaps two of the organisations' columns, headers and figures.
    private static func swap(_ first: Int, _ second: Int, in rows: inout [[FormCell]]) {
        rows[2].swapAt(first, second)
        for row in 3..<rows.count {
            let start = rows[row].count - Applicant.allCases.count + 1
            rows[row].swapAt(start + first, start + second)
        }
    }
}
