import Foundation
import Testing

/// Bad input gets one line with file, reason and code; the exit code of the contract; and no report.
struct RefusalTests {
    static let bad: [(name: String, bytes: [UInt8], code: String)] = [
        ("unreadable.pdf", Array("%PDF-1.4\n%%EOF".utf8), "damaged_file"),
        ("empty.html", [], "empty_file"),
        ("photo.html", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "image"),
        (
            "news.html", Array("<html><body><p>固镇召开政府信息公开年度报告部署会</p></body></html>".utf8),
            "about_reports"
        ),
        ("sheet.xls", [0xD0, 0xCF, 0x11, 0xE0, 0x14, 0], "format_unsupported"),
        ("bytes.txt", [0x31, 0, 0x32], "not_text"),
    ]

    @Test(arguments: bad.indices)
    func `a bad file is refused and the warehouse holds no more than before`(_ index: Int) throws {
        let program = try Program()
        defer { program.cleanUp() }
        let (name, bytes, code) = Self.bad[index]
        let path = try program.write(bytes, name)
        _ = try program.run("ingest", Program.reports)
        let before = try program.run("trend", "--metric", "refusal", "--json").output

        let inspected = try program.run("inspect", path, "--json")
        #expect(inspected.exitCode == 4)
        #expect(inspected.text.contains("\"code\" : \"\(code)\""))
        let ingested = try program.run("ingest", path)
        #expect(ingested.exitCode == 4)
        let lines = ingested.errors.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix(path) && lines[0].hasSuffix("[\(code)]"))
        #expect(try program.run("ingest", path).exitCode == 0, "not new the second time")
        #expect(try program.run("trend", "--metric", "refusal", "--json").output == before)
    }

    @Test func `where there is nothing to read the exit code is 66`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "void"),
            withIntermediateDirectories: true
        )
        for arguments in [["ingest", "void"], ["ingest", "none"], ["inspect", "none"]] {
            let run = try program.run(arguments[0], arguments[1])
            #expect(run.exitCode == 66)
            #expect(run.errors.split(separator: "\n").count == 1)
        }
        #expect(try program.run("trend", "--metric", "refusal").exitCode == 66)
        #expect(try program.run("check").exitCode == 66)
    }

    @Test(arguments: [
        ["trend"], ["trend", "--metric", "nonsense"], ["nonsense"], ["ingest"],
        ["trend", "--metric", "refusal", "--definition", "nonsense"],
        ["trend", "--metric", "disclosure", "--by", "reason"],
        ["trend", "--metric", "refusal", "--from", "2024", "--to", "2021"],
        ["check", "--rule", "X-99"],
    ])
    func `a question that can't be asked so has exit code 64`(_ arguments: [String]) throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let run =
            switch arguments.count {
            case 1: try program.run(arguments[0])
            case 3: try program.run(arguments[0], arguments[1], arguments[2])
            case 5:
                try program.run(
                    arguments[0],
                    arguments[1],
                    arguments[2],
                    arguments[3],
                    arguments[4]
                )
            default:
                try program.run(
                    arguments[0],
                    arguments[1],
                    arguments[2],
                    arguments[3],
                    arguments[4],
                    arguments[5],
                    arguments[6]
                )
            }
        #expect(run.exitCode == 64)
        #expect(run.output.isEmpty)
    }

    @Test func `a batch goes on behind a bad file and the counts add up`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        for (name, bytes, _) in Self.bad { _ = try program.write(bytes, "in/" + name) }
        let sample = Program.reports + "/town-government/2024.html"
        _ = try program.write(Array(try Data(contentsOf: URL(filePath: sample))), "in/z.html")
        let run = try program.run("ingest", "in", "--json")
        #expect(run.exitCode == 4)
        let counts = try JSONSerialization.jsonObject(with: run.output) as! [String: Int]
        #expect(counts["seen"] == 7 && counts["new"] == 1 && counts["quarantined"] == 6)
    }

    @Test func `a warehouse of another program is refused with 65`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.write(Array("not a database at all, just words in a file".utf8), "w.sqlite")
        #expect(try program.run("ingest", Program.reports).exitCode == 65)
        #expect(try program.run("trend", "--metric", "refusal").exitCode == 65)
    }
}
