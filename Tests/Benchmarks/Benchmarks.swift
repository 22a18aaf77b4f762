import DocumentModel
import Extracting
import FormCatalog
import Foundation
import Glibc
import Reading
import ReportModel
import Specimens

/// Measures the readers against references in the same run, so that ratios mean something on any machine.
@main
enum Benchmarks {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        switch (words.first, words.count) {
        case (nil, _): try measure()
        case ("pages", 3):
            let count = Int(CommandLine.arguments[3]) ?? 0
            try PortalPages(catalog: FormCatalog()).write(count, to: CommandLine.arguments[2])
        case ("floor", 2): try Floor.read(folder: CommandLine.arguments[2], parse: false)
        case ("idle", 2): try Floor.read(folder: CommandLine.arguments[2], parse: true)
        case ("profile", 2...):
            try profile(
                times: Int(CommandLine.arguments[2]) ?? 0,
                files: Array(CommandLine.arguments.dropFirst(3))
            )
        default:
            print(
                "benchmarks [pages FOLDER COUNT | floor FOLDER | idle FOLDER | profile COUNT [FILE…]]"
            )
        }
    }

    /// Reads and extracts some files so many times each, four pages if none are given, for a profiler to look at.
    private static func profile(times: Int, files: [String]) throws {
        let catalog = try FormCatalog()
        let extraction = ReportExtraction(catalog: catalog)
        let generator = PortalPages(catalog: catalog)
        var inputs = try files.map { name in
            (name, [UInt8](try Data(contentsOf: URL(filePath: name))))
        }
        if inputs.isEmpty { inputs = (0..<4).map { ("a.html", generator.page($0)) } }
        for (name, bytes) in inputs {
            for _ in 0..<times {
                let document = try DocumentReading.read(bytes, name: name)
                keep(try extraction.report(in: document, fileName: name))
            }
        }
    }

    private static func measure() throws {
        let catalog = try FormCatalog()
        let extraction = ReportExtraction(catalog: catalog)
        let generator = PortalPages(catalog: catalog)
        let pages = (0..<60).map { generator.page($0) }
        let size = pages.reduce(0) { $0 + $1.count } / pages.count
        print("\(pages.count) pages of \(size) bytes, median of 7 rounds, milliseconds a page")

        var idle: [Double] = []
        var reading: [Double] = []
        var whole: [Double] = []
        for _ in 0..<7 {
            idle.append(
                milliseconds { pages.forEach { Floor.parseIdly($0) } } / Double(pages.count)
            )
            reading.append(
                try milliseconds {
                    for page in pages { keep(try DocumentReading.read(page, name: "a.html")) }
                } / Double(pages.count)
            )
            whole.append(
                try milliseconds {
                    for page in pages {
                        let document = try DocumentReading.read(page, name: "a.html")
                        keep(try extraction.report(in: document, fileName: "a.html"))
                    }
                } / Double(pages.count)
            )
        }
        let reference = median(idle)
        row("libxml2 SAX, handlers that do nothing", reference, reference)
        row("our web reader", median(reading), reference)
        row("our web reader and extraction, all cells and claims", median(whole), reference)

        print("\nhostile pages, milliseconds for n and for 4n (linear is 4 times)")
        for (name, page) in hostile {
            let small = milliseconds {
                keep(try? DocumentReading.read(page(50_000), name: "a.html"))
            }
            let large = milliseconds {
                keep(try? DocumentReading.read(page(200_000), name: "a.html"))
            }
            print(
                "  \(padded(name, 34)) \(fixed(small))  \(fixed(large))  × \(fixed(large / max(small, 0.01)))"
            )
        }

        guard ReportLayout.pdf.canBeRead else { return }
        var dice = SplitMix64(seed: 1)
        let printed = PrintedReport.consistent(using: &dice)
        let pdf = ReportRenderer(catalog: catalog).bytes(printed, .pdf)
        var text: [Double] = []
        var taken: [Double] = []
        for _ in 0..<15 {
            text.append(try milliseconds { keep(try DocumentReading.read(pdf, name: "a.pdf")) })
            let document = try DocumentReading.read(pdf, name: "a.pdf")
            taken.append(
                try milliseconds { keep(try extraction.report(in: document, fileName: "a.pdf")) }
            )
        }
        print("\nPDF of \(pdf.count) bytes")
        row("pdftotext as a child, and its words", median(text), median(text))
        row("extraction on top", median(taken), median(text))
    }

    private static let hostile: [(String, @Sendable (Int) -> [UInt8])] = [
        ("open <div>", { Array(String(repeating: "<div>", count: $0).utf8) }),
        (
            "open <table><tr><td>",
            { Array(String(repeating: "<table><tr><td>", count: $0 / 3).utf8) }
        ),
        (
            "attributes on one <td>",
            { n in
                Array(("<table><tr><td " + String(repeating: "a=b ", count: n) + ">1</table>").utf8)
            }
        ),
        ("<", { Array(String(repeating: "<", count: $0).utf8) }),
        ("&", { Array(String(repeating: "&", count: $0).utf8) }),
        ("<!--", { Array(String(repeating: "<!--", count: $0).utf8) }),
        ("<p><b>", { Array(String(repeating: "<p><b>", count: $0).utf8) }),
        (
            "hidden <div> in each other",
            { n in
                Array(String(repeating: "<div style=display:none>", count: n).utf8)
            }
        ),
    ]

    /// Keeps a result from being optimized away.
    @inline(never)
    private static func keep<Result>(_ result: Result) {}

    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = now()
        try work()
        return Double(now() - start) / 1_000_000
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    private static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }

    private static func row(_ name: String, _ value: Double, _ reference: Double) {
        print("  \(padded(name, 54)) \(fixed(value))  \(fixed(reference / value)) times as fast")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func fixed(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let digits = String(hundredths % 100)
        return "\(hundredths / 100).\(digits.count < 2 ? "0" : "")\(digits)"
    }
}
