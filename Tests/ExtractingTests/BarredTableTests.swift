import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Tables with bars between cells, as converters leave them of real pages.
struct BarredTableTests {
    let catalog = try! FormCatalog()
    let printed: PrintedReport

    init() {
        var dice = SplitMix64(seed: 31)
        printed = PrintedReport.consistent(using: &dice)
    }

    private func text(_ layout: ReportLayout) -> String {
        ReportRenderer(catalog: catalog).render(printed, layout)
    }

    private func unread(_ text: String, name: String = "report.txt") throws -> [String] {
        let document = try DocumentReading.read(Array(text.utf8), name: name)
        let report = try ReportExtraction(catalog: catalog).report(in: document, fileName: name)
        return report.cells.inFormOrder
            .filter { $0.cell.figure != printed.figure($0.code) }.map(\.code.name)
    }

    @Test func `names that go on in a row of their own head their columns`() throws {
        let whole = text(.barred)
        let header = "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |"
        let cut = "商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |\n企业 | 机构 |"
        #expect(whole.contains(header))
        #expect(try unread(whole.replacing(header, with: cut)).isEmpty)
        // Crossed over they make no names, and no column has one.
        let crossed = cut.replacing("企业 | 机构", with: "机构 | 企业")
        #expect(try unread(whole.replacing(header, with: crossed)).count >= 161)
    }

    @Test
    func `names that were cut at their line breaks are told by what is left of them, in order`()
        throws
    {
        let cuts = [
            ("本年制发件数 | 本年废止件数 | 现行有效件数", "本年 | 本年 | 现行有效件数"),
            ("商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他", "商业 | 科研 | 社会 | 法律 | 其他"),
            ("自然人 | 法人或其他组织 | 总计", "自然人 | 法人或 | 总计"),
            ("结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计", "结 | 结 | 其 | 尚 | 总"),
        ]
        let whole = text(.barred)
        let cut = cuts.reduce(whole) { text, change in
            #expect(text.contains(change.0))
            return text.replacing(change.0, with: change.1)
        }
        #expect(try unread(cut).isEmpty)
        let document = try DocumentReading.read(Array(cut.utf8), name: "report.txt")
        let report = try ReportExtraction(catalog: catalog).report(in: document, fileName: "a.txt")
        #expect(report.warnings.count { $0.code == .headerCut } >= 4)
        // In another order they are not the form's names, and two of a kind are nobody's.
        let crossed = whole.replacing(cuts[1].0, with: "科研 | 商业 | 社会 | 法律 | 其他")
        #expect(try unread(crossed).count >= 161)
        let alike = whole.replacing(cuts[0].0, with: "本年 | 本年 | 本年")
        #expect(try unread(alike).count == 6)
    }

    @Test func `an empty cell in front of a label belongs to no figure`() throws {
        let whole = text(.barred)
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        let shifted = lines.map { line in
            line.hasPrefix("（二）部分公开") || line.hasPrefix("2.其他法律") ? "| " + line : String(line)
        }.joined(separator: "\n")
        #expect(shifted != whole)
        #expect(try unread(shifted).isEmpty)
    }

    @Test func `pipe tables whose merged cells were dropped are read by their labels`() throws {
        let rows = text(.barredFilledUp).split(separator: "\n", omittingEmptySubsequences: false)
        var lines: [String] = []
        for (index, row) in rows.enumerated() {
            lines.append(String(row))
            // A rule below the first row of each table.
            if row.hasPrefix("|"), index == 0 || !rows[index - 1].hasPrefix("|") {
                lines.append("|---|---|---|---|")
            }
        }
        #expect(try unread(lines.joined(separator: "\n"), name: "report.md").isEmpty)
    }

    @Test(arguments: [ReportLayout.barredLines, .barredOpenedLines])
    func `a cell that is missing in a row that is filled up leaves no figure`(
        in layout: ReportLayout
    ) throws {
        let code = CellCode.request(.carriedIn, .total)
        let lines = text(layout).split(separator: "\n").map(String.init)
        let label = try #require(lines.firstIndex { $0.hasPrefix("二、上年结转") })
        for gap in 1...7 {
            var cut = lines
            cut.remove(at: label + gap)
            let text = cut.joined(separator: "\n")
            let document = try DocumentReading.read(Array(text.utf8), name: "report.txt")
            let report = try ReportExtraction(catalog: catalog)
                .report(in: document, fileName: "report.txt")
            #expect(report.cells[code].figure == .ambiguous)
        }
    }
}
