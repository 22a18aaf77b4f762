import Checking
import DocumentModel
import Extracting
import FormCatalog
import Foundation
import Reading
import ReportModel
import Specimens
import Testing

/// Whatever happens to a table, a figure is read as printed, marked, or left out: never put elsewhere.
struct DamageTests {
    let catalog = try! FormCatalog()

    /// How many documents are damaged for each layout and kind; a long run sets `ANALYTICS_MUTATIONS`.
    private static let seeds: UInt64 =
        ProcessInfo.processInfo.environment["ANALYTICS_MUTATIONS"].flatMap(UInt64.init) ?? 3

    @Test(arguments: ReportLayout.allCases.filter(\.canBeRead), Damage.allCases)
    func `a damaged table shows no figure that was not printed there`(
        _ layout: ReportLayout,
        _ damage: Damage
    ) throws {
        let renderer = ReportRenderer(catalog: catalog)
        for seed in UInt64(1)...Self.seeds {
            var dice = SplitMix64(seed: seed &* 7919)
            let edition = EditionID.forms[Int(seed % 3)]
            let sound = PrintedReport.consistent(using: &dice, edition: edition)
            guard
                let (tables, printed) = damage.done(
                    to: FormTables(sound, catalog),
                    of: sound,
                    using: &dice,
                    isRuled: layout.isRuled
                )
            else { continue }
            // The wrapped header is drawn as the form has it.
            if damage == .columnsSwapped, layout == .alignedWrapped { continue }
            let bytes = renderer.bytes(printed, tables, layout)
            guard let document = try? DocumentReading.read(bytes, name: layout.fileName),
                let report = try? ReportExtraction(catalog: catalog)
                    .report(in: document, fileName: layout.fileName)
            else { continue }
            let flagged = Self.flagged(report)
            let wrong = report.cells.inFormOrder.filter { code, cell in
                printed.contradicts(code, cell) && !flagged.contains(code)
            }
            #expect(
                wrong.isEmpty,
                "seed \(seed), \(edition), \(wrong.prefix(3).map(\.code.name)) of \(damage) in \(layout)"
            )
        }
    }

    /// The cells that a finding speaks of.
    private static func flagged(_ report: Report) -> Set<CellCode> {
        Set(
            Rulebook.findings(on: report).filter { $0.verdict == .fail || $0.verdict == .uncertain }
                .flatMap(\.cells)
        )
    }
}
