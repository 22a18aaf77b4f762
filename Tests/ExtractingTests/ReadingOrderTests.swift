import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Text whose cells don't follow each other as on the form: a PDF's, in the order in which it was drawn.
struct ReadingOrderTests {
    let catalog = try! FormCatalog()

    @Test func `figures in front of their labels leave section two without numbers`() throws {
        var dice = SplitMix64(seed: 5)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2021)
        let whole = ReportRenderer(catalog: catalog).render(printed, .spacedLines)
        func value(_ name: String) throws -> String {
            let cell = printed.report.cells.inFormOrder.first { $0.code.name == name }
            return try #require(cell).cell.printed
        }
        // 行政处罚 is blank, its figure is that of 行政强制, and the fee stands in front of its label.
        let penalty = try "行政处罚\n\n\(value("s2.penalty.decisions"))"
        let coercion = try "行政强制\n\n\(value("s2.coercion.decisions"))"
        let fee = try value("s2.admin_fee.amount_wan")
        let drawn = try whole.replacing(penalty, with: "行政处罚\n\n\(value("s2.coercion.decisions"))")
            .replacing(coercion, with: "行政强制")
            .replacing("行政事业性收费\n\n\(fee)", with: "\(fee)\n\n行政事业性收费")
        #expect(drawn != whole)
        let report = try read(drawn)
        let numbers = report.cells.inFormOrder.filter { $0.code.section == .proactive }
            .compactMap(\.cell.figure.value)
        #expect(numbers.isEmpty)
        #expect(report.warnings.contains { $0.code == .columnAmbiguous })
    }

    @Test func `rows whose figures follow behind all labels are no blanks`() throws {
        var dice = SplitMix64(seed: 6)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2021)
        let rows = printed.report.cells.requestRows
        func page(_ rows: ArraySlice<RequestRow>) -> [String] {
            rows.map { catalog.official.labels(of: .request($0, .total)).row }
                + Applicant.allCases.map { applicant in
                    rows.map { printed[.request($0, applicant)] }.joined(separator: "\n")
                }
        }
        let text =
            [
                "示例市水务局2021年政府信息公开工作年度报告", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
                "其他", "总计",
            ] + page(rows[..<12]) + page(rows[12...])
        let report = try read(text.joined(separator: "\n\n"))
        for (code, cell) in report.cells.inFormOrder where code.section == .requests {
            #expect(cell.figure == .ambiguous || cell.figure == .absent, "\(code.name)")
        }
    }

    @Test func `a column of figures leaves section two without numbers`() throws {
        let text = """
            示例市水务局2021年政府信息公开工作年度报告
            信息内容 本年新制作数量 本年新公开数量 对外公开总数量
            规章
            8710 17650 19863 12234 11038
            信息内容 上一年项目数量 本年增/减 处理决定数量
            行政处罚
            18623 10721 -6091
            信息内容 上一年项目数量 本年增/减
            行政事业性收费
            13258
            """
        let report = try read(text + requests)
        let numbers = report.cells.inFormOrder.filter { $0.code.section == .proactive }
            .compactMap(\.cell.figure.value)
        #expect(numbers.isEmpty)
    }

    @Test func `a header of which only some names are known heads no figures`() throws {
        let text = """
            示例市水务局2021年政府信息公开工作年度报告
            信息内 本年 本年废止 现行有效件数
            容 制发件数 件数
            规章 16606 /
            行政规范性文件 9317
            """
        let report = try read(text + requests)
        let section = report.cells.inFormOrder.filter { $0.code.section == .proactive }
        #expect(section.compactMap(\.cell.figure.value).isEmpty)
        #expect(section.count { $0.cell.figure == .ambiguous } == 6)
    }

    @Test func `a row with fewer cells than its header says of none which it is`() throws {
        let page = """
            <h1>示例市水务局2021年政府信息公开工作年度报告</h1>
            <table><tr><td>信息内容<td>某项件数<td>本年废止件数<td>现行有效件数
            <tr><td>规章<td>5<td>7<tr><td>行政规范性文件<td>1<td>2<td>3</table>
            <pre>\(requests)</pre>
            """
        let cells = try read(page, name: "report.html").cells
        #expect(cells.edition == .e2021)
        #expect(cells.value(.proactive(.regulationRepealed)) == nil)
        #expect(cells.value(.proactive(.regulationInForce)) == nil)
        #expect(cells[.proactive(.normativeDocumentInForce)].figure == .ambiguous)
    }

    @Test func `a column of figures leaves the sheet of statistics without numbers`() throws {
        let sheet = ["收到申请数", "当面申请数", "传真申请数", "网络申请数", "信函申请数", "申请办结数"]
        let title = "示例市水务局2016年政府信息公开工作年度报告\n"
        let rows = sheet.map { "\($0) 件\n" }.joined()
        let drawn = try read(title + rows + "2485\n434\n571\n676\n举报投诉数量 件\n558\n")
        #expect(drawn.cells[.statistic(.complaints)].figure == .ambiguous)
        let ordered = try read(title + rows.replacing("件\n", with: "件 7\n") + "举报投诉数量 件\n558\n")
        #expect(ordered.cells.value(.statistic(.complaints)) == ExactDecimal(558))
    }

    private static let wrappedDisputes = """
        行政复议 行政诉讼
        未经复议直接起诉 复议后起诉
        结果 结果 其他 尚未 总
        维持 纠正 结果 审结 计 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总
        维持 纠正 结果 审结 计 维持 纠正 结果 审结 计
        1 2 3 4 10 5 6 0 0 11 7 0 0 1 8
        """

    @Test func `names of section four that wrap are read line by line, if they are whole`() throws {
        let title = "示例市信访局2022年政府信息公开工作年度报告\n"
        let cells = try read(title + requests + "\n" + Self.wrappedDisputes).cells
        #expect(cells.value(.dispute(.review, .total)) == ExactDecimal(10))
        #expect(cells.value(.dispute(.directLitigation, .corrected)) == ExactDecimal(6))
        #expect(cells.value(.dispute(.litigationAfterReview, .pending)) == ExactDecimal(1))
        // Names that change places, or that lack a piece, head nothing.
        for (piece, other) in [("维持 纠正 结果 审结 计 结果", "纠正 维持 结果 审结 计 结果"), ("审结 计 维持", "审结 维持")] {
            let text = Self.wrappedDisputes.replacing(piece, with: other)
            #expect(text != Self.wrappedDisputes)
            let cells = try read(title + requests + "\n" + text).cells
            #expect(cells.value(.dispute(.review, .total)) == nil)
        }
    }

    private func read(_ text: String, name: String = "report.txt") throws -> Report {
        let document = try DocumentReading.read(Array(text.utf8), name: name)
        return try ReportExtraction(catalog: catalog).report(in: document, fileName: name)
    }

    /// Section three, so that the text is a report's.
    private let requests = """

        自然人 法人或其他组织 总计
        商业企业 科研机构 社会公益组织 法律服务机构 其他
        一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3
        二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0
        （一）予以公开 3 0 0 0 0 0 3
        （七）总计 3 0 0 0 0 0 3
        四、结转下年度继续办理 0 0 0 0 0 0 0
        """
}
