import DocumentModel
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

@testable import Extracting

/// To call a cell blank is a statement like a number: where a figure may be the cell's, it is none.
struct NoBlankTests {
    let catalog = try! FormCatalog()

    private func read(_ text: String, name: String = "report.txt") throws -> Report {
        let document = try DocumentReading.read(Array(text.utf8), name: name)
        return try ReportExtraction(catalog: catalog).report(in: document, fileName: name)
    }

    private func printed(_ seed: UInt64, _ edition: EditionID) -> PrintedReport {
        var dice = SplitMix64(seed: seed)
        return PrintedReport.consistent(using: &dice, edition: edition)
    }

    private func blanks(_ report: Report) -> [String] {
        report.cells.inFormOrder.filter { $0.cell.figure == .blank }.map(\.code.name)
    }

    @Test func `a sheet of statistics on one line has all its figures`() throws {
        let printed = printed(8, .e2014)
        let rows = printed.report.cells.inFormOrder.map { code, cell in
            [catalog.official.labels(of: code).row, "件", cell.printed]
        }
        let sheet = (["统计指标", "单位", "统计数"] + rows.flatMap { $0 }).joined(separator: " | ")
        let title = "示例市水务局2016年政府信息公开工作年度报告\n\n"
        let report = try read(title + sheet + " |\n")
        #expect(printed.wrong(in: report) == 0)
        #expect(printed.unread(in: report).isEmpty)
        // The last cell was never closed, and has the signature in it.
        let open = try read(title + sheet + " 示例市水务局 2017年1月9日\n")
        #expect(printed.wrong(in: open) == 0)
        #expect(open.cells[.statistic(.trainees)].figure == .ambiguous)
    }

    @Test func `labels of the sheet in front of a column of figures are no blank rows`() throws {
        let printed = printed(8, .e2014)
        var lines = ["示例市水务局2016年政府信息公开工作年度报告", "统计指标", "单位", "统计数"]
        let cells = printed.report.cells.inFormOrder
        for start in stride(from: 0, to: cells.count, by: 7) {
            let part = cells[start..<min(start + 7, cells.count)]
            lines += part.flatMap { [catalog.official.labels(of: $0.code).row, "件"] }
            // The last figures were drawn further up.
            if part.endIndex < cells.count { lines += part.map(\.cell.printed) }
        }
        let report = try read(lines.joined(separator: "\n\n"))
        #expect(blanks(report).isEmpty)
        #expect(report.warnings.contains { $0.code == .columnAmbiguous })
    }

    @Test func `two figures behind one row of the sheet may be the row's in front`() throws {
        let text = """
            示例市水务局2016年政府信息公开工作年度报告
            收到申请数 件 12
            当面申请数 件 3
            传真申请数 件
            网络申请数 件
            4
            5
            信函申请数 件
            申请办结数 件 11
            按时办结数 件 11
            """
        let report = try read(text)
        for cell in [StatisticCell.receivedByFax, .receivedOnline, .receivedByMail] {
            #expect(report.cells[.statistic(cell)].figure == .ambiguous, "\(cell)")
        }
        #expect(report.cells.value(.statistic(.closed)) == ExactDecimal(11))
    }

    @Test func `a row of section two below one with too many figures is no blank`() throws {
        let text = """
            示例市水务局2021年政府信息公开工作年度报告
            信息内容 本年处理决定数量
            行政许可 12
            信息内容 本年处理决定数量
            行政处罚
            4338
            7020
            行政强制
            信息内容 本年收费金额（单位：万元）
            行政事业性收费 0
            自然人 法人或其他组织 总计
            商业企业 科研机构 社会公益组织 法律服务机构 其他
            一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3
            （一）予以公开 3 0 0 0 0 0 3
            （七）总计 3 0 0 0 0 0 3
            """
        let report = try read(text)
        #expect(report.cells[.proactive(.coercionDecisions)].figure == .ambiguous)
        #expect(report.cells[.proactive(.penaltyDecisions)].figure == .ambiguous)
    }

