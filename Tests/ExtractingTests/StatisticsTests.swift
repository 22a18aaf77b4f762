import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Testing

/// The statistics sheet of 2014, as bodies print it.
struct StatisticsTests {
    let catalog = try! FormCatalog()

    private func cells(_ body: String, _ name: String) throws -> CellTable {
        let title = "示例市水务局2016年政府信息公开工作年度报告"
        let text = name.hasSuffix("html") ? "<h1>\(title)</h1>\(body)" : "\(title)\n\(body)"
        let document = try DocumentReading.read(Array(text.utf8), name: name)
        return try ReportExtraction(catalog: catalog).report(in: document, fileName: name).cells
    }

    @Test func `a blank block's head still begins its block`() throws {
        let rows = [
            "收到申请数", "件", "3", "行政复议数量", "件", "6", "维持具体行政行为数", "件", "1", "被依法纠错数", "件",
            "2", "其他情形数", "件", "", "行政诉讼数量", "件", "", "维持具体行政行为或者驳回原告诉讼请求数", "件", "4",
            "被依法纠错数", "件", "5", "其他情形数", "件", "0", "举报投诉数量", "件", "2",
        ]
        let cells = try cells(rows.joined(separator: "\n"), "a.txt")
        #expect(cells.edition == .e2014)
        #expect(cells.value(.statistic(.reviewCorrected)) == ExactDecimal(2))
        #expect(cells[.statistic(.reviewOther)].figure == .blank)
        #expect(cells[.statistic(.litigationTotal)].figure == .blank)
        #expect(cells.value(.statistic(.litigationCorrected)) == ExactDecimal(5))
        #expect(cells.value(.statistic(.litigationOther)) == .zero)
    }

    @Test func `rows are known by their labels, never by their numbers`() throws {
        let rows = [("73", "收到申请数", "3"), ("12", "其中：1.当面申请数", "1"), ("9", "2.传真申请数", "0")]
        let table = rows.map { "<tr><td>\($0)<td>\($1)<td>件<td>\($2)" }.joined()
        let page =
            "<table><tr><td>序号<td>统计指标<td>单位<td>统计数\(table)"
            + "<tr><td>4<td>网络申请数<td>件<td>2<tr><td>5<td>信函申请数<td>件<td></table>"
        let cells = try cells(page, "a.html")
        #expect(cells.value(.statistic(.received)) == ExactDecimal(3))
        #expect(cells.value(.statistic(.receivedInPerson)) == ExactDecimal(1))
        #expect(cells.value(.statistic(.receivedByFax)) == .zero)
        #expect(cells[.statistic(.receivedByMail)].figure == .blank)
    }

    @Test func `a running number in front of the next row is no figure`() throws {
        let rows = [
            "序号", "统计指标", "单位", "统计数", "1", "收到申请数", "件", "7", "2", "当面申请数", "件", "3", "传真申请数",
            "件", "4", "4", "网络申请数", "件", "5", "5", "信函申请数", "件", "6",
        ]
        let cells = try cells(rows.joined(separator: "\n"), "a.txt")
        #expect(cells.value(.statistic(.received)) == ExactDecimal(7))
        // One number between two rows may be a figure or the next row's number.
        #expect(cells[.statistic(.receivedInPerson)].figure == .ambiguous)
        #expect(cells.value(.statistic(.receivedByMail)) == ExactDecimal(6))
    }

    @Test(arguments: [" 计 1 条）", " 计\n1\n条）"])
    func `a number in a label's brackets is no figure`(_ end: String) throws {
        let text =
            "主动公开政府信息数（不同渠道和方式公开相同信息\(end) 件 795\n收到申请数 件 7\n当面申请数 件 3\n"
            + "传真申请数 件 0\n网络申请数 件 4\n信函申请数 件 0"
        let cells = try cells(text, "a.txt")
        #expect(cells.value(.statistic(.proactiveTotal)) == ExactDecimal(795))
        #expect(cells.value(.statistic(.received)) == ExactDecimal(7))
    }

    @Test func `the sheet as a list in prose is read clause by clause`() throws {
        let cells = try cells(
            "收到申请数：12件；其中：当面申请数3件，传真申请数0件，网络申请数9件，信函申请数0件。\n申请办结数12件，按时办结数11件，延期办结数1件。",
            "a.txt"
        )
        #expect(cells.value(.statistic(.received)) == ExactDecimal(12))
        #expect(cells.value(.statistic(.closedAfterExtension)) == ExactDecimal(1))
    }

    @Test func `yuan in the column of units is told from 万元`() throws {
        let page =
            "<table><tr><td>统计指标<td>单位<td>统计数<tr><td>收到申请数<td>件<td>1<tr><td>当面申请数<td>件<td>1"
            + "<tr><td>传真申请数<td>件<td>0<tr><td>网络申请数<td>件<td>0<tr><td>信函申请数<td>件<td>0"
            + "<tr><td>依申请公开信息收取的费用<td>元<td>350</table>"
        let cells = try cells(page, "a.html")
        #expect(cells.value(.statistic(.fees))?.description == "0.035")
    }

