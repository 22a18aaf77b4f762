import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Tables that differ from the form, as real pages do.
struct TableVariantTests {
    let catalog = try! FormCatalog()
    let printed: PrintedReport

    init() {
        var dice = SplitMix64(seed: 77)
        printed = PrintedReport.consistent(using: &dice)
    }

    private func read(
        _ layout: ReportLayout = .page,
        _ change: (inout String) -> Void
    ) throws -> Report {
        var text = ReportRenderer(catalog: catalog).render(printed, layout)
        let before = text
        change(&text)
        #expect(text != before, "the change must change something")
        let document = try DocumentReading.read(Array(text.utf8), name: layout.fileName)
        return try ReportExtraction(catalog: catalog).report(
            in: document,
            fileName: layout.fileName
        )
    }

    @Test func `a lost header 自然人 is told from its place and marked`() throws {
        for layout in [ReportLayout.page, .spacedLines, .tabs] {
            let report = try read(layout) { text in
                text = text.replacing("<td rowspan=\"2\">自然人</td>", with: "")
                    .replacing("自然人\n\n", with: "").replacing("自然人\t", with: "")
            }
            #expect(printed.unread(in: report).isEmpty)
            #expect(report.warnings.map(\.code) == [.headerMissing])
        }
    }

    @Test func `a figure that is a picture is said, and its cell no blank`() throws {
        let code = CellCode.request(.granted, .total)
        let report = try read { text in
            let start = text.ranges(of: "予以公开")[0].upperBound
            let cell = text[start...].ranges(of: "<td>\(printed[code])</td></tr>")[0]
            text.replaceSubrange(cell, with: "<td><img src=\"figure.png\"></td></tr>")
        }
        #expect(report.cells[code].figure == .text)
        #expect(report.warnings.contains { $0.code == .notANumber && $0.details[0] == code.name })
        #expect(printed.unread(in: report) == ["granted"])
    }

    @Test func `a table that goes on behind a page's end has its figures in the same columns`()
        throws
    {
        // As taken from a PDF: each page's part is a table, and a merged label leaves empty cells beside it.
        let report = try read(.markdown) { text in
            let row = text.ranges(of: "1.信访举报投诉类申请")[0].lowerBound
            let start = text[..<row].lastIndex(of: "\n") ?? row
            text.insert(contentsOf: "\n\n-4-\n", at: start)
        }
        #expect(printed.unread(in: report).isEmpty)
        #expect(report.warnings.map(\.code) == [.headerMissing])
    }

