import DocumentModel
import Extracting
import FormCatalog
import ReportModel
import Testing

/// Labels on pages whose words stand where word processors put them.
struct PlacedLabelTests {
    private static let catalog = try! FormCatalog()

    /// A word with its left edge; letters are eight points wide and high.
    private typealias Word = (left: Int, text: String)

    /// Lines of words from the top down, two lines' height apart; `nil` begins the next page.
    private func report(_ lines: [[Word]?]) throws -> Report {
        var blocks: [SourceDocument.Block] = []
        var page = 1
        for (number, line) in lines.enumerated() {
            guard let line else {
                page += 1
                continue
            }
            let top = number * 1600
            let pieces = line.map { word in
                let width = DisplayWidth.of(word.text) * 400
                return TextLine.Piece(
                    text: word.text,
                    start: word.left * 100,
                    end: word.left * 100 + width,
                    isTabbed: false,
                    height: top..<(top + 800)
                )
            }
            blocks.append(.line(TextLine(placed: pieces, origin: Origin(line: number, page: page))))
        }
        let document = SourceDocument(
            format: .pdf,
            encoding: "UTF-8",
            title: nil,
            metadata: [],
            blocks: blocks,
            warnings: []
        )
        return try ReportExtraction(catalog: Self.catalog).report(in: document, fileName: "a.pdf")
    }

    private func figures(_ numbers: [Int]) -> [Word] {
        numbers.enumerated().map { (220 + $0.offset * 45, String($0.element)) }
    }

    @Test func `a number within a label's brackets is part of it, wherever the line breaks`() throws
    {
        let report = try report([
            [(60, "示例市水务局2016年政府信息公开工作年度报告")],
            [(60, "统计指标"), (330, "单位"), (400, "统计数")],
            [(60, "主动公开政府信息数（不同渠道和方式公开相"), (330, "条"), (400, "328")],
            [(60, "同信息计"), (94, "1"), (100, "条）")],
            [(60, "其中：主动公开规范性文件数"), (330, "件")],
            [(60, "制发规范性文件总数"), (330, "件"), (400, "720")],
            [(60, "政府公报公开政府信息数"), (330, "条"), (400, "12")],
            [(60, "政府网站公开政府信息数"), (330, "条"), (400, "34")],
            [(60, "收到申请数"), (330, "件"), (400, "9")],
        ])
        #expect(report.cells.value(.statistic(.proactiveTotal)) == ExactDecimal(328))
        #expect(report.cells[.statistic(.proactiveNormativeDocuments)].figure == .blank)
        #expect(report.cells.value(.statistic(.normativeDocumentsMade)) == ExactDecimal(720))
    }

    @Test(arguments: [["328"], []])
    func `a number at the end of a label's line that a bracket holds is no figure`(
        _ figure: [String]
    ) throws {
        let report = try report([
            [(60, "示例市水务局2016年政府信息公开工作年度报告")],
            [(60, "统计指标"), (330, "单位"), (400, "统计数")],
            [(60, "主动公开政府信息数（不同渠道和方式公开相同信息计"), (254, "1"), (330, "条")]
                + figure.map { (400, $0) },
            [(60, "条）")],
            [(60, "其中：主动公开规范性文件数"), (330, "件"), (400, "7")],
            [(60, "制发规范性文件总数"), (330, "件"), (400, "720")],
            [(60, "政府公报公开政府信息数"), (330, "条"), (400, "12")],
            [(60, "政府网站公开政府信息数"), (330, "条"), (400, "34")],
            [(60, "收到申请数"), (330, "件"), (400, "9")],
        ])
        let expected = figure.first.flatMap { ExactDecimal($0) }.map(Figure.number) ?? .blank
        #expect(report.cells[.statistic(.proactiveTotal)].figure == expected)
    }

    @Test func `a figure close behind a label that goes on within its bracket is one`() throws {
        let names = ["自然人", "商业企业", "科研机构", "社会公益", "法律服务", "其他", "总计"]
        let header: [Word] = names.enumerated().map { (217 + $0.offset * 45, $0.element) }
        let report = try report([
            [(60, "示例市水务局2024年政府信息公开工作年度报告")], header,
            [(352, "组织"), (397, "机构")],
            [(60, "一、本年新收政府信息公开申请数量")] + figures([9, 1, 0, 0, 0, 0, 10]),
            [(60, "二、上年结转政府信息公开申请数量")] + figures([1, 0, 0, 0, 0, 0, 1]),
            [(60, "（一）予以公开")] + figures([5, 1, 0, 0, 0, 0, 6]),
            [(88, "（二）部分公开（区分处理的，只计")] + figures([4, 0, 0, 0, 0, 0, 4]),
            [(88, "这一情形，不计其他情形）")],
            [(60, "（七）总计")] + figures([9, 1, 0, 0, 0, 0, 10]),
        ])
        #expect(report.cells.value(.request(.partial, .naturalPerson)) == ExactDecimal(4))
        #expect(report.cells.value(.request(.granted, .naturalPerson)) == ExactDecimal(5))
    }

    @Test func `a label whose number stays behind on the page before is no blank row`() throws {
        let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let header: [Word] = names.enumerated().map { (220 + $0.offset * 45, $0.element) }
        let report = try report([
            [(60, "示例市水务局2024年政府信息公开工作年度报告")],
            header.map { ($0.left - 3, String($0.text.prefix(4))) },
            header.filter { $0.text.count > 4 }.map { ($0.left - 3, String($0.text.dropFirst(4))) },
            [(60, "一、本年新收政府信息公开申请数量")] + figures([9, 1, 0, 0, 0, 0, 10]),
            [(60, "二、上年结转政府信息公开申请数量")] + figures([1, 0, 0, 0, 0, 0, 1]),
            [(60, "三、本年"), (110, "（一）")] + figures([5, 1, 0, 0, 0, 0, 6]),
            nil,
            [(60, "度办理结果"), (110, "予以公开")],
            [(110, "（二）部分公开")] + figures([4, 0, 0, 0, 0, 0, 4]),
            [(110, "（七）总计")] + figures([9, 1, 0, 0, 0, 0, 10]),
            [(60, "四、结转下年度继续办理")] + figures([1, 0, 0, 0, 0, 0, 1]),
        ])
        #expect(report.cells.value(.request(.partial, .total)) == ExactDecimal(4))
        for applicant in Applicant.allCases {
            #expect(report.cells[.request(.granted, applicant)].figure != .blank)
        }
    }
}
