import ArgumentParser
import FormCatalog
import Foundation
import Scoring
import Specimens

/// Feeds damaged files to every reader for some time. Before each file its seed is written down, so that the
/// one that crashes can be made again.
@main
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Feeds damaged files to every reader."
    )

    @Option(help: "How many seconds.")
    var seconds = 60

    @Option(help: "The first seed.")
    var seed: UInt64 = 1

    @Option(help: "Where the file that is being read is kept.")
    var current = "/tmp/analytics-fuzz-current"

    func run() throws {
        let fuzzing = Fuzzing(catalog: try FormCatalog())
        let end = Date().addingTimeInterval(Double(seconds))
        let layouts = ReportLayout.allCases.filter(\.canBeRead)
        var number = seed
        var counts: [ReportLayout: Int] = [:]
        var longest = 0.0
        while Date() < end {
            let layout = layouts[Int(number % UInt64(layouts.count))]
            // A PDF costs a process.
            if !layout.isPDF || number % 20 < 2 {
                let bytes = fuzzing.file(layout, seed: number)
                try Data(bytes).write(to: URL(filePath: "\(current).\(layout.rawValue)"))
                let start = Date()
                if let problem = fuzzing.problem(with: bytes, name: layout.fileName) {
                    print("seed \(number), \(layout): \(problem)")
                    throw ExitCode(3)
                }
                longest = max(longest, Date().timeIntervalSince(start))
                counts[layout, default: 0] += 1
            }
            number += 1
        }
        for layout in layouts { print("\(layout): \(counts[layout] ?? 0) files") }
        print("seeds \(seed) to \(number - 1); the longest took \(Int(longest * 1000)) ms")
    }
}
