import FormCatalog
import ReportModel
import Specimens
import Testing

/// Sheets of 2014 with more columns of numbers than the form's: rows' codes, figures of all years.
struct StatisticColumnsTests {
    private static let catalog = try! FormCatalog()

    /// A column beside the figures: its header, where it stands, and the figures' own header.
    struct Column: Sendable, CustomTestStringConvertible {
        var header: String
        /// How many cells of the row stand behind it.
        var behind: Int
        var own: String
        /// Whether the headers say which numbers are the year's.
        var isTold = true

        var testDescription: String { "\(header) \(behind) \(own)" }
    }

    private static let columns = [
        Column(header: "代码", behind: 1, own: "数量"),
        Column(header: "代码", behind: 2, own: "本年数"),
        Column(header: "历年累计", behind: 0, own: "2024年度"),
        Column(header: "累计", behind: 1, own: "本年度"),
        Column(header: "本期实际", behind: 1, own: "本年累计"),
        Column(header: "2023年", behind: 1, own: "2024年", isTold: false),
        Column(header: "2023年度", behind: 1, own: "2024年度", isTold: false),
        Column(header: "2023年度", behind: 0, own: "2024年度", isTold: false),
    ]

    @Test(arguments: columns, ReportLayout.allCases.filter(\.canBeRead))
    func `a number of another column is no figure`(_ column: Column, _ layout: ReportLayout) throws
    {
        var dice = SplitMix64(seed: 5)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2014)
        var tables = FormTables(printed, Self.catalog)
        let section = try #require(tables.sections.firstIndex { $0.rows.count > 40 })
        var blanks: Set<CellCode> = []
        for row in tables.sections[section].rows.indices {
            var cells = tables.sections[section].rows[row]
            guard cells.count == 3 else { continue }
            if row > 0, row % 3 == 0, let code = cells[2].code {
                cells[2].text = ""
                blanks.insert(code)
            }
            if row == 0 { cells[2].text = column.own }
            let number = cells[2].code == nil ? "" : String(1000 + row)
            var other = cells[0]
            other.text = row == 0 ? column.header : number
            cells.insert(other, at: 3 - column.behind)
            tables.sections[section].rows[row] = cells
        }
        let report = try tables.read(layout, of: printed, Self.catalog)
        var right = 0
        for (code, cell) in printed.report.cells.inFormOrder where code.section == .statistics {
            let expected = blanks.contains(code) ? .blank : cell.figure
            let read = report.cells[code].figure
            if read == expected { right += 1 }
            #expect(
                read == expected || read == .ambiguous || read == .absent,
                "\(code.name) \(read) not \(expected)"
            )
        }
        if column.isTold,
            layout.isPage || layout == .word || layout == .wordXML || layout == .workbook
                || layout == .pdf
        {
            #expect(right == 58)
        }
    }
}
