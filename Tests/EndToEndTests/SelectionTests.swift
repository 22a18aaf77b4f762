import FormCatalog
import Foundation
import Glibc
import ReportModel
import Specimens
import Testing

/// Runs over a part of the files, what they leave for those who watch, and entries that are no files.
struct SelectionTests {
    private func addReport(_ program: Program, _ path: String, seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        let report = PrintedReport.consistent(using: &dice)
        let page = ReportRenderer(catalog: try FormCatalog()).bytes(report, .page)
        _ = try program.write(page, path)
    }

    private func runs(_ program: Program) throws -> [[String: Any]] {
        let run = try program.run("runs", "--json")
        if run.exitCode == 66 { return [] }
        return try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]] ?? []
    }

    @Test func `part of the files is taken in, and the rest another time`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        for year in 2021...2024 {
            try addReport(program, "in/\(year)/a.html", seed: UInt64(year))
            // One that was written just now might be opened again.
            let age = TimeInterval(year == 2021 ? 150_000_000 : 100)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -age)],
                ofItemAtPath: program.folder.appending(path: "in/\(year)/a.html").path
            )
        }
        let since = ["--since", "2023-01-01"]
        func new(_ words: [String] = []) throws -> Int? {
            _ = try program.run(["run", "in"] + words)
            return try runs(program).first?["new"] as? Int
        }
        #expect(try program.run("run", "in", "--dry-run").errors.contains("4 new"))
        #expect(try runs(program).isEmpty)
        #expect(try new(["--only", "*/2022/*"]) == 1)
        #expect(try new(since + ["--limit", "1"]) == 1)
        #expect(try new(since) == 1)
        #expect(try new() == 1)
        #expect(try new() == 0)
        #expect(try runs(program).first?["unchanged"] as? Int == 4)
    }

    @Test func `those who watch have a line an event, and gauges`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        try addReport(program, "in/a.html", seed: 1)
        _ = try program.write(Array("<p>news</p>".utf8), "in/two\nlines\u{202E}.html")
        let run = try program.run("run", "in", "--log", "json", "--prometheus", "metrics.prom")
        let events = try run.errors.split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
        #expect(events.map { $0["event"] as? String } == ["started", "refused", "ended"])
        #expect(events[1]["file"] as? String == "in/two\nlines\u{202E}.html")
        #expect(events.allSatisfy { ($0["time"] as? String)?.hasSuffix("Z") == true })
        let gauges = try String(
            contentsOf: program.folder.appending(path: "metrics.prom"),
            encoding: .utf8
        )
        #expect(gauges.contains("analytics_last_run_documents{state=\"new\"} 1\n"))
        #expect(gauges.contains("analytics_last_run_exit_code 4\n"))
        let again = try program.run("run", "in", "--log", "text", "--retry-quarantined").errors
        let lines = again.split(separator: "\n")
        #expect(lines.count == 3 && lines.allSatisfy { $0.hasPrefix("20") })
        #expect(!again.unicodeScalars.contains("\u{202E}"))
        #expect(try program.run("doctor").exitCode == 0)
    }

    @Test func `links, pipes and folders that can't be entered are refused, and text without end`()
        throws
    {
        let program = try Program()
        defer { program.cleanUp() }
        try addReport(program, "in/a.html", seed: 1)
        try addReport(program, "elsewhere/b.html", seed: 2)
        let inbox = program.folder.appending(path: "in").path
        #expect(
            symlink(program.folder.appending(path: "elsewhere/b.html").path, inbox + "/link.html")
                == 0
        )
        #expect(symlink(program.folder.path, inbox + "/loop") == 0)
        #expect(mkfifo(inbox + "/pipe.html", 0o644) == 0)
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 9 << 20)
        _ = try program.write(line, "in/line.txt")
        _ = try program.write([], "in/" + String(repeating: "长", count: 83) + ".html")
        let run = try program.run("run", "in")
        #expect(run.exitCode == 4)
        let refused =
            try JSONSerialization.jsonObject(
                with: try program.run("quarantine", "list", "--json").output
            ) as? [[String: Any]]
        let codes = refused?.map { $0["code"] as? String ?? "" } ?? []
        #expect(codes.filter { $0 == "not_a_file" }.count >= 2)
        #expect(codes.contains("file_too_large"))
        #expect(try runs(program).first?["new"] as? Int == 1)
    }
}