    @Test(arguments: ["| 传真申请数 | 件 | |\n|---|---|---|\n\n4", "4\n\n| 传真申请数 | 件 | |\n|---|---|---|"])
    func `a figure beside a table may be that of its empty cell`(_ row: String) throws {
        let text = """
            # 示例市水务局2016年政府信息公开工作年度报告

            | 收到申请数 | 件 | 12 |
            |---|---|---|
            | 当面申请数 | 件 | 3 |
            | 网络申请数 | 件 |  |
            | 申请办结数 | 件 | 12 |
            | 按时办结数 | 件 | 12 |
            | 申请答复数 | 件 | 12 |

            以下续表。

            \(row)

            """
        let report = try read(text, name: "report.md")
        #expect(report.cells[.statistic(.receivedByFax)].figure == .ambiguous)
        #expect(report.cells[.statistic(.receivedOnline)].figure == .blank)
        // A line that is only drawn is no figure.
        let drawn = try read(text.replacing("4", with: "——"), name: "report.md")
        #expect(drawn.cells[.statistic(.receivedByFax)].figure == .blank)
        #expect(
            report.warnings.filter { $0.code == .strayFigure }.map(\.details) == [
                ["4", "s14.recv_fax"]
            ]
        )
    }

    @Test func `a figure with the rest of its label makes no blank`() throws {
        let text = """
            示例市水务局2016年政府信息公开工作年度报告
            从事政府信息公开工作人员数 件 5
            专职人员数 件 2
            兼职人员数 件 3
            申请办结数 件 11
            政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维
            万元 75.9护等方面的经费）
            召开政府信息公开工作会议或专题会议数 件 1
            """
        let report = try read(text)
        #expect(report.cells[.statistic(.budget)].figure == .ambiguous)
        #expect(report.cells.value(.statistic(.meetings)) == ExactDecimal(1))
    }

    @Test func `a section whose figures stand behind other words has no blanks`() throws {
        let printed = printed(11, .e2021)
        let rows = printed.report.cells.requestRows
        var lines = [
            "示例市水务局2021年政府信息公开工作年度报告", "信息内容", "本年处理决定数量", "行政许可",
            printed[.proactive(.licensingDecisions)], "自然人", "商业企业", "科研机构",
            "社会公益组织", "法律服务机构", "其他", "总计",
        ]
        // Behind each few labels stand some figures of the last; the page drew all others further down.
        var others: [String] = []
        for (place, row) in rows.enumerated() {
            lines.append(catalog.official.labels(of: .request(row, .total)).row)
            let figures = Applicant.allCases.map { printed[.request(row, $0)] }
            let shown = place % 4 == 3 ? 2 : 0
            lines += figures.prefix(shown)
            others += figures.dropFirst(shown)
        }
        lines += ["情况如下。"] + others
        let report = try read(lines.joined(separator: "\n\n"))
        #expect(printed.wrong(in: report) == 0)
        #expect(blanks(report).isEmpty)
    }

    @Test func `a page's end makes up for no blanks`() throws {
        let printed = printed(9, .e2021)
        var texts = printed.texts
        let row = RequestRow.refusedStateSecret
        texts[.request(row, .research)] = ""
        texts[.request(row, .legalService)] = ""
        // Blanks leave nothing behind, here or elsewhere; the number of the page and an empty line are as many.
        var lines =
            ["示例市水务局2021年政府信息公开工作年度报告"]
            + Applicant.allCases.map {
                catalog.official.labels(of: .request(row, $0)).column
            }
        for request in printed.report.cells.requestRows {
            lines.append(catalog.official.labels(of: .request(request, .total)).row)
            lines += Applicant.allCases.compactMap { texts[.request(request, $0)] }.filter {
                !$0.isEmpty
            }
            if request == row { lines += ["- 1 -", ""] }
        }
        let report = try read(lines.joined(separator: "\n"))
        #expect(printed.wrong(in: report) == 0)
        #expect(report.cells[.request(row, .total)].figure == .ambiguous)
        #expect(report.cells.value(.request(.granted, .total)) != nil)
    }

    @Test func `a row of section four that is longer than its header has moved along`() throws {
        var printed = printed(10, .e2021)
        printed.texts[.dispute(.review, .maintained)] = "10"
        let sheet = ReportRenderer(catalog: catalog).render(printed, .commas)
        let row = DisputeRoute.allCases.flatMap { route in
            DisputeOutcome.allCases.map { printed[.dispute(route, $0)] }
        }.joined(separator: ",")
        let split = sheet.replacing(row, with: "1,0," + row.dropFirst(3))
        #expect(split != sheet)
        let report = try read(split, name: "report.csv")
        for (code, cell) in report.cells.inFormOrder where code.section == .disputes {
            #expect(cell.figure == .ambiguous, "\(code.name)")
        }
        let told = report.warnings.first { $0.code == .columnAmbiguous }
        #expect(told?.details.dropFirst().first == "16")
    }

    @Test func `where two readings of a cell differ, neither holds`() {
        let code = CellCode.request(.granted, .total)
        let other = CellCode.request(.partial, .total)
        var lines = CellCollector()
        var sheet = CellCollector()
        lines.add(code, printed: "", origin: Origin(line: 3))
        sheet.add(code, printed: "5", origin: Origin(line: 3))
        lines.add(other, printed: "7", origin: Origin(line: 4))
        lines.doubt(whatDiffersFrom: sheet, on: .requests)
        #expect(lines.cells[code].figure == .ambiguous)
        #expect(lines.cells.value(other) == ExactDecimal(7))
        #expect(lines.warnings.map(\.code) == [.rowTwice])
    }
}
