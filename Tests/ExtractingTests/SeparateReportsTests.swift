import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Documents that hold several reports: one below the other, or a sheet of a workbook each.
struct SeparateReportsTests {
    private static let catalog = try! FormCatalog()
    private let extraction = ReportExtraction(catalog: catalog)

    /// The documents of some reports as one.
    private func document(_ reports: [PrintedReport], _ layout: ReportLayout) throws
        -> SourceDocument
    {
        let renderer = ReportRenderer(catalog: Self.catalog)
        let parts = try reports.map {
            try DocumentReading.read(
                renderer.bytes($0, layout),
                name: layout.fileName
            )
        }
        var whole = parts[0]
        whole.blocks = parts.flatMap(\.blocks)
        return whole
    }

    private func printed(_ agency: String, _ year: Int, seed: UInt64) -> PrintedReport {
        var dice = SplitMix64(seed: seed)
        var report = PrintedReport.consistent(using: &dice, year: year)
        report.agency = agency
        return report
    }

    @Test(arguments: [ReportLayout.page, .pastedPage, .word, .wordXML, .workbook, .markdown])
    func `each has its own body, year and figures`(_ layout: ReportLayout) throws {
        let both = [
            printed("示例市教育局", 2023, seed: 1), printed("示例市民政局", 2022, seed: 2),
            printed("示例市教育局", 2022, seed: 3),
        ]
        let reports = try extraction.reports(in: document(both, layout), fileName: "reports")
        #expect(reports.map(\.agency.value) == both.map(\.agency))
        #expect(reports.map(\.year.value) == both.map(\.year))
        for (report, printed) in zip(reports, both) {
            #expect(printed.wrong(in: report) == 0)
            #expect(printed.unread(in: report) == [])
        }
    }

    @Test(arguments: [ReportLayout.page, .word, .workbook])
    func `the same twice is one`(_ layout: ReportLayout) throws {
        let one = printed("示例市教育局", 2023, seed: 1)
        let reports = try extraction.reports(in: document([one, one], layout), fileName: "reports")
        #expect(reports.count == 1)
    }
}
