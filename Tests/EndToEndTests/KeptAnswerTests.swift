import FormCatalog
import Foundation
import ReportModel
import Specimens
import Testing
import Warehouse

/// What a night has worked out is given again until anything changes, and never a moment longer.
struct KeptAnswerTests {
    private static let breakdowns = [
        "whole", "reason", "applicant", "subject", "province", "level",
    ]

    private func addReport(_ program: Program, _ seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        let report = PrintedReport.consistent(using: &dice)
        let page = ReportRenderer(catalog: try FormCatalog()).bytes(report, .page)
        _ = try program.write(page, "in/\(seed).html")
    }

    private func answers(_ program: Program, warehouse: String) throws -> [String] {
        try ["refusal", "disclosure", "quality", "demand"].flatMap { metric in
            try Self.breakdowns.map { breakdown in
                let question = ["trend", "--metric", metric, "--json", "--warehouse", warehouse]
                let by = breakdown == "whole" ? [] : ["--by", breakdown]
                return try program.run(question + by).text
            }
                + [
                    ["--limit", "1"], ["--limit", "1000"], ["--with-small"], ["--level", "county"],
                ]
                .map { more in
                    let question = ["movers", "--metric", metric, "--json"] + more
                    return try program.run(question + ["--warehouse", warehouse]).text
                }
        }
    }

    private func count(_ sql: String, _ program: Program) throws -> Int {
        let path = program.folder.appending(path: "w.sqlite").path
        return try Warehouse(path: path, access: .reading)
            .rows("SELECT count(*) AS n FROM \(sql)")[0]["n"].integer ?? -1
    }
    private static let good = "kept_answer JOIN generation ON generation.number = generation"

    @Test func `kept answers are those of a warehouse that keeps none`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        for seed in 1...3 { try addReport(program, UInt64(seed)) }
        for night in 1...2 {
            _ = try program.run("run", "in", Program.reports)
            #expect(try count(Self.good, program) > 50)
            #expect(try count(Self.good + " WHERE question LIKE '%leading%'", program) > 0)
            let other = "plain\(night).sqlite"
            _ = try program.run("ingest", "in", Program.reports, "--warehouse", other)
            let kept = try answers(program, warehouse: "w.sqlite")
            #expect(kept.filter { $0.count > 100 }.count > 10)
            #expect(try kept == answers(program, warehouse: other))
            try addReport(program, 7)
        }
        // A report more, and what was kept is good no longer, though nobody has published since.
        _ = try program.run("ingest", "in", Program.reports, "--warehouse", "plain.sqlite")
        try addReport(program, 8)
        for warehouse in ["w.sqlite", "plain.sqlite"] {
            _ = try program.run("ingest", "in", "--warehouse", warehouse)
        }
        #expect(try count(Self.good, program) == 0)
        #expect(
            try answers(program, warehouse: "w.sqlite")
                == answers(program, warehouse: "plain.sqlite")
        )
    }

    @Test func `what was kept is what is answered, and whatever people decide ends it`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("run", Program.reports)
        let path = program.folder.appending(path: "w.sqlite").path
        let findings =
            try JSONSerialization.jsonObject(
                with: try program.run("check", "--verdict", "fail", "--json").output
            ) as? [[String: Any]]
        let finding = try #require(findings?.first?["finding_id"] as? String)
        let hash =
            try Warehouse(path: path, access: .reading)
            .rows("SELECT sha256 FROM revision ORDER BY id")[0]["sha256"].text ?? ""
        let name = try #require(findings?.first?["agency"] as? String)
        for decision in [
            ["check", "accept", finding, "--reason", "asked them"],
            ["check", "reopen", finding],
            ["revisions", "pin", hash, "--reason", "seen on paper"],
            ["revisions", "unpin", hash],
            ["agencies", "rename", name, name + "（旧）"],
        ] {
            _ = try program.run("run", Program.reports)
            #expect(try count(Self.good, program) > 50, "\(decision)")
            #expect(try program.run(decision).exitCode == 0, "\(decision)")
            #expect(try count(Self.good, program) == 0, "\(decision)")
        }
    }

    @Test func `a bundle is built anew when anything is different, the bundle itself included`()
        throws
    {
        let program = try Program()
        defer { program.cleanUp() }
        func exported() throws -> String? {
            _ = try program.run("run", Program.reports)
            let runs = try program.run("runs", "--json").output
            let rows = try JSONSerialization.jsonObject(with: runs) as? [[String: Any]]
            return rows?.first?["exported"] as? String
        }
        #expect(try exported() == "written")
        #expect(try exported() == "unchanged")
        let trends = program.folder.appending(path: "out/current/trends.csv")
        let page = program.folder.appending(path: "out/current/index.html")
        let good = try (Data(contentsOf: trends), Data(contentsOf: page))
        try Data("somebody saved over it".utf8).write(to: trends)
        #expect(try exported() == "written")
        try FileManager.default.removeItem(at: page)
        #expect(try exported() == "written")
        _ = try program.write([1], "out/current/stray.txt")
        #expect(try exported() == "written")
        #expect(try Data(contentsOf: trends) == good.0 && Data(contentsOf: page) == good.1)
        #expect(try exported() == "unchanged")
    }
}
