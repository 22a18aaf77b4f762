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
                edition: seed % 3 == 0 ? .e2019 : .e2021
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
            expectNothingWrong(text, layout, printed, seed)
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
                edition: seed % 3 == 0 ? .e2019 : .e2021
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
                edition: seed % 3 == 0 ? .e2019 : .e2021
            )
            let text = ReportRenderer(catalog: catalog).render(printed, layout)
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let victim = lines.indices.randomElement(using: &dice)!
            if Bool.random(using: &dice) {
                lines.remove(at: victim)
            } else {
                lines.insert(lines[victim], at: victim)
            }
            expectNothingWrong(lines.joined(separator: "\n"), layout, printed, seed)
        }
    }

    /// How many documents are damaged for each layout; a long run sets `ANALYTICS_MUTATIONS`.
    private static let seeds: UInt64 =
        ProcessInfo.processInfo.environment["ANALYTICS_MUTATIONS"].flatMap(UInt64.init) ?? 20

    /// A blank where a figure was is no figure; a figure where another was is the bug.
    private func expectNothingWrong(
        _ text: String,
        _ layout: ReportLayout,
        _ printed: PrintedReport,
        _ seed: UInt64
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
    }
}
