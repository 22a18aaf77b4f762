import Foundation
import Measuring
import Testing
import Warehouse

/// What the manual promises.
struct ManualTests {
    static let commands = [
        "ingest", "inspect", "trend", "movers", "check", "export", "metrics", "agencies",
        "coverage", "show",
        "explain", "compare", "revisions", "run", "runs", "quarantine",
        "extract", "backup", "restore", "merge", "doctor",
    ]

    @Test(arguments: commands)
    func `every command has help in both languages and stands in the README`(_ name: String) throws
    {
        let program = try Program()
        defer { program.cleanUp() }
        let english = try program.run(name, "--help")
        let chinese = try program.run(name, "--help", environment: ["LANG": "zh_CN.UTF-8"])
        #expect(english.exitCode == 0 && chinese.exitCode == 0)
        #expect(english.text.contains("USAGE: analytics \(name)"))
        #expect(english.text != chinese.text)
        #expect(!english.text.contains(/help\.[a-z]/) && !chinese.text.contains(/help\.[a-z]/))
        let readme = try String(
            contentsOf: Program.root.appending(path: "README.md"),
            encoding: .utf8
        )
        #expect(readme.contains("analytics \(name)"))
    }

    @Test func `the README shows the trend that the samples give`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let trend = try program.run("trend", "--metric", "refusal")
        let readme = try String(
            contentsOf: Program.root.appending(path: "README.md"),
            encoding: .utf8
        )
        #expect(readme.contains(trend.text))
        #expect(!trend.output.contains(0x1B))
    }

    @Test func `the README's chart is what the samples give`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let chart = try program.run("trend", "--metric", "refusal", "--format", "svg")
        let path = "Sources/Exporting/Exporting.docc/Resources/refusal.svg"
        let shown = try Data(contentsOf: Program.root.appending(path: path))
        #expect(shown == chart.output)
        let readme = try String(
            contentsOf: Program.root.appending(path: "README.md"),
            encoding: .utf8
        )
        for name in readme.matches(of: /\]\((Sources[^)]*)\)/) {
            let file = Program.root.appending(path: String(name.1)).path
            #expect(FileManager.default.fileExists(atPath: file), "\(name.1)")
        }
    }

    @Test func `Datasette's descriptions name what is there, and every view`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let data = try Data(contentsOf: Program.root.appending(path: "data/datasette.json"))
        let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let databases = root?["databases"] as? [String: [String: [String: Any]]]
        let described = try #require(databases?["warehouse"]?["tables"])
        let warehouse = try Warehouse(
            path: program.folder.appending(path: "w.sqlite").path,
            access: .reading
        )
        let names = try warehouse.rows(
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
        )
        .compactMap { $0["name"].text }
        #expect(Set(described.keys) == Set(names))
        for (table, facts) in described {
            let columns = (facts as? [String: Any])?["columns"] as? [String: String] ?? [:]
            let known = Set(try warehouse.columns(of: "SELECT * FROM \(table)"))
            #expect(known.isSuperset(of: columns.keys), "\(table)")
        }
    }

    @Test func `messages come in Chinese where Chinese is asked for`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        #expect(try program.run("ingest", "none", "--lang", "zh").errors.contains("没有可读取的文件"))
        let path = try program.write([], "empty.html")
        #expect(try program.run("inspect", path, "--lang", "zh").errors.contains("文件为空"))
    }

    @Test func `every metric is explained in both languages`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        for metric in try MetricDictionary().metrics {
            for language in ["en", "zh"] {
                let shown = try program.run("metrics", "show", metric.id, "--lang", language)
                #expect(shown.exitCode == 0)
                #expect(shown.text.contains("FROM v_"))
                for key in ["metrics.", "better.", "break."] {
                    #expect(!shown.text.contains(key), "\(metric.id) \(language)")
                }
            }
        }
        _ = try program.run("ingest", Program.reports)
        let shown = try program.run("metrics", "show", "refusal").text
        #expect(shown.contains("Example: refusal.narrow, 2024: 231 / 3677 = 6.28% (6 reports)"))
        for subject in ["", ".", "refusal.reason_share", "refusal.narrow.nobody", "a.b.c.d"] {
            #expect(try program.run("explain", subject).exitCode == 64, "\(subject)")
        }
        let member = "refusal.reason_share.refused_third_party"
        let explained = try program.run("explain", member, "--agency", "示例市财政局").text
        #expect(explained.contains("s3.refused_third_party.total"))
        #expect(try program.run("metrics", "show", "nonsense").exitCode == 64)
    }
}
