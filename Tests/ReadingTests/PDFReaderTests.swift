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

    @Test(
        .enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed"),
        arguments: [
            (
                [
                    "/Width 1653 /Height 2339", "/Height 2338/Width 1654",
                    "/Width 1653 /Height 2339",
                ], true
            ),
            (["/BaseFont /GlyphLessFont"], true), (["/Width 1653 /Height 2339"], false),
            (Array(repeating: "/Width 1600 /Height 1200", count: 9), false),
            (Array(repeating: "/Width 165 /Height 234", count: 9), false),
            // A watermark that shines through, and what makes it do so.
            (
                [
                    "/Width 1653 /Height 2339 /SMask 91 0 R", "/Width 1653 /Height 2339",
                    "/Width 1653 /Height 2339 /SMask 91 0 R",
                ], false
            ),
        ]
    )
    func `a scan whose text was recognised is a scan`(
        _ pictures: [String],
        _ isScan: Bool
    ) throws {
        var dice = SplitMix64(seed: 4)
        let printed = PrintedReport.consistent(using: &dice)
        var file = ReportRenderer(catalog: try FormCatalog()).bytes(printed, .pdf)
        for (number, picture) in pictures.enumerated() {
            let object =
                "\n\(90 + number) 0 obj\n<</Subtype /Image \(picture)>>\nstream\n\nendstream\nendobj\n"
            file += Array(object.utf8)
        }
        let document = Result { try DocumentReading.read(file, name: "report.pdf") }
        switch document {
        case .success(let document):
            #expect(!isScan)
            #expect(document.blocks.count > 30)
        case .failure(let error):
            #expect(isScan)
            #expect((error as? Rejection)?.code == .recognisedText)
        }
    }
}