    @Test func `a clause without end says nothing`() {
        let clause = String(repeating: "<w:t 12>一", count: 2_000)
        #expect(throws: Rejection.self) { try cells("收到申请数\n\(clause)", "a.txt") }
    }

    /// 行政复议 and 行政诉讼 have rows of the same names; here the lawsuits' head has lost some of its own.
    private static let headless = [
        ("收到申请数", "3"), ("当面申请数", "1"), ("传真申请数", "0"), ("网络申请数", "2"), ("行政复议数量", "992"),
        ("维持具体行政行为数", "1"), ("被依法纠", "254"), ("其他情形数", "7"),
        ("行政", "5"), ("维持具体行政行为", "259"), ("被依法纠错数", "34"), ("其他情形数", "842"), ("举报投诉数量", "2"),
    ]

    @Test(arguments: ["a.html", "a.txt", "list.txt", "blank.txt"])
    func `rows that two blocks share have no name behind a row that nobody knows`(
        _ name: String
    ) throws {
        let rows = Self.headless
        let body =
            switch name {
            case "a.html":
                "<table><tr><td>统计指标<td>单位<td>统计数"
                    + rows.map { "<tr><td>\($0)<td>件<td>\($1)" }.joined() + "</table>"
            case "list.txt": rows.map { "\($0)：\($1)件；" }.joined(separator: "\n")
            case "blank.txt":
                rows.map { $0 == "行政" ? "\($0) 件" : "\($0) 件 \($1)" }.joined(separator: "\n")
            default: rows.map { "\($0) 件 \($1)" }.joined(separator: "\n")
            }
        let cells = try cells(body, name)
        #expect(cells.value(.statistic(.reviewTotal)) == ExactDecimal(992))
        #expect(cells.value(.statistic(.reviewMaintained)) == ExactDecimal(1))
        for cell in [
            StatisticCell.reviewCorrected, .reviewOther, .litigationCorrected, .litigationOther,
        ] {
            #expect(cells[.statistic(cell)].figure == .ambiguous)
        }
        #expect(cells.value(.statistic(.complaints)) == ExactDecimal(2))
    }

    @Test
    func `a shared row without a figure behind a row that nobody knows is marked, not missing`()
        throws
    {
        let cells = try cells(
            "收到申请数 件 3\n行政复议数量 件 9\n行政 件 5\n被依法纠错数\n其他情形数 件 1",
            "a.txt"
        )
        for cell in [StatisticCell.reviewCorrected, .litigationCorrected] {
            #expect(cells[.statistic(cell)].figure == .ambiguous)
        }
    }

    @Test func `an empty cell in front of a row's unit is no blank figure`() throws {
        let rows = [
            "收到申请数\t\t\t3", "当面申请数\t\t\t1", "传真申请数\t\t\t0", "网络申请数\t\t\t2", "信函申请数\t\t\t0",
            "举报投诉数量\t\t\t4", "依申请公开信息收取的费用\t\t万元\t5.5", "政府信息公开工作专门机构数\t\t\t1",
        ]
        let cells = try cells(rows.joined(separator: "\n"), "a.txt")
        #expect(cells.value(.statistic(.received)) == ExactDecimal(3))
        #expect([nil, ExactDecimal("5.5")].contains(cells.value(.statistic(.fees))))
        #expect(cells[.statistic(.fees)].figure != .blank)
    }

    @Test func `a row of lawsuits alone tells its block, whatever its head has lost`() throws {
        let cells = try cells(
            "收到申请数 件 3\n行政复议数量 件 9\n行政 件 5\n维持具体行政行为或者驳回原告诉讼请求数 件 2\n被依法纠错数 件 34\n"
                + "其他情形数 件 1",
            "a.txt"
        )
        #expect(cells.value(.statistic(.litigationMaintained)) == ExactDecimal(2))
        #expect(cells.value(.statistic(.litigationCorrected)) == ExactDecimal(34))
        #expect(cells.value(.statistic(.litigationOther)) == ExactDecimal(1))
    }

    @Test func `a figure that has changed places with the next row's label is none`() throws {
        let rows = ["收到申请数", "当面申请数", "传真申请数", "网络申请数", "信函申请数", "举报投诉数量"]
        var lines = rows.enumerated().flatMap { [$1, "件", String($0 + 1)] }
        lines.swapAt(8, 9)
        let cells = try cells(lines.joined(separator: "\n"), "a.txt")
        #expect(cells.value(.statistic(.received)) == ExactDecimal(1))
        #expect(cells.value(.statistic(.receivedByFax)) == nil)
        #expect(cells.value(.statistic(.receivedOnline)) == nil)
        #expect(cells.value(.statistic(.complaints)) == ExactDecimal(6))
    }

    @Test func `words of the sheet in a later report's text make no sheet of it`() throws {
        let body = """
            本年被依法纠错数：2件；其他情形数：1件。
            自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
            一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3
            二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0
            （一）予以公开 3 0 0 0 0 0 3
            （七）总计 3 0 0 0 0 0 3
            """
        let cells = try cells(body, "a.txt")
        #expect(cells.edition == .e2021)
        #expect(cells.value(.request(.newReceived, .total)) == ExactDecimal(3))
    }
}
