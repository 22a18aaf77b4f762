import FormCatalog
import ReportModel
import Specimens
import Testing

/// Headers whose cells aren't merged downwards: 自然人 and 总计 have an empty cell below them.
struct UnmergedHeaderTests {
    private static let catalog = try! FormCatalog()

    /// Where empty cells of the header aren't told from any other gap.
    private static let untold: [ReportLayout] = [
        .barredLines, .barredOpenedLines, .barsBetweenLines,
    ]

    @Test(arguments: ReportLayout.allCases.filter(\.canBeRead), [EditionID.e2019, .e2021])
    func `an empty cell in a header is no figure`(_ layout: ReportLayout, _ edition: EditionID)
        throws
    {
        var dice = SplitMix64(seed: 11)
        let printed = PrintedReport.consistent(using: &dice, edition: edition)
        var tables = FormTables(printed, Self.catalog)
        for index in tables.sections.indices {
            for (number, row) in tables.sections[index].rows.enumerated() {
                let ends = row.indices.filter { row[$0].rows == 2 }
                guard let last = ends.last else { continue }
                for end in ends { tables.sections[index].rows[number][end].rows = 1 }
                var empty = row[last]
                (empty.text, empty.rows) = ("", 1)
                var below = tables.sections[index].rows[number + 1]
                let isOnBothSides = last == row.count - 1
                let front = isOnBothSides ? ends.count - 1 : ends.count
                below.insert(contentsOf: Array(repeating: empty, count: front), at: 0)
                if isOnBothSides { below.append(empty) }
                tables.sections[index].rows[number + 1] = below
            }
        }
        let report = try tables.read(layout, of: printed, Self.catalog)
        #expect(printed.wrong(in: report) == 0)
        if !Self.untold.contains(layout) { #expect(printed.unread(in: report) == []) }
    }
}
