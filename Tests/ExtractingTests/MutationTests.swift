import DocumentModel
import Extracting
import FormCatalog
import Foundation
import Reading
import ReportModel
import Specimens
import Testing

/// A damaged document is read right, marked or refused; no figure changes in silence.
struct MutationTests {
    let catalog = try! FormCatalog()

    @Test(arguments: ReportLayout.allCases.filter(\.isText))
    func `a cell that is cut out moves no other`(_ layout: ReportLayout) throws {
        for seed in UInt64(1)...Self.seeds {
            var dice = SplitMix64(seed: seed)
            let printed = PrintedReport.consistent(
                using: &dice,
                edition: EditionID.forms[Int(seed % UInt64(EditionID.forms.count))]
            )
            var text = ReportRenderer(catalog: catalog).render(printed, layout)
            let victim = printed[printed.edition.codes.randomElement(using: &dice)!]
            let places =
                layout.isPage
                ? text.ranges(of: "<td>\(victim)</td>")
                : layout == .markdown
                    ? text.ranges(of: " \(victim) |") : text.ranges(of: "\n\(victim)\n")
            guard let place = places.randomElement(using: &dice) else { continue }
            text.replaceSubrange(
                place,
                with: layout.isPage || layout == .markdown ? "" : "\n"
            )
            expectNothingWrong(text, layout, printed, seed, blanks: 1)
        }
    }

    @Test(arguments: ReportLayout.allCases.filter(\.isText))
    func `a document that is cut off shows no figure that was not printed`(
        _ layout: ReportLayout
    ) throws {
        for seed in UInt64(1)...Self.seeds {
            var dice = SplitMix64(seed: seed)
            let printed = PrintedReport.consistent(
                using: &dice,
                edition: EditionID.forms[Int(seed % UInt64(EditionID.forms.count))]
            )
            let text = ReportRenderer(catalog: catalog).render(printed, layout)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let kept = lines.prefix(Int.random(in: 1..<lines.count, using: &dice))
            expectNothingWrong(kept.joined(separator: "\n"), layout, printed, seed)
        }
    }

    @Test(arguments: ReportLayout.allCases.filter(\.isText))
    func `a line that is missing or doubled moves no figure`(_ layout: ReportLayout) throws {
        for seed in UInt64(1)...Self.seeds {
            var dice = SplitMix64(seed: seed &* 31)
            let printed = PrintedReport.consistent(
                using: &dice,
                edition: EditionID.forms[Int(seed % UInt64(EditionID.forms.count))]
            )
            let sound = ReportRenderer(catalog: catalog).render(printed, layout)
            var lines = sound.split(separator: "\n", omittingEmptySubsequences: false)
            let victim = lines.indices.randomElement(using: &dice)!
            let isLost = Bool.random(using: &dice)
            if isLost {
                lines.remove(at: victim)
            } else {
                lines.insert(lines[victim], at: victim)
            }
            let text = lines.joined(separator: "\n")
            expectNothingWrong(text, layout, printed, seed, blanks: isLost ? 1 : 0)
        }
    }

    /// How many documents are damaged for each layout; a long run sets `ANALYTICS_MUTATIONS`.
    private static let seeds: UInt64 =
        ProcessInfo.processInfo.environment["ANALYTICS_MUTATIONS"].flatMap(UInt64.init) ?? 20

    /// A figure where another was is the bug, and so is a blank where a figure still stands.
    private func expectNothingWrong(
        _ text: String,
        _ layout: ReportLayout,
        _ printed: PrintedReport,
        _ seed: UInt64,
        blanks: Int = 0
    ) {
        guard
            let document = try? DocumentReading.read(Array(text.utf8), name: layout.fileName),
            let report = try? ReportExtraction(catalog: catalog)
                .report(in: document, fileName: layout.fileName)
        else { return }
        let wanted = printed.report.cells
        for (code, cell) in report.cells.inFormOrder {
            guard let value = cell.figure.value else { continue }
            #expect(value == wanted.value(code), "seed \(seed), \(code.name)")
        }
        let lost = report.cells.inFormOrder.filter { code, cell in
            cell.figure == .blank && wanted.value(code) != nil
        }
        #expect(
            lost.count <= blanks,
            "seed \(seed), \(lost.prefix(8).map(\.code.name)) are no blanks"
        )
    }
}
