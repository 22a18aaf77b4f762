import FormCatalog
import ReportModel
import Specimens
import Testing

/// Sheets of 2014 whose columns are there twice, so that they fit on a page.
struct TwofoldSheetTests {
    private static let catalog = try! FormCatalog()

    /// Where the second half of the rows stands.
    enum Order: CaseIterable, Sendable {
        case downAndThenUp, across
    }

    @Test(arguments: ReportLayout.allCases.filter(\.canBeRead), Order.allCases)
    func `a sheet beside itself is read in its own order`(_ layout: ReportLayout, _ order: Order)
        throws
    {
        var dice = SplitMix64(seed: 23)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2014)
        var tables = FormTables(printed, Self.catalog)
        let section = try #require(tables.sections.firstIndex { $0.rows.count > 40 })
        let rows = tables.sections[section].rows
        let (head, body) = (rows[0], Array(rows.dropFirst()))
        var empty = head
        for index in empty.indices { empty[index].text = "" }
        let half = (body.count + 1) / 2
        let pairs = (0..<half).map { index in
            order == .across ? (2 * index, 2 * index + 1) : (index, half + index)
        }
        tables.sections[section].rows =
            [head + head]
            + pairs.map { body[$0] + ($1 < body.count ? body[$1] : empty) }
        let report = try tables.read(layout, of: printed, Self.catalog)
        #expect(printed.wrong(in: report) == 0)
        if layout.isPage || [.word, .wordXML, .workbook, .markdown, .commas].contains(layout) {
            #expect(printed.unread(in: report).isEmpty)
        }
    }
}
