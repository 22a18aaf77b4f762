import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Tables of PDFs, whose rows and columns are told by where words stand.
struct PlacedTableTests {
    let catalog = try! FormCatalog()

    private func read(
        _ change: (inout FormTables, PrintedReport) -> Void
    ) throws -> (report: Report, printed: PrintedReport) {
        var dice = SplitMix64(seed: 21)
        let printed = PrintedReport.consistent(using: &dice)
        var tables = FormTables(printed, catalog)
        change(&tables, printed)
        let file = ReportRenderer(catalog: catalog).bytes(printed, tables, .pdf)
        let document = try DocumentReading.read(file, name: "report.pdf")
        let report = try ReportExtraction(catalog: catalog)
            .report(in: document, fileName: "report.pdf")
        return (report, printed)
    }

    @Test(
        .enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed"),
        // The second stands on its row's line with its beginning, and below it with its end.
        arguments: ["300\n1", "\n300\n1"]
    )
    func `a number that wraps in its cell is no blank, and its beginning no number`(
        _ wrapped: String
    ) throws {
        for code in [
            CellCode.request(.newReceived, .naturalPerson), .request(.granted, .total),
            .request(.refusedThirdParty, .business), .request(.unprocessedPublication, .total),
            .request(.carriedOut, .legalService),
        ] {
            let (report, printed) = try read { tables, _ in set(code, wrapped, in: &tables) }
            #expect(report.cells[code].figure == .ambiguous, "\(code.name)")
            for (other, cell) in report.cells.inFormOrder where other != code {
                let isRight = cell.figure == printed.figure(other)
                #expect(isRight || cell.figure == .ambiguous, "\(other.name)")
            }
        }
    }

    @Test(.enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed"))
    func `a row whose label is misprinted is told by its place, and marked`() throws {
        let (report, printed) = try read { tables, _ in
            for section in tables.sections.indices {
                for row in tables.sections[section].rows.indices {
                    for place in tables.sections[section].rows[row].indices
                    where tables.sections[section].rows[row][place].text == "2.其他法律行政法规禁止公开" {
                        tables.sections[section].rows[row][place].text = "2.其他法律行政止公开"
                    }
                }
            }
        }
        let code = CellCode.request(.refusedLawProhibited, .total)
        #expect(report.cells.value(code) == printed.figure(code).value)
        #expect(report.warnings.contains { $0.code == .labelMisprinted })
    }

    /// Changes the text of a cell.
    private func set(_ code: CellCode, _ text: String, in tables: inout FormTables) {
        for section in tables.sections.indices {
            for row in tables.sections[section].rows.indices {
                for place in tables.sections[section].rows[row].indices
                where tables.sections[section].rows[row][place].code == code {
                    tables.sections[section].rows[row][place].text = text
                }
            }
        }
    }

    @Test(.enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed"))
    func `the number in a remark below a figure is no figure of its row`() throws {
        let code = CellCode.proactive(.normativeDocumentRepealed)
        let (report, printed) = try read { tables, _ in
            set(code, "55\n（含自然失效 29 件）", in: &tables)
        }
        #expect(report.cells.value(code) == ExactDecimal("55"))
        #expect(report.warnings.map(\.code) == [.remarkInCell])
        for (other, cell) in report.cells.inFormOrder where other != code {
            #expect(cell.figure == printed.figure(other), "\(other.name)")
        }
    }

    @Test(.enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed"))
    func `numbers in the text below section four are none of its figures`() throws {
        let (report, printed) = try read { tables, _ in
            let place = tables.sections.firstIndex { $0.heading.hasPrefix("五、") }!
            tables.sections[place].heading = "2024 年收到建议 15 件"
        }
        for route in DisputeRoute.allCases {
            for outcome in DisputeOutcome.allCases {
                let code = CellCode.dispute(route, outcome)
                #expect(report.cells[code].figure == printed.figure(code))
            }
        }
    }
}
