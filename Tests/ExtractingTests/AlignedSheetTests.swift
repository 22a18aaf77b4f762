import DocumentModel
import Extracting
import FormCatalog
import Foundation
import Reading
import ReportModel
import Specimens
import Testing

/// Text that keeps a page's lines and columns, as far as characters of one width can.
struct AlignedSheetTests {
    let catalog = try! FormCatalog()

    private func read(_ text: some Sequence<UInt8>) throws -> Report {
        let document = try DocumentReading.read(Array(text), name: "report.txt")
        return try ReportExtraction(catalog: catalog)
            .report(in: document, fileName: "report.txt")
    }

    /// What `pdftotext` makes of a PDF file when it keeps the layout.
    private func text(ofPDF file: [UInt8]) throws -> Data {
        let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(file).write(to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        let program = Process()
        program.executableURL = URL(filePath: "/usr/bin/env")
        program.arguments = ["pdftotext", "-layout", place.path, "-"]
        let output = Pipe()
        program.standardOutput = output
        try program.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        program.waitUntilExit()
        return text
    }

    @Test(
        .enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed"),
        arguments: [ReportLayout.pdf, .crowdedPDF],
        EditionID.forms
    )
    func `a PDF's text with its layout kept is read as the PDF is`(
        _ layout: ReportLayout,
        _ edition: EditionID
    ) throws {
        for seed in UInt64(1)...6 {
            var dice = SplitMix64(seed: seed)
            let printed = PrintedReport.consistent(using: &dice, edition: edition)
            let renderer = ReportRenderer(catalog: catalog)
            let tables = FormTables(printed, catalog)
            let report = try read(text(ofPDF: renderer.bytes(printed, tables, layout)))
            #expect(printed.unread(in: report).isEmpty, "\(seed)")

            let gaps = printed.withBlanks(share: 0.2, using: &dice)
            let file = renderer.bytes(gaps, FormTables(gaps, catalog), layout)
            #expect(gaps.wrong(in: try read(text(ofPDF: file))) == 0, "\(seed)")
        }
    }

    /// Section three's rows as some office's PDF comes out: a header whose names stand a little beside their columns,
    /// figures of a wrapped label on a line of their own, and columns that are others behind the page's end.
    private func matrix(_ printed: PrintedReport) -> [String] {
        func figures(_ row: RequestRow) -> String {
            Applicant.allCases.map { printed[.request(row, $0)] }.joined(separator: "   ")
        }
        func label(_ row: RequestRow) -> String {
            catalog.official.labels(of: .request(row, .total)).row
        }
        var lines = [
            "示例市水务局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况",
            "                                   申请人情况",
            "（本列数据的勾稽关系为：第一项加第二项之和，        法人或其他组织",
            "等于第三项加第四项之和）   自然人                              总计",
            "                               商业   科研 社会公益",
            "                               企业  机构  组织   法律服务 其他",
            "                                          机构",
        ]
        for (number, row) in printed.report.cells.requestRows.enumerated() {
            if number == 12 { lines += ["", "                    -3-"] }
            let indent = String(repeating: " ", count: number < 12 ? 4 : 9)
            if row == .partial {
                lines += ["    （二）部分公开（区分处理的，只计这一情", "    形，不计其他情形）"]
                lines.append("              " + figures(row))
            } else {
                lines.append(indent + label(row) + "    " + figures(row))
            }
        }
        return lines
    }

    @Test func `figures beside their headers are told by their order`() throws {
        var dice = SplitMix64(seed: 23)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2021)
        let report = try read(matrix(printed).joined(separator: "\n").utf8)
        let numbers = report.cells.inFormOrder.filter { $0.code.section == .requests }
        for (code, cell) in numbers {
            #expect(cell.figure == printed.figure(code), "\(code.name)")
        }
    }

    @Test
    func `a header with a name that nobody knows leaves no figure of section two to its order`()
        throws
    {
        var dice = SplitMix64(seed: 29)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2021)
        // The first figure is blank; of three names one is not the form's.
        let section = [
            "二、主动公开政府信息情况", "信息内容      本年制发件数     本年某种件数     现行有效件数",
            "规章                       5               11",
            "行政规范性文件     4              6               9",
        ]
        let lines = matrix(printed)
        let text = ([lines[0]] + section + lines.dropFirst()).joined(separator: "\n")
        let report = try read(text.utf8)
        let numbers = report.cells.inFormOrder.filter { $0.code.section == .proactive }
            .compactMap(\.cell.figure.value)
        #expect(numbers.isEmpty)
    }

    @Test func `a header in another order, or with another name, leaves no number`() throws {
        var dice = SplitMix64(seed: 23)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2021)
        let text = matrix(printed).joined(separator: "\n")
        for (name, other) in [
            ("商业   科研", "科研   商业"), ("社会公益", "新闻媒体"), ("其他\n", "总计\n"), ("自然人", "      "),
            ("法律服务 其他\n", "法律服务\n" + String(repeating: " ", count: 27) + "其他\n"),
        ] {
            let changed = text.replacing(name, with: other)
            #expect(changed != text)
            let report = try read(changed.utf8)
            let numbers = report.cells.inFormOrder.filter { $0.code.section == .requests }
                .compactMap(\.cell.figure.value)
            #expect(numbers.isEmpty, "\(name)")
        }
    }
}
