import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Text as programs take it off a page that an office program has set: cells stand alone on their lines, those of a column
/// below each other, and which row or column they are of is told by little.
struct DrawnOrderTests {
    let catalog = try! FormCatalog()

    private func read(_ lines: String) throws -> Report {
        let text = "示例市水务局2016年政府信息公开工作年度报告\n\n" + lines
        let document = try DocumentReading.read(Array(text.utf8), name: "report.txt")
        return try ReportExtraction(catalog: catalog).report(in: document, fileName: "report.txt")
    }

    /// Section three in full, so that the rest is a report of the form.
    private var requests: String {
        let applicants = "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
        return applicants
            + RequestRow.allCases.filter { $0 != .otherTotal }.map { row in
                catalog.official.labels(of: .request(row, .total)).row + "\n0\n0\n0\n0\n0\n0\n0\n"
            }.joined()
    }

    @Test func `a row of section two whose figures are not evenly spaced has another's among them`()
        throws
    {
        let head = "信息内容\n\n本年制发件数 本年废止件数 现行有效件数\n\n"
        // The third stands below the second, in the next row.
        let report = try read(head + "规章\n\n213\n\n175\n393\n\n行政规范性文件\n\n" + requests)
        #expect(report.cells[.proactive(.regulationMade)].figure == .ambiguous)
        #expect(report.cells[.proactive(.regulationInForce)].figure == .ambiguous)
        #expect(report.cells[.proactive(.normativeDocumentMade)].figure.value == nil)
        let even = try read(head + "规章\n\n213\n\n175\n\n393\n\n" + requests)
        #expect(even.cells[.proactive(.regulationInForce)].figure.value?.description == "393")
    }

    @Test func `blocks in tables of their own have no figures where one lacks some`() throws {
        let head = "结果维持 结果纠正 其他结果 尚未审结 总计\n"
        let full = "行政复议\n" + head + "1\n\n2\n\n3\n\n4\n\n10\n\n"
        let direct = "未经复议直接起诉\n" + head + "5\n\n6\n\n7\n\n8\n\n26\n\n"
        let lacking = "未经复议直接起诉\n" + head + "6\n\n26\n\n"
        let report = try read(requests + full + direct)
        #expect(report.cells[.dispute(.review, .total)].figure.value?.description == "10")
        let doubtful = try read(requests + full + lacking)
        #expect(doubtful.cells[.dispute(.review, .total)].figure == .ambiguous)
    }

    @Test func `a total's name alone on its line is not taken for the last of its block`() throws {
        let head = """
            行政复议 行政诉讼
            未经复议直接起诉 复议后起诉
            结果 结果 其他 尚未
            总计
            维持 纠正 结果 审结 结果 结果 其他 尚未 结果 结果 其他 尚未
            总计
            总计
            维持 纠正 结果 审结 维持 纠正 结果 审结

            """
        let last = "8 1 11 1 21 5 9 6 6 26 2 5 3 2 12\n"
        let first = "21 8 1 11 1 26 5 9 6 6 12 2 5 3 2\n"
        #expect(
            try read(requests + head + last).cells[.dispute(.review, .total)].figure.value?
                .description == "21"
        )
        let report = try read(requests + head + first)
        #expect(report.cells[.dispute(.review, .maintained)].figure.value == nil)
        #expect(report.cells[.dispute(.review, .total)].figure.value == nil)
    }

    @Test func `a column's name that is one word with the applicants' first is another column's`()
        throws
    {
        let head = "申请人情况\n上年\n总计自然人\n法人或其他组织\n总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
        let rows = RequestRow.allCases.filter { $0 != .otherTotal }.map { row in
            let label = catalog.official.labels(of: .request(row, .total)).row
            // Rows lack figures, and what stands last in each is the year's before.
            return label + (row == .unprocessedDuplicate ? " 0 0 0 0 0 0 62\n" : " 0 0 0 62\n")
        }
        let report = try read(head + rows.joined())
        #expect(report.cells[.request(.unprocessedDuplicate, .total)].figure == .ambiguous)
    }

    @Test func `a number within the sheet that is no row's may be a blank row's`() throws {
        let printed = {
            var dice = SplitMix64(seed: 8)
            return PrintedReport.consistent(using: &dice, edition: .e2014)
        }()
        let cells = printed.report.cells.inFormOrder
        func sheet(_ change: (Int, String) -> String) throws -> Report {
            let rows = cells.enumerated().map { number, row in
                change(
                    number,
                    catalog.official.labels(of: row.code).row + "\n件\n\(row.cell.printed)\n"
                )
            }
            return try read("统计指标\n单位\n统计数\n" + rows.joined())
        }
        let blanked = cells[9]
        func isBlank(_ report: Report) -> Bool { report.cells[blanked.code].figure == .blank }
        let label = catalog.official.labels(of: blanked.code).row
        #expect(try isBlank(sheet { $0 == 9 ? label + "\n件\n" : $1 }))
        // Its figure stands behind a remark of the page, further down.
        let report = try sheet { number, row in
            number == 9 ? label + "\n件\n" : number == 20 ? row + "备注\n含转办\n47\n" : row
        }
        #expect(!isBlank(report))
        #expect(printed.wrong(in: report) == 0)
    }

    @Test func `a figure between the lines of a label in brackets is no number of the label's`()
        throws
    {
        var dice = SplitMix64(seed: 8)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2014)
        let rows = printed.report.cells.inFormOrder.map { code, cell in
            let label = catalog.official.labels(of: code).row
            let figure = "\(cell.printed) 件\n"
            guard let bracket = label.firstIndex(of: "（"),
                let cut = label.index(bracket, offsetBy: 4, limitedBy: label.endIndex)
            else { return label + "\n" + figure }
            return label[..<cut] + "\n" + figure + label[cut...] + "\n"
        }
        let report = try read("统计指标\n统计数\n单位\n" + rows.joined())
        #expect(printed.wrong(in: report) == 0)
    }
}
