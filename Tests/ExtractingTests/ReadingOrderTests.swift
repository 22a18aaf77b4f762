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
        let document = try DocumentReading.read(Array(drawn.utf8), name: "report.txt")
        let report = try ReportExtraction(catalog: catalog)
            .report(in: document, fileName: "report.txt")
        let numbers = report.cells.inFormOrder.filter { $0.code.section == .proactive }
            .compactMap(\.cell.figure.value)
        #expect(numbers.isEmpty)
        #expect(report.warnings.contains { $0.code == .columnAmbiguous })
    }
}
