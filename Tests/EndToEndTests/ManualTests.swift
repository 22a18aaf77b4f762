import Foundation
import Measuring
import Testing

/// What the manual promises.
struct ManualTests {
    static let commands = [
        "ingest", "inspect", "trend", "check", "export", "metrics", "agencies", "coverage", "show",
        "explain", "compare", "revisions",
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
        #expect(try program.run("metrics", "show", "nonsense").exitCode == 64)
    }
}
