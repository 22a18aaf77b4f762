import FormCatalog
import Foundation
import Province
import Register
import ReportModel
import Specimens
import Testing
import Warehouse

/// The nightly run: one at a time, to be killed at any moment, and each leaves its row.
struct NightTests {
    private func rows(_ run: Program.Run) throws -> [[String: Any]] {
        try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]] ?? []
    }

    @Test func `a run takes in, exports and leaves a row whose counts add up`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        let nights = try (1...2).map { _ in
            try program.run("run", Program.reports, "--output", "out")
        }
        #expect(nights.map(\.exitCode) == [3, 3])
        _ = try program.write(Array("<p>news</p>".utf8), "in/news.html")
        #expect(try program.run("run", Program.reports, "in").exitCode == 4)
        #expect(try program.run("run", Program.reports, "in", "--quiet").errors.isEmpty)
        let runs = try rows(try program.run("runs", "--json"))
        #expect(
            runs.map { $0["exported"] as? String } == [
                "unchanged", "written", "unchanged", "written",
            ]
        )
        #expect(runs.map { $0["newly_quarantined"] as? Int } == [0, 1, 0, 0])
        for run in runs {
            let parts = ["new", "changed", "unchanged", "quarantined", "ignored"]
            #expect(run["seen"] as? Int == parts.reduce(0) { $0 + (run[$1] as? Int ?? -99) })
            #expect(run["ended"] is String)
        }
        let refused = try rows(try program.run("quarantine", "--json"))
        #expect(refused.map { $0["file"] as? String } == ["in/news.html"])
        let files = try rows(try program.run("runs", "show", "3", "--json"))
        #expect(files.map { $0["state"] as? String } == ["quarantined"])
        #expect(try text(program, "out/run_summary.json").contains("\"exit_code\" : 3"))
        #expect(try text(program, "out/current/quarantine.csv").contains("in/news.html"))
    }

    private func text(_ program: Program, _ path: String) throws -> String {
        try String(contentsOf: program.folder.appending(path: path), encoding: .utf8)
    }

    @Test func `a run that fails says so in its row and leaves the last bundle`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        #expect(try program.run("run", Program.reports).exitCode == 3)
        let before = try text(program, "out/current/trends.csv")
        #expect(try program.run("run", "no such folder").exitCode == 66)
        // A file where the bundle's folder would have to be made.
        _ = try program.write([1], "file")
        #expect(try program.run("run", Program.reports, "--output", "file/out").exitCode == 74)
        #expect(try text(program, "out/current/trends.csv") == before)
        let runs = try rows(try program.run("runs", "--json"))
        #expect(runs.map { $0["exit_code"] as? Int } == [74, 66, 3])
        #expect((runs[0]["message"] as? String)?.contains("file/out") == true)
    }

    @Test func `a second writer leaves at once, and readers don't mind`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        #expect(try program.run("run", Program.reports).exitCode == 3)
        let holder = Process()
        holder.executableURL = URL(filePath: "/usr/bin/flock")
        holder.arguments = [
            program.folder.appending(path: "w.sqlite.lock").path, "sh", "-c", "echo held; sleep 30",
        ]
        let pipe = Pipe()
        holder.standardOutput = pipe
        try holder.run()
        _ = try pipe.fileHandleForReading.read(upToCount: 4)
        for command in ["run", "ingest"] {
            let run = try program.run(command, Program.reports)
            #expect(run.exitCode == 75 && run.errors.contains("another run is writing"))
        }
        #expect(try program.run("trend", "--metric", "refusal").exitCode == 0)
        // Who dies gives the lock back.
        holder.terminate()
        holder.waitUntilExit()
        #expect(try program.run("run", Program.reports, "--wait").exitCode == 3)
    }

    @Test func `a file is opened again once it has changed, and only then`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        var dice = SplitMix64(seed: 8)
        let renderer = ReportRenderer(catalog: try FormCatalog())
        let first = PrintedReport.consistent(using: &dice)
        let path = try program.write(renderer.bytes(first, .page), "in/a.html")
        let long = Date(timeIntervalSinceNow: -100)
        func age(to date: Date) throws {
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
        try age(to: long)
        #expect(try program.run("ingest", "in").errors.contains("1 new"))
        // Other bytes in a file that the system describes as the same: it isn't opened.
        let bytes = try Data(contentsOf: URL(filePath: path))
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.write(contentsOf: Data(repeating: 0x20, count: bytes.count))
        try handle.close()
        try age(to: long)
        #expect(try program.run("ingest", "in").errors.contains("1 unchanged"))
        let second = PrintedReport.consistent(using: &dice)
        _ = try program.write(renderer.bytes(second, .page), "in/a.html")
        #expect(try program.run("ingest", "in").errors.contains("1 changed"))
        // What was changed a moment ago may change again without a sign, so it is opened once more.
        _ = try program.write(Array("<p>news</p>".utf8), "in/a.html")
        #expect(try program.run("ingest", "in").exitCode == 4)
    }

    /// `ANALYTICS_KILLS` says how often; `scripts/torture` asks for many.
    @Test func `a run that is killed again and again ends like one that was not`() throws {
        let kills = ProcessInfo.processInfo.environment["ANALYTICS_KILLS"].flatMap(Int.init) ?? 2
        let program = try Program()
        defer { program.cleanUp() }
        let province = Province(
            catalog: try FormCatalog(),
            register: try RegisterCatalog(),
            size: Province.Size(
                prefectures: 1,
                counties: 2,
                departments: 11,
                towns: 2,
                years: 2019...2022
            ),
            seed: 3
        )
        _ = try province.make { _ = try program.write($0.bytes, "inbox/" + $0.path) }
        func place(_ name: String) -> [String: String] {
            ["ANALYTICS_WAREHOUSE": program.folder.appending(path: name + ".sqlite").path]
        }
        let began = Date.now
        _ = try program.run(["run", "inbox", "--output", "whole"], environment: place("whole"))
        let length = -began.timeIntervalSinceNow
        var dice = SplitMix64(seed: UInt64(kills))
        for _ in 0..<kills {
            let delay = Double.random(in: 0...length, using: &dice)
            try program.kill(
                ["run", "inbox", "--output", "parts"],
                after: delay,
                environment: place("parts")
            )
            try verify(program, "parts", isComplete: false)
        }
        _ = try program.run(["run", "inbox", "--output", "parts"], environment: place("parts"))
        try verify(program, "parts", isComplete: true)
        #expect(try contents(program, "whole") == contents(program, "parts"))
    }

    /// The warehouse is sound, and so is the bundle, if there is one already.
    private func verify(_ program: Program, _ name: String, isComplete: Bool) throws {
        let path = program.folder.appending(path: name + ".sqlite").path
        if FileManager.default.fileExists(atPath: path) {
            // Whoever comes next writes first; so the hot journal of the one that was killed is played back.
            let warehouse = try Warehouse(path: path, access: .writing)
            try warehouse.verify(isComplete: isComplete)
        }
        let folder = program.folder.appending(path: name + "/current")
        let description = folder.appending(path: "datapackage.json")
        guard let data = try? Data(contentsOf: description) else { return }
        let package = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        for resource in package?["resources"] as? [[String: Any]] ?? [] {
            let file = folder.appending(path: resource["path"] as? String ?? "")
            let hash = ContentHash(of: Array(try Data(contentsOf: file)))
            #expect(resource["hash"] as? String == "sha256:\(hash)")
        }
    }

    private func contents(_ program: Program, _ name: String) throws -> [String: Data] {
        let folder = program.folder.appending(path: name + "/current")
        return try Dictionary(
            uniqueKeysWithValues: FileManager.default.subpathsOfDirectory(atPath: folder.path)
                .filter { $0.contains(".") }
                .map { ($0, try Data(contentsOf: folder.appending(path: $0))) }
        )
    }
}
