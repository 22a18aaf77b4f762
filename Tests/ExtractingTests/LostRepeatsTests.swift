import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Texts of which a program kept every line once.
struct LostRepeatsTests {
    private static let catalog = try! FormCatalog()

    private func report(_ text: String) throws -> Report {
        let document = try DocumentReading.read(Array(text.utf8), name: "report.txt")
        return try ReportExtraction(catalog: Self.catalog)
            .report(in: document, fileName: "report.txt")
    }

    private func lines(_ layout: ReportLayout, _ edition: EditionID, seed: UInt64) -> [Substring] {
        var dice = SplitMix64(seed: seed)
        let printed = PrintedReport.consistent(using: &dice, edition: edition)
        return ReportRenderer(catalog: Self.catalog).render(printed, layout)
            .split(separator: "\n")
    }

    @Test(arguments: [
        ReportLayout.denseLines, .spacedLines, .linesWithoutBlanks, .barsBetweenLines, .barredLines,
    ])
    func `no figure is taken where repeated lines were dropped`(_ layout: ReportLayout) throws {
        for edition in EditionID.forms {
            let whole = lines(layout, edition, seed: 7)
            var seen: Set<Substring> = []
            let once = whole.filter { seen.insert($0).inserted }
            #expect(once.count < whole.count)
            let read = try report(once.joined(separator: "\n"))
            #expect(
                read.cells.inFormOrder.allSatisfy {
                    [.ambiguous, .absent].contains($0.cell.figure)
                }
            )
            #expect(read.warnings.contains { $0.code == .repeatsLost })
            let sound = try report(whole.joined(separator: "\n"))
            #expect(!sound.warnings.contains { $0.code == .repeatsLost })
        }
    }
}
