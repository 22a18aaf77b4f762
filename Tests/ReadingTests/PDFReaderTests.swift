import DocumentModel
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// What `pdftotext` takes out of a PDF comes as lines with places, page numbers left out.
struct PDFReaderTests {
    @Test(.enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed"))
    func `page numbers are no figures, and the pages are one sheet`() throws {
        var dice = SplitMix64(seed: 4)
        let printed = PrintedReport.consistent(using: &dice)
        let file = ReportRenderer(catalog: try FormCatalog()).bytes(printed, .pdf)
        let document = try DocumentReading.read(file, name: "report.pdf")
        let lines = document.blocks.compactMap { block -> TextLine? in
            if case .line(let line) = block { line } else { nil }
        }
        #expect(Set(lines.compactMap(\.origin.page)).count >= 2)
        #expect(!lines.contains { $0.text.hasPrefix("- ") })
        let tops = lines.compactMap { $0.pieces.first?.height?.lowerBound }
        #expect(tops == tops.sorted())
    }

    @Test(
        .enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed"),
        arguments: [9, 200, 1000, 3000]
    )
    func `a PDF cut off is read as far as it goes or refused`(_ length: Int) throws {
        var dice = SplitMix64(seed: 4)
        let printed = PrintedReport.consistent(using: &dice)
        let file = ReportRenderer(catalog: try FormCatalog()).bytes(printed, .pdf)
        do {
            let document = try DocumentReading.read(Array(file.prefix(length)), name: "report.pdf")
            #expect(document.format == .pdf)
        } catch {
            #expect([.damagedFile, .noTextLayer, .garbledText].contains(error.code))
        }
    }
}
