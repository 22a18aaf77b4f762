import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Section four in tables of other shapes than the form's.
struct DisputeTableTests {
    let catalog = try! FormCatalog()
    let printed: PrintedReport

    init() {
        var dice = SplitMix64(seed: 78)
        printed = PrintedReport.consistent(using: &dice)
    }

    private func extracted(_ text: String) throws -> Report {
        try ReportExtraction(catalog: catalog).report(
            in: try DocumentReading.read(Array(text.utf8), name: "report.md"),
            fileName: "report.md"
        )
    }

    @Test func `disputes with a row for each block are read`() throws {
        let whole = ReportRenderer(catalog: catalog).render(printed, .markdown)
        let end = try #require(whole.ranges(of: "四、政府信息公开").first)
        var text = String(whole[..<end.lowerBound])
        text += "四、复议诉讼\n\n| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|---|\n"
        for (label, route) in [
            ("复议后起诉", DisputeRoute.litigationAfterReview), ("行政复议", .review),
            ("未经复议直接起诉", .directLitigation),
        ] {
            let cells = DisputeOutcome.allCases.map { printed[.dispute(route, $0)] }
            text += "| \(label) | " + cells.joined(separator: " | ") + " |\n"
        }
        #expect(printed.unread(in: try extracted(text)).isEmpty)
    }

    @Test func `a heading that wraps between the blocks' names doesn't turn them round`() throws {
        for layout in [ReportLayout.spacedLines, .denseLines, .tabs] {
            let whole = ReportRenderer(catalog: catalog).render(printed, layout)
            let text = whole.replacing(
                "四、政府信息公开行政复议、行政诉讼情况",
                with: "四、政府信息公开\n行政诉讼\n行政复议情况"
            )
            #expect(text != whole)
            let document = try DocumentReading.read(Array(text.utf8), name: layout.fileName)
            let report = try ReportExtraction(catalog: catalog)
                .report(in: document, fileName: layout.fileName)
            #expect(printed.unread(in: report).isEmpty, "\(layout)")
        }
    }

    @Test func `disputes with a row for each figure are read, and not where a block is unnamed`()
        throws
    {
        let whole = ReportRenderer(catalog: catalog).render(printed, .page)
        let end = try #require(whole.ranges(of: "四、政府信息公开").first)
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let names: [(label: String, route: DisputeRoute)] = [
            ("行政复议", .review), ("未经复议直接起诉", .directLitigation),
            ("行政诉讼（复议后起诉）", .litigationAfterReview),
        ]
        func page(_ names: [(label: String, route: DisputeRoute)]) -> String {
            var text = String(whole[..<end.lowerBound]) + "四、复议诉讼</p><table>"
            for (label, route) in names {
                for (number, outcome) in DisputeOutcome.allCases.enumerated() {
                    text += number == 0 ? "<tr><td rowspan=5>\(label)</td>" : "<tr>"
                    text += "<td>\(outcomes[number])</td>"
                    text += "<td>\(printed[.dispute(route, outcome)])</td></tr>"
                }
            }
            return text + "</table>"
        }
        func report(_ text: String) throws -> Report {
            let document = try DocumentReading.read(Array(text.utf8), name: "a.html")
            return try ReportExtraction(catalog: catalog).report(in: document, fileName: "a.html")
        }
        #expect(printed.unread(in: try report(page(names))).isEmpty)

        let unnamed = try report(
            page(names.map { ($0.route == .review ? "案件" : $0.label, $0.route) })
        )
        #expect(printed.wrong(in: unnamed) == 0)
        #expect(
            !unnamed.cells.inFormOrder.contains {
                $0.code.section == .disputes && $0.cell.figure.value != nil
            }
        )
    }
}
