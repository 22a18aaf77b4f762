import DocumentModel
import FormCatalog
import Glibc
import ReportModel
import Specimens
import Testing

@testable import Reading

/// The program beside this one that takes words out of PDFs says what `pdftotext` says, or nothing.
@Suite(
    .serialized,
    .enabled(if: WordsProgram.placeOfReady != nil, "pdf-words is not built"),
    .enabled(if: ReportLayout.pdf.canBeRead, "pdftotext is not installed")
)
struct WordsProgramTests {
    private func specimen(_ layout: ReportLayout, seed: UInt64 = 7) throws -> [UInt8] {
        var dice = SplitMix64(seed: seed)
        let printed = PrintedReport.consistent(using: &dice)
        return ReportRenderer(catalog: try FormCatalog()).bytes(printed, layout)
    }

    /// The words of each page, as the program says them; asked again while another test is asking.
    private func answer(_ file: [UInt8]) throws -> [[PDFPage.Word]]? {
        for _ in 0..<50 {
            if let words = WordsProgram.words(of: file, pages: PDFReader.mostPages) {
                return try PDFPage.pages(in: words).map(\.words)
            }
            usleep(10_000)
        }
        return nil
    }

    private func pdftotext(_ file: [UInt8]) throws -> [[PDFPage.Word]] {
        let outcome = try PDFReader.program.run(["-bbox", "-enc", "UTF-8", "-", "-"], input: file)
        return try PDFPage.pages(in: outcome.output).map(\.words)
    }

    @Test(arguments: [ReportLayout.pdf, .crowdedPDF])
    func `words and their places are those of pdftotext`(_ layout: ReportLayout) throws {
        let file = try specimen(layout)
        let expected = try pdftotext(file)
        #expect(expected.contains { !$0.isEmpty })
        #expect(try answer(file) == expected)
    }

    @Test func `what is no sound PDF is left to pdftotext, and the next one is read`() throws {
        let file = try specimen(.pdf)
        let expected = try pdftotext(file)
        let unsound = [Array(file.prefix(2000)), Array("%PDF-1.4\n%%EOF\n".utf8), []]
        for bytes in unsound {
            #expect(WordsProgram.words(of: bytes, pages: PDFReader.mostPages) == nil)
        }
        #expect(try answer(file) == expected)
    }

    @Test func `a program that is gone is started anew`() throws {
        let file = try specimen(.pdf, seed: 8)
        let expected = try pdftotext(file)
        #expect(try answer(file) == expected)
        #expect(killChildren(named: WordsProgram.name) >= 1)
        #expect(try DocumentReading.read(file, name: "a.pdf").format == .pdf)
        #expect(try answer(file) == expected)
    }

    /// Kills this process's children of a name, and says how many there were.
    private func killChildren(named name: String) -> Int {
        guard let folder = opendir("/proc") else { return 0 }
        defer { closedir(folder) }
        var killed = 0
        while let entry = readdir(folder) {
            let number = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { atoi($0) }
            }
            guard number > 0, let file = fopen("/proc/\(number)/stat", "r") else { continue }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 512)
            guard fgets(&line, Int32(line.count), file) != nil else { continue }
            // NUMBER (NAME) STATE PARENT …
            let words = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
                .split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            if words.count > 3, words[1] == "(\(name))", words[3] == String(getpid()) {
                kill(pid_t(number), SIGKILL)
                killed += 1
            }
        }
        return killed
    }
}
