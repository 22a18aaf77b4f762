import DocumentModel
import FormCatalog
import Reading
import ReportModel
import Testing

@testable import Extracting

/// Whatever lies among reports is read to its end.
struct EndlessDocumentTests {
    let catalog = try! FormCatalog()

    @Test(
        arguments: [
            ["（一）收到申请数", "条", "5", "1.按时办结数", "不知何物"],
            ["行政复议", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉"],
        ]
    )
    func `a column without end has no figure beside a label`(
        _ texts: [String]
    ) throws {
        var builder = GridBuilder(table: 1, hasRuledColumns: true)
        for row in 0..<100_000 {
            try builder.beginRow()
            try builder.add(
                text: texts[row % texts.count],
                rowSpan: 1,
                columnSpan: 1,
                line: row + 1
            )
        }
        let document = SourceDocument(
            format: .csv,
            encoding: "UTF-8",
            title: "示例市财政局2016年政府信息公开工作年度报告",
            metadata: [],
            blocks: [.grid(builder.finished())],
            warnings: []
        )
        let report = try? ReportExtraction(catalog: catalog)
            .report(in: document, fileName: "a.csv")
        // A label's figure stands beside it, and here nothing does.
        let cells = report?.cells.inFormOrder.map(\.cell) ?? []
        #expect(!cells.contains { if case .number = $0.figure { true } else { false } })
    }

    @Test func `lines that go on without end are one paragraph, and put together once`() {
        let line = TextLine("的一段话在这里没有句号也没有完", origin: Origin(line: 1))
        let document = SourceDocument(
            format: .text,
            encoding: "UTF-8",
            title: nil,
            metadata: [],
            blocks: Array(repeating: .line(line), count: 40_000),
            warnings: []
        )
        let prose = Prose(document, forms: [], cells: CellTable(edition: .e2021))
        #expect(prose.paragraphs.count == 1)
    }

    @Test func `a file without a Chinese character is refused at once`() throws {
        let text = String(repeating: "0x3155, 12 34 56\n", count: 20_000)
        let document = try DocumentReading.read(Array(text.utf8), name: "2024.txt")
        let error = #expect(throws: Rejection.self) {
            try ReportExtraction(catalog: catalog).report(in: document, fileName: "2024.txt")
        }
        #expect(error?.code == .noFormTable)
    }
}
