import FormCatalog
import Foundation
import Glibc
import Specimens
import Testing

/// Files are read by processes of their own: what one of them does to itself, the run survives.
struct WorkerTests {
    /// A program's folder with some good reports, and files that our stand-in for `pdftotext` makes trouble with.
    private func inbox(_ program: Program, good: Int) throws -> [String: String] {
        let renderer = ReportRenderer(catalog: try FormCatalog())
        for number in 0..<good {
            var dice = SplitMix64(seed: UInt64(number))
            let printed = PrintedReport.consistent(using: &dice)
            _ = try program.write(renderer.bytes(printed, .page), "in/\(number).html")
        }
        let script = """
            #!/bin/sh
            case "$(cat)" in
            *crash*) kill -SEGV $PPID ;;
            *hang*) echo $$ >\(program.folder.path)/reading; exec sleep 100 ;;
            esac
            """
        let path = try program.write(Array(script.utf8), "bin/pdftotext")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return ["PATH": program.folder.appending(path: "bin").path + ":/usr/bin:/bin"]
    }

    private func codes(_ program: Program) throws -> [String: String] {
        let run = try program.run("quarantine", "--json")
        let rows = try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]] ?? []
        return Dictionary(
            uniqueKeysWithValues: rows.map {
                ($0["file"] as? String ?? "", $0["code"] as? String ?? "")
            }
        )
    }

    @Test func `a crash and an endless loop cost one file each`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        let environment = try inbox(program, good: 30)
        _ = try program.write(Array("%PDF-1.4 crash".utf8), "in/07.pdf")
        _ = try program.write(Array("%PDF-1.4 hang".utf8), "in/15.pdf")
        _ = try program.write(Array("%PDF-1.4 crash too".utf8), "in/zz.pdf")
        let run = try program.run(
            ["ingest", "in", "--seconds", "3", "--json"],
            environment: environment
        )
        #expect(run.exitCode == 4)
        let counts = try JSONSerialization.jsonObject(with: run.output) as? [String: Int]
        #expect(counts?["new"] == 30 && counts?["quarantined"] == 3)
        #expect(
            try codes(program) == [
                "in/07.pdf": "crashed", "in/15.pdf": "timed_out", "in/zz.pdf": "crashed",
            ]
        )
        // On a busy machine a good file may take too long: each is tried three times, then left alone until
        // somebody asks.
        func mentioned() throws -> Set<String> {
            let run = try program.run(["ingest", "in", "--seconds", "3"], environment: environment)
            return Set(["in/07.pdf", "in/15.pdf", "in/zz.pdf"].filter(run.errors.contains))
        }
        #expect(try mentioned() == ["in/07.pdf", "in/15.pdf", "in/zz.pdf"])
        #expect(try mentioned() == ["in/07.pdf", "in/15.pdf", "in/zz.pdf"])
        #expect(try mentioned() == [])
        #expect(try program.run("quarantine", "retry", "in/07.pdf").exitCode == 0)
        #expect(try mentioned() == ["in/07.pdf"])
        let shown = try program.run("quarantine", "show", "in/07.pdf", "--json").text
        #expect(shown.contains("\"tries\" : 4"))
    }

    @Test func `nothing outlives a run that is killed, or a worker that never came back`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        var environment = try inbox(program, good: 1)
        _ = try program.write(Array("%PDF-1.4 hang".utf8), "in/hang.pdf")
        let warehouse = program.folder.appending(path: "w.sqlite").path
        environment["ANALYTICS_WAREHOUSE"] = warehouse
        let note = program.folder.appending(path: "reading").path
        func reading() -> pid_t? {
            let text = try? String(contentsOfFile: note, encoding: .utf8)
            return text?.split(separator: "\n").first.flatMap { pid_t($0) }
        }
        func ends(_ process: pid_t) -> Bool {
            let deadline = Date.now + 30
            while kill(process, 0) == 0, Date.now < deadline { Thread.sleep(forTimeInterval: 0.01) }
            return kill(process, 0) != 0
        }
        try program.kill(["ingest", "in"], environment: environment) { reading() != nil }
        #expect(ends(try #require(reading())))
        try FileManager.default.removeItem(atPath: note)
        _ = try program.run(["ingest", "in", "--seconds", "2"], environment: environment)
        #expect(ends(try #require(reading())))
    }

    @Test func `what lacked a program is read once the program is there`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try inbox(program, good: 1)
        let file = try program.write(Array("%PDF-1.4".utf8), "in/07.pdf")
        // Old enough for its state to say that it is the same.
        try FileManager.default.setAttributes(
            [.modificationDate: Date.now - 3600],
            ofItemAtPath: file
        )
        let bare = ["PATH": program.folder.appending(path: "nothing").path]
        #expect(try program.run(["ingest", "in"], environment: bare).exitCode == 4)
        #expect(try codes(program) == ["in/07.pdf": "program_missing"])
        let again = try program.run(["ingest", "in"], environment: bare)
        #expect(again.exitCode == 0 && !again.errors.contains("in/07.pdf"))
        let path = program.folder.appending(path: "bin").path + ":/usr/bin:/bin"
        _ = try program.run(["ingest", "in"], environment: ["PATH": path])
        #expect(try codes(program)["in/07.pdf"] != "program_missing")
    }

    @Test func `what people ignore is counted apart until its bytes change`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try inbox(program, good: 1)
        _ = try program.write(Array("<p>news</p>".utf8), "in/news.html")
        #expect(try program.run("ingest", "in").exitCode == 4)
        #expect(try program.run("quarantine", "ignore", "in/news.html").exitCode == 0)
        let ignoring = try program.run("ingest", "in")
        #expect(ignoring.exitCode == 0 && ignoring.errors.contains("0 in quarantine"))
        #expect(ignoring.errors.contains("1 ignored"))
        _ = try program.write(Array("<p>other news</p>".utf8), "in/news.html")
        #expect(try program.run("ingest", "in").exitCode == 4)
    }

    @Test func `one worker or eight, in parts or as a whole: the bundle is the same`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try inbox(program, good: 40)
        _ = try program.write(Array("<p>news</p>".utf8), "in/news.html")
        func bundle(_ name: String) throws -> [String: Data] {
            let path = program.folder.appending(path: name + ".sqlite").path
            _ = try program.run("export", "--warehouse", path, "--output", name)
            let folder = program.folder.appending(path: name + "/current")
            return try Dictionary(
                uniqueKeysWithValues: FileManager.default.subpathsOfDirectory(atPath: folder.path)
                    .filter { $0.contains(".") }
                    .map { ($0, try Data(contentsOf: folder.appending(path: $0))) }
            )
        }
        func place(_ name: String) -> String {
            program.folder.appending(path: name + ".sqlite").path
        }
        for workers in ["1", "8"] {
            _ = try program.run("ingest", "in", "--workers", workers, "--warehouse", place(workers))
        }
        for part in 1...3 {
            _ = try program.run(
                "ingest",
                "in",
                "--shard",
                "\(part)/3",
                "--warehouse",
                place("s\(part)")
            )
        }
        for _ in 0..<2 {
            _ = try program.run(
                ["merge"] + (1...3).map { place("s\($0)") } + ["--warehouse", place("merged")]
            )
        }
        let whole = try bundle("1")
        #expect(whole.count > 20)
        #expect(try bundle("8") == whole)
        #expect(try bundle("merged") == whole)
    }

    @Test func `a copy is made while others write, and comes back`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try inbox(program, good: 3)
        _ = try program.run("ingest", "in")
        #expect(try program.run("backup", "copy.sqlite").exitCode == 0)
        let before = try program.run("check", "--json").text
        // The warehouse breaks, with a journal beside it that must not get into the copy.
        _ = try program.write(Array("garbage".utf8), "w.sqlite")
        _ = try program.write(Array("garbage".utf8), "w.sqlite-journal")
        #expect(try program.run("check").exitCode == 65)
        #expect(try program.run("doctor").exitCode == 78)
        #expect(try program.run("restore", "copy.sqlite").exitCode == 0)
        #expect(try program.run("check", "--json").text == before)
        #expect(try program.run("restore", "bin/pdftotext").exitCode == 65)
    }

    @Test func `the filter answers each line and touches nothing`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try inbox(program, good: 2)
        let html = try Data(contentsOf: program.folder.appending(path: "in/0.html"))
        let lines = [
            "in/0.html", "in/none.html", "hdfs/2024/x.html\t\(html.base64EncodedString())",
        ]
        let run = try program.run(["extract"], input: lines.joined(separator: "\n"))
        let answers = try run.text.split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
        #expect(
            answers.map { $0["file"] as? String } == [
                "in/0.html", "in/none.html", "hdfs/2024/x.html",
            ]
        )
        #expect(answers[0]["sha256"] as? String == answers[2]["sha256"] as? String)
        #expect((answers[0]["cells"] as? [Any])?.count == (answers[2]["cells"] as? [Any])?.count)
        #expect((answers[1]["rejected"] as? [String: Any])?["code"] as? String == "unreadable_file")
        #expect(
            !FileManager.default.fileExists(atPath: program.folder.appending(path: "w.sqlite").path)
        )
    }
}
