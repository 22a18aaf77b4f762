import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// A body's own tables beside the form's, in the form's words, change none of its figures.
struct StrayTableTests {
    private static let catalog = try! FormCatalog()
    /// Layouts that keep tables apart.
    private static let tabular: Set<ReportLayout> = [
        .page, .pastedPage, .portalPage, .sloppyPage, .markdown, .word, .wordXML,
    ]

    @Test(arguments: StrayTable.allCases, ReportLayout.allCases)
    func `figures come back or are marked beside another table`(
        _ stray: StrayTable,
        _ layout: ReportLayout
    ) throws {
        guard layout.canBeRead else { return }
        for (seed, edition) in EditionID.forms.enumerated() {
            var dice = SplitMix64(seed: UInt64(seed))
            let printed = PrintedReport.consistent(using: &dice, edition: edition)
            var tables = FormTables(printed, Self.catalog)
            let place = Int.random(in: 1...tables.sections.count, using: &dice)
            tables.add(stray, inFrontOf: place, using: &dice)
            let bytes = ReportRenderer(catalog: Self.catalog).bytes(printed, tables, layout)
            let isTabular = Self.tabular.contains(layout)
            // Elsewhere a refusal is loud enough.
            guard let report = isTabular ? try read(bytes, layout) : try? read(bytes, layout)
            else { continue }
            let wanted = printed.report.cells
            let wrong = report.cells.inFormOrder.filter { code, cell in
                cell.figure != wanted[code].figure && cell.figure != .ambiguous
                    && cell.figure != .absent
            }
            #expect(wrong.map(\.code.name) == [], "\(edition), in front of \(place)")
            guard isTabular, !stray.rivalsTheForm else { continue }
            let lost = report.cells.inFormOrder.filter { $1.figure != wanted[$0].figure }
            #expect(lost.map(\.code.name) == [], "\(edition), in front of \(place)")
        }
    }

    private func read(_ bytes: [UInt8], _ layout: ReportLayout) throws -> Report {
        let document = try DocumentReading.read(bytes, name: layout.fileName)
        return try ReportExtraction(catalog: Self.catalog)
            .report(in: document, fileName: layout.fileName)
    }
}
