import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Rows whose blanks have vanished are told by arithmetic, or not at all.
struct InferenceTests {
    let catalog = try! FormCatalog()

    /// A report in which everything is printed but for a few rows' blanks.
    private func report(
        _ seed: UInt64,
        blank: [RequestRow]
    ) throws -> (read: Report, printed: PrintedReport) {
        var dice = SplitMix64(seed: seed)
        var printed = PrintedReport.consistent(using: &dice)
        for row in blank {
            for applicant in Applicant.parts where printed[.request(row, applicant)] == "0" {
                printed.texts[.request(row, applicant)] = ""
            }
        }
        let text = ReportRenderer(catalog: catalog).render(printed, .linesWithoutBlanks)
        let document = try DocumentReading.read(Array(text.utf8), name: "report.txt")
        let read = try ReportExtraction(catalog: catalog)
            .report(in: document, fileName: "report.txt")
        return (read, printed)
    }

    @Test func `what arithmetic fixes is inferred and right, and says by which identities`() throws
    {
        var inferred = 0
        for seed in UInt64(1)...60 {
            let (read, printed) = try report(seed, blank: [.granted, .refusedThirdParty])
            for (code, cell) in read.cells.inFormOrder {
                guard let value = cell.figure.value else { continue }
                #expect(value == printed.figure(code).value, "seed \(seed), \(code.name)")
                if case .inferred = cell.figure { inferred += 1 }
            }
            let isInferred = read.warnings.contains { $0.code == .columnInferred }
            let hasFigures = read.cells.inFormOrder.contains { $0.cell.figure.state == "inferred" }
            #expect(isInferred == hasFigures)
        }
        #expect(inferred > 100)
    }

    @Test func `where two ways fit no number is given`() throws {
        var text = "示例市水务局2024年政府信息公开工作年度报告\n"
        var dice = SplitMix64(seed: 9)
        var printed = PrintedReport.consistent(using: &dice)
        // 26 … 26 in each row: under any one of six headers everything holds.
        for row in printed.edition.requestRows {
            for applicant in Applicant.allCases { printed.texts[.request(row, applicant)] = "" }
        }
        for row in [RequestRow.newReceived, .granted, .outcomeTotal] {
            printed.texts[.request(row, .naturalPerson)] = "26"
            printed.texts[.request(row, .total)] = "26"
        }
        text += ReportRenderer(catalog: catalog).render(printed, .linesWithoutBlanks)
        let document = try DocumentReading.read(Array(text.utf8), name: "report.txt")
        let read = try ReportExtraction(catalog: catalog)
            .report(in: document, fileName: "report.txt")
        #expect(read.cells[.request(.granted, .naturalPerson)].figure == .ambiguous)
        #expect(!read.warnings.contains { $0.code == .columnInferred })
    }

    @Test func `lines that merged cells leave between rows move no figure of a row with blanks`()
        throws
    {
        var dice = SplitMix64(seed: 5)
        let sparse = PrintedReport.consistent(using: &dice).withBlanks(share: 0.3, using: &dice)
        var text = ReportRenderer(catalog: catalog).render(sparse, .denseLines)
        for code in RequestRow.allCases where code.disposition != nil && code != .otherTotal {
            let label = catalog.official.labels(of: .request(code, .total)).row
            text = text.replacing("\n\(label)\n", with: "\n\n\n\(label)\n")
        }
        let report = try ReportExtraction(catalog: catalog).report(
            in: try DocumentReading.read(Array(text.utf8), name: "report.txt"),
            fileName: "report.txt"
        )
        var read = 0
        for row in RequestRow.allCases where !sparse[.request(row, .total)].isEmpty {
            for applicant in Applicant.allCases {
                let code = CellCode.request(row, applicant)
                let figure = report.cells[code].figure
                let isRight = figure == sparse.figure(code)
                #expect(isRight || figure == .ambiguous, "\(code.name)")
                read += isRight ? 1 : 0
            }
        }
        #expect(read >= 70)
    }
}
