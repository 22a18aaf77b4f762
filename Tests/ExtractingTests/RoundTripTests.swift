import DocumentModel
import Extracting
import FormCatalog
import Foundation
import Reading
import ReportModel
import Specimens
import Testing

/// Random figures, rendered in every layout and encoding that we claim to read, come back cell for
/// cell, or marked; never different.
struct RoundTripTests {
    let catalog = try! FormCatalog()

    @Test(arguments: ReportLayout.allCases, TextEncodings.allCases)
    func `full tables come back cell for cell`(_ layout: ReportLayout, _ encoding: TextEncodings)
        throws
    {
        guard layout.canBeRead, layout.isText || encoding == .utf8 else { return }
        for seed in UInt64(1)...(layout.isPDF ? 3 : 6) {
            var dice = SplitMix64(seed: seed)
            let printed = PrintedReport.consistent(using: &dice, edition: Self.edition(seed))
            let report = try read(printed, layout, encoding)
            let wrong = differences(report, printed) { _ in false }
            #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(3))")
            #expect(report.edition == printed.edition, "seed \(seed)")
            #expect(report.agency.value == printed.agency, "seed \(seed)")
            #expect(report.year.value == printed.year, "seed \(seed)")
            #expect(report.published?.value.description == printed.published, "seed \(seed)")
        }
    }

    @Test(arguments: ReportLayout.allCases, [0.05, 0.3, 0.7, 0.97])
    func `tables with blanks come back or are marked`(_ layout: ReportLayout, _ share: Double)
        throws
    {
        guard layout.canBeRead else { return }
        for seed in 100..<(100 + Self.seeds) {
            var dice = SplitMix64(seed: seed)
            let printed = PrintedReport.consistent(using: &dice, edition: Self.edition(seed))
                .withBlanks(share: share, using: &dice)
            guard let report = try? read(printed, layout, .utf8) else { continue }
            let mayBeMarked = layout.keepsBlanks && layout != .denseLines && layout != .spacedLines
            let wrong = differences(report, printed) { cell in
                !mayBeMarked && (cell.figure == .ambiguous || cell.figure == .absent)
            }
            #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(3))")
        }
    }

    /// How many reports are laid out for each case; a long run sets `ANALYTICS_ROUND_TRIPS`.
    private static let seeds: UInt64 =
        ProcessInfo.processInfo.environment["ANALYTICS_ROUND_TRIPS"].flatMap(UInt64.init) ?? 8

    /// Every edition in turn.
    private static func edition(_ seed: UInt64) -> EditionID {
        EditionID.forms[Int(seed % UInt64(EditionID.forms.count))]
    }

    private func read(
        _ printed: PrintedReport,
        _ layout: ReportLayout,
        _ encoding: TextEncodings
    ) throws -> Report {
        let bytes = ReportRenderer(catalog: catalog).bytes(printed, layout, encoding)
        let document = try DocumentReading.read(bytes, name: layout.fileName)
        return try ReportExtraction(catalog: catalog)
            .report(in: document, fileName: layout.fileName)
    }

    private func differences(
        _ report: Report,
        _ printed: PrintedReport,
        isAllowed: (Cell) -> Bool
    ) -> [String] {
        let wanted = printed.report.cells
        return report.cells.inFormOrder.compactMap { code, cell in
            if cell.figure == wanted[code].figure || isAllowed(cell) { return nil }
            return "\(code.name): \(cell.figure) for “\(wanted[code].printed)”"
        }
    }
}