    @Test func `two TABs behind every cell are read as one`() throws {
        for share in [0, 0.3] {
            var dice = SplitMix64(seed: 9)
            let printed = printed.withBlanks(share: share, using: &dice)
            let text = ReportRenderer(catalog: catalog).render(printed, .tabs)
            func read(_ text: String) throws -> Report {
                let document = try DocumentReading.read(Array(text.utf8), name: "report.txt")
                return try ReportExtraction(catalog: catalog)
                    .report(in: document, fileName: "report.txt")
            }
            #expect(
                try read(text.replacing("\t", with: "\t\t")).cells.inFormOrder.map(\.cell.figure)
                    == read(text).cells.inFormOrder.map(\.cell.figure)
            )
        }
    }

    @Test func `another lost header leaves its table without numbers`() throws {
        for layout in [ReportLayout.page, .spacedLines, .tabs, .aligned] {
            let report = try read(layout) { $0 = $0.replacing("科研机构", with: "") }
            #expect(printed.wrong(in: report) == 0)
            #expect(printed.unread(in: report).count == 25)
        }
    }

    @Test func `columns in another order are read by their headers`() throws {
        let report = try read { text in
            // The figures stay where they are: so the two columns' figures change places.
            text = text.replacing("<td>商业企业</td><td>科研机构</td>", with: "<td>科研机构</td><td>商业企业</td>")
        }
        for row in EditionID.e2021.requestRows {
            #expect(
                report.cells[.request(row, .business)].printed == printed[.request(row, .research)]
            )
            #expect(
                report.cells[.request(row, .research)].printed == printed[.request(row, .business)]
            )
        }
    }

    @Test
    func `a column that the form doesn't have is left out, and a row that lacks a cell is marked`()
        throws
    {
        func widened(_ text: inout String, dropping victim: String?) {
            text = text.replacing(
                "<td rowspan=\"2\">总计</td>",
                with: "<td rowspan=\"2\">总计</td><td rowspan=\"2\">备注</td>"
            )
            .replacing("<td colspan=\"7\">申请人情况</td>", with: "<td colspan=\"8\">申请人情况</td>")
            let start = text.ranges(of: "一、本年新收")[0].lowerBound
            let end = text[start...].ranges(of: "</table>")[0].lowerBound
            var rows = text[start..<end].replacing("</tr>", with: "<td>注</td></tr>")
            if let victim, let cell = rows.ranges(of: "<td>\(victim)</td>").first {
                rows.removeSubrange(cell)
            }
            text.replaceSubrange(start..<end, with: rows)
        }
        #expect(try printed.unread(in: read { widened(&$0, dropping: nil) }).isEmpty)
        let victim = printed[.request(.newReceived, .naturalPerson)]
        let report = try read { widened(&$0, dropping: victim) }
        #expect(printed.wrong(in: report) == 0)
        #expect(printed.unread(in: report) == ["new_received"])
    }

    @Test func `a table cut in two goes on under the first one's header`() throws {
        let report = try read { text in
            let label = "<td>1.本机关不掌握"
            let row = text[..<text.ranges(of: label)[0].lowerBound].ranges(of: "<tr>").last!
            text.insert(contentsOf: "</table>\n<p>- 4 -</p>\n<table>", at: row.lowerBound)
        }
        #expect(printed.unread(in: report).isEmpty)
        #expect(report.warnings.map(\.code) == [.headerMissing])
    }

    @Test func `a row that the form doesn't have is said and moves nothing`() throws {
        let cells = (1...7).map { "<td>\($0)</td>" }.joined()
        let report = try read { text in
            let row = text.ranges(of: "<tr><td rowspan=\"22\">三、本年度办理结果").first!
            text.insert(
                contentsOf: "<tr><td colspan=\"3\">其中：线上申请</td>\(cells)</tr>",
                at: row.lowerBound
            )
        }
        #expect(printed.unread(in: report).isEmpty)
        #expect(report.warnings.map(\.code) == [.rowUnknown])
    }

    @Test(arguments: [ReportLayout.page, .spacedLines, .tabs, .aligned])
    func `a misprinted label is told by its words and its place, and marked`(
        _ layout: ReportLayout
    ) throws {
        let report = try read(layout) {
            $0 = $0.replacing("2.其他法律行政法规禁止公开", with: "2.其他法律行政止公开")
        }
        #expect(printed.unread(in: report).isEmpty)
        #expect(report.warnings.map(\.code) == [.labelMisprinted])
    }

    @Test func `a misprint of a row that is printed elsewhere stays unknown`() throws {
        let report = try read { text in
            text = text.replacing("2.重复申请", with: "2.重复申清")
                .replacing("3.要求提供公开出版物", with: "2.重复申请")
        }
        // The figures under a label are that label's, even where it stands in another row's place.
        for applicant in Applicant.allCases {
            #expect(
                report.cells[.request(.unprocessedDuplicate, applicant)].printed
                    == printed[.request(.unprocessedPublication, applicant)]
            )
        }
        #expect(report.cells[.request(.unprocessedPublication, .total)].figure == .absent)
        #expect(report.warnings.map(\.code) == [.rowUnknown, .rowMissing])
    }

    /// The form as programs write it that know no merged cells: a small table a row or a group, each under a
    /// header of its own.
    private func cutUp(_ printed: PrintedReport, header: String, second: String) -> String {
        func row(_ label: String, _ cells: [String]) -> String {
            "| \(label) | " + cells.joined(separator: " | ") + " |\n"
        }
        let rule = "|---|---|---|---|---|---|---|---|\n"
        var text = "# 示例市财政局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n"
        for code in RequestRow.allCases where code != .otherTotal {
            let cells = Applicant.allCases.map { printed[.request(code, $0)] }
            let label = catalog.official.labels(of: .request(code, .total)).row
            if code == .otherUnpaidFee {
                text += "\n" + second + rule
            } else if ![.otherMiscellaneous, .outcomeTotal, .carriedOut].contains(code) {
                text += "\n### 一行\n" + header + rule
            }
            text += row(label, cells)
        }
        text += "\n## 四、政府信息公开行政复议、行政诉讼情况\n"
        let captions: [(String, DisputeRoute)] = [
            ("行政复议", .review), ("行政诉讼（未经复议直接起诉）", .directLitigation),
            ("行政诉讼（复议后起诉）", .litigationAfterReview),
        ]
        for (caption, route) in captions {
            text +=
                "\n### \(caption)\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| "
            text +=
                DisputeOutcome.allCases.map { printed[.dispute(route, $0)] }
                .joined(separator: " | ") + " |\n"
        }
        return text
    }

    private func extracted(_ text: String) throws -> Report {
        try ReportExtraction(catalog: catalog).report(
            in: try DocumentReading.read(Array(text.utf8), name: "report.md"),
            fileName: "report.md"
        )
    }

    private func unreadRows(_ report: Report) -> Set<String> {
        printed.unread(in: report).subtracting(
            ["regulation", "normative_doc", "licensing", "penalty", "coercion", "admin_fee"])
    }

    @Test func `columns numbered in the form's order are read, and marked`() throws {
        let header = "| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n"
        let stranger = "| 项目 | 本年新收件数 | 上年结转件数 | 予以公开 | 部分公开 | 不予公开 | 结转下年度 | 总计 |\n"
        let report = try extracted(cutUp(printed, header: header, second: stranger))
        #expect(unreadRows(report).isEmpty)
        #expect(report.warnings.contains { $0.code == .headerMissing })
        let swapped = "| 类别 | 数据2 | 数据1 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n"
        let doubtful = try extracted(cutUp(printed, header: swapped, second: swapped))
        #expect(doubtful.cells[.request(.granted, .naturalPerson)].figure == .ambiguous)
        #expect(printed.wrong(in: doubtful) == 0)
    }

    @Test func `a table under a stranger's header that doesn't add up is not believed`() throws {
        let header = "| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n"
        let stranger = "| 项目 | 一 | 二 | 三 | 四 | 五 | 六 | 总计 |\n"
        let text = cutUp(printed, header: header, second: stranger)
        let total = printed[.request(.carriedOut, .total)]
        let report = try extracted(
            text.replacing("| \(total) |\n\n## 四", with: "| 1\(total) |\n\n## 四")
        )
        #expect(report.cells[.request(.carriedOut, .total)].figure == .ambiguous)
        #expect(printed.wrong(in: report) == 0)
    }

    @Test(arguments: ["22（其中修订16件）", "22\n（含自然失效 29 件）"])
    func `a remark behind a number is left out and said`(_ printed: String) throws {
        let official = self.printed[.proactive(.regulationMade)]
        let report = try read { text in
            text = text.replacing(
                "<td>规章</td><td>\(official)</td>",
                with: "<td>规章</td><td>\(printed.replacing("\n", with: "<br>"))</td>"
            )
        }
        #expect(report.cells.value(.proactive(.regulationMade)) == ExactDecimal("22"))
        #expect(report.warnings.map(\.code) == [.remarkInCell])
    }

    @Test func `a row that nobody printed is said`() throws {
        let report = try read { text in
            let label = text.ranges(of: "2.重复申请").first!
            let start = text[..<label.lowerBound].ranges(of: "<tr>").last!
            let end = text[label.upperBound...].ranges(of: "</tr>").first!
            text.removeSubrange(start.lowerBound..<end.upperBound)
        }
        #expect(printed.unread(in: report) == ["unprocessed_duplicate"])
        #expect(report.cells[.request(.unprocessedDuplicate, .total)].figure == .absent)
        #expect(report.warnings.map(\.code) == [.rowMissing])
    }

    @Test func `a table that stands twice is one, and two that differ are none`() throws {
        func doubled(_ text: inout String, _ change: (String) -> String) {
            let start = text.ranges(of: "<table>").last!.lowerBound
            let end = text.ranges(of: "</table>").last!.upperBound
            let table = String(text[start..<end])
            text.insert(contentsOf: change(table), at: end)
        }
        #expect(try printed.unread(in: read { doubled(&$0) { $0 } }).isEmpty)
        let total = printed[.dispute(.litigationAfterReview, .total)]
        let report = try read { text in
            doubled(&text) { $0.replacing("<td>\(total)</td></tr>", with: "<td>9999</td></tr>") }
        }
        #expect(report.cells[.dispute(.litigationAfterReview, .total)].figure == .ambiguous)
        #expect(report.warnings.contains { $0.code == .rowTwice })
        #expect(printed.wrong(in: report) == 0)
    }

    @Test func `all three tables in one are read`() throws {
        let report = try read { text in
            let first = text.ranges(of: "<table>\n").first!.upperBound
            let last = text.ranges(of: "</table>").last!.lowerBound
            let inner = text[first..<last].replacing("<table>", with: "").replacing(
                "</table>",
                with: ""
            )
            text.replaceSubrange(first..<last, with: inner)
        }
        #expect(printed.unread(in: report).isEmpty)
    }

    @Test(
        arguments: [
            ("12件", "12", "number"), ("1,234", "1234", "number"), ("１２", "12", "number"),
            ("　5　", "5", "number"), ("-3", "-3", "number"), ("无", nil, "na"), ("——", nil, "na"),
            ("－", nil, "na"), ("", nil, "blank"), ("约5", nil, "text"), ("5余", nil, "text"),
            ("1 0", nil, "text"), ("十二", nil, "text"), ("O", nil, "text"), ("٣", nil, "text"),
            ("99999999999999999999", nil, "text"), ("1,23", nil, "text"), ("0", "0", "zero"),
            ("0x10", nil, "text"), ("1e3", nil, "text"), ("NaN", nil, "text"), ("+8", nil, "text"),
        ] as [(String, String?, String)]
    )
    func `a cell says a number, nothing, a stroke, or something else`(
        _ text: String,
        _ value: String?,
        _ state: String
    ) throws {
        var changed = printed
        changed.texts[.proactive(.penaltyDecisions)] = text
        let page = ReportRenderer(catalog: catalog).render(changed, .page)
        let document = try DocumentReading.read(Array(page.utf8), name: "a.html")
        let report = try ReportExtraction(catalog: catalog).report(in: document, fileName: "a.html")
        let cell = report.cells[.proactive(.penaltyDecisions)]
        #expect(cell.figure.state == state)
        #expect(cell.figure.value?.description == value)
        #expect(cell.printed == TextLine.trimmed(text))
        #expect(report.warnings.isEmpty == (state != "text"))
    }

    @Test(arguments: [
        ("59237.2449", "59237.2449", 0), ("103.3879万元", "103.3879", 0), ("251000元", "25.1", 1),
        ("0.00", "0", 0),
    ])
    func `an amount is exact, and yuan are converted and marked`(
        _ text: String,
        _ value: String,
        _ warnings: Int
    ) throws {
        var changed = printed
        changed.texts[.proactive(.administrativeFeeAmount)] = text
        let page = ReportRenderer(catalog: catalog).render(changed, .page)
        let document = try DocumentReading.read(Array(page.utf8), name: "a.html")
        let report = try ReportExtraction(catalog: catalog).report(in: document, fileName: "a.html")
        let cell = report.cells[.proactive(.administrativeFeeAmount)]
        #expect(cell.figure.value?.description == value)
        #expect(report.warnings.count == warnings)
    }

    @Test func `a form of 2021 on which 其他处理 is one row is read as it is printed`() throws {
        let cells = (1...7).map { "<td>\($0)</td>" }.joined()
        let report = try read { text in
            for label in ["1.申请人无正当理由逾期", "2.申请人逾期未按收费", "<td>3.其他</td>"] {
                let place = text.ranges(of: label).first!
                let start = text[..<place.lowerBound].ranges(of: "<tr>").last!
                let end = text[place.upperBound...].ranges(of: "</tr>").first!
                text.removeSubrange(start.lowerBound..<end.upperBound)
            }
            let total = text.ranges(of: "（七）总计").first!
            let row = text[..<total.lowerBound].ranges(of: "<tr>").last!
            text.insert(
                contentsOf: "<tr><td colspan=2>（六）其他处理</td>\(cells)</tr>",
                at: row.lowerBound
            )
        }
        #expect(report.edition == .e2021)
        #expect(report.cells[.request(.otherTotal, .total)].printed == "7")
        #expect(report.cells[.request(.otherMiscellaneous, .total)].figure == .absent)
        #expect(!report.warnings.contains { $0.code == .rowMissing })
        let weighed = report.cells.requestRows
        #expect(weighed.contains(.otherTotal) && !weighed.contains(.otherMiscellaneous))
    }

    @Test(
        arguments: [
            ("+22", "22", "number"), ("增1423", "1423", "number"), ("减5", "-5", "number"),
            ("-8", "-8", "number"), ("--253", nil, "text"), ("-", nil, "na"), ("0", "0", "zero"),
        ] as [(String, String?, String)]
    )
    func `a change has its sign in words or in signs`(
        _ text: String,
        _ value: String?,
        _ state: String
    ) throws {
        var dice = SplitMix64(seed: 5)
        var changed = PrintedReport.consistent(using: &dice, edition: .e2019)
        changed.texts[.earlierProactive(.penaltyChange)] = text
        let page = ReportRenderer(catalog: catalog).render(changed, .page)
        let document = try DocumentReading.read(Array(page.utf8), name: "a.html")
        let report = try ReportExtraction(catalog: catalog).report(in: document, fileName: "a.html")
        let cell = report.cells[.earlierProactive(.penaltyChange)]
        #expect(cell.figure.state == state)
        #expect(cell.figure.value?.description == value)
    }
}
