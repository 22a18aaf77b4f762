import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Rows of section two that are printed without a single figure, in text that keeps no empty cell.
struct BlankRowTests {
    private static let catalog = try! FormCatalog()

    /// The lines of a report with the figures of some rows of section two taken away.
    private func lines(
        without rows: Set<String>
    ) -> (lines: [String], printed: PrintedReport, taken: [CellCode]) {
        var dice = SplitMix64(seed: 12)
        let printed = PrintedReport.consistent(using: &dice, edition: .e2019)
        let taken = EditionID.e2019.codes.filter { code in
            rows.contains { code.name.hasPrefix("s2o.\($0).") }
        }
        var tables = FormTables(printed, Self.catalog)
        for section in tables.sections.indices {
            for row in tables.sections[section].rows.indices {
                for cell in tables.sections[section].rows[row].indices
                where tables.sections[section].rows[row][cell].code.map(taken.contains) ?? false {
                    tables.sections[section].rows[row][cell].text = ""
                }
            }
        }
        let file = ReportRenderer(catalog: Self.catalog).bytes(printed, tables, .linesWithoutBlanks)
        let text = String(decoding: file, as: UTF8.self)
        return (text.split(separator: "\n").map(String.init), printed, taken)
    }

    private func read(_ lines: [String]) throws -> Report {
        let text = Array(lines.joined(separator: "\n").utf8)
        let document = try DocumentReading.read(text, name: "report.txt")
        return try ReportExtraction(catalog: Self.catalog)
            .report(in: document, fileName: "report.txt")
    }

    @Test(arguments: [
        ["admin_fee"], ["penalty", "coercion"],
        ["penalty", "coercion", "admin_fee", "procurement"],
        ["regulation", "normative_doc", "licensing", "other_service"],
    ])
    func `rows between headers are blank, and those behind them have their own header`(
        _ rows: [String]
    ) throws {
        let (lines, printed, taken) = lines(without: Set(rows))
        let report = try read(lines)
        #expect(!taken.isEmpty)
        for code in EditionID.e2019.codes where code.section == .proactive {
            let figure = taken.contains(code) ? .blank : printed.figure(code)
            #expect(report.cells[code].figure == figure, "\(code.name)")
        }
        #expect(!report.warnings.contains { $0.code == .rowMissing })
    }

    @Test func `the last row is no blank where a figure may be its own`() throws {
        let (lines, _, _) = lines(without: ["procurement"])
        let row = try #require(lines.firstIndex { $0 == "政府集中采购" })
        let report = try read(Array(lines[...row]) + ["等货物", "12", "345.6"] + lines[(row + 1)...])
        for code in EditionID.e2019.codes where code.name.hasPrefix("s2o.procurement.") {
            #expect(report.cells[code].figure == .ambiguous, "\(code.name)")
        }
    }
}
