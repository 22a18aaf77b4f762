import FormCatalog
import Foundation
import ReportModel
import Specimens
import Testing
import Warehouse

/// What people do with the register, with findings and with revisions.
struct RegisterCommandTests {
    private func report(
        _ agency: String,
        _ year: Int,
        published: String? = nil,
        seed: UInt64 = 1,
        changing change: (inout PrintedReport) -> Void = { _ in }
    ) throws -> [UInt8] {
        var dice = SplitMix64(seed: seed)
        var printed = PrintedReport.consistent(using: &dice, year: year, agency: agency)
        if let published { printed.published = published }
        change(&printed)
        return ReportRenderer(catalog: try FormCatalog()).bytes(printed, .page)
    }

    @Test func `a person merges, splits and renames, and reading anew keeps it`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.write(try report("清远市财政局", 2022), "in/a.html")
        _ = try program.write(try report("清远财政", 2023, seed: 2), "in/b.html")
        _ = try program.run("ingest", "in")
        func bodies() throws -> [String] {
            let list = try program.run("agencies", "list", "--json")
            let rows = try JSONSerialization.jsonObject(with: list.output) as? [[String: Any]]
            return (rows ?? []).compactMap { $0["agency"] as? String }.sorted()
        }
        #expect(try bodies() == ["清远市财政局", "清远财政"].sorted())
        #expect(try program.run("agencies", "merge", "清远财政", "清远市财政局").exitCode == 0)
        #expect(try bodies() == ["清远财政"])
        #expect(try program.run("agencies", "rename", "清远市财政局", "清远财政（市）").exitCode == 0)
        #expect(try bodies() == ["清远财政（市）"])
        _ = try program.write(try report("清远财政", 2024, seed: 3), "in/c.html")
        _ = try program.run("ingest", "in")
        #expect(try bodies() == ["清远财政（市）"])
        #expect(try program.run("show", "清远财政", "2022").exitCode == 0)
        #expect(try program.run("agencies", "split", "清远财政").exitCode == 0)
        #expect(try bodies().count == 2)
    }

    @Test func `a file of decisions is taken whole or not at all`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.write(try report("下各镇", 2022), "in/a.html")
        _ = try program.run("ingest", "in")
        let head = "name,agency,stands_alone,display,region,level,kind,sector,parent,reason\n"
        let bad = try program.write(
            Array((head + "下各镇,,,,331024,,,,,known\n下各镇,,,,,planet,,,,\n").utf8),
            "bad.csv"
        )
        let refused = try program.run("agencies", "import", bad)
        #expect(refused.exitCode == 64)
        #expect(refused.errors.contains("3: 下各镇"))
        #expect(try program.run("agencies", "show", "下各镇").text.contains("region_unknown"))
        let good = try program.write(
            Array((head + "下各镇,,,,331024,township,,,,known\n").utf8),
            "good.csv"
        )
        #expect(try program.run("agencies", "import", good).exitCode == 0)
        let shown = try program.run("agencies", "show", "下各镇").text
        #expect(shown.contains("仙居县") && shown.contains("decided"))
    }

    @Test func `an accepted finding stays accepted until its figures change`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        func write(_ total: String) throws {
            let bytes = try report("清远市财政局", 2024) {
                $0.texts[.dispute(.review, .total)] = total
            }
            _ = try program.write(bytes, "in/a.html")
            _ = try program.run("ingest", "in")
        }
        try write("500")
        let list = try program.run("check", "--verdict", "fail", "--json")
        #expect(list.exitCode == 3)
        let rows = try JSONSerialization.jsonObject(with: list.output) as? [[String: Any]]
        let id = try #require(rows?.first?["finding_id"] as? String)
        #expect(try program.run("check", "accept", id, "--reason", "asked them").exitCode == 0)
        #expect(try program.run("check").exitCode == 0)
        _ = try program.run("ingest", "in")
        #expect(try program.run("check").exitCode == 0)
        #expect(try program.run("check", "reopen", id).exitCode == 0)
        #expect(try program.run("check").exitCode == 3)
        _ = try program.run("check", "accept", id, "--reason", "asked them")
        try FileManager.default.removeItem(at: program.folder.appending(path: "in/a.html"))
        let pinned = try report("清远市财政局", 2024, published: "2025-03-03") {
            $0.texts[.dispute(.review, .total)] = "501"
        }
        _ = try program.write(pinned, "in/b.html")
        _ = try program.run("ingest", "in")
        #expect(try program.run("check", "--verdict", "fail", "--rule", "S4-01").exitCode == 3)
        #expect(try program.run("check", "accept", "nothing", "--reason", "x").exitCode == 64)
    }

    @Test func `the pinned revision counts, and an earlier day sees the earlier one`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        let early = try report("清远市财政局", 2024, published: "2025-01-10", seed: 4) {
            $0.texts[.dispute(.review, .total)] = "777"
        }
        let late = try report("清远市财政局", 2024, published: "2025-02-10", seed: 5)
        _ = try program.write(early, "in/early.html")
        _ = try program.write(late, "in/late.html")
        _ = try program.run("ingest", "in")
        func standing(_ arguments: String...) throws -> String {
            let run = try program.run(
                "revisions",
                "清远市财政局",
                "2024",
                "--json",
                arguments.first ?? "--lang",
                arguments.last ?? "en"
            )
            let rows = try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]]
            return rows?.first?["file"] as? String ?? ""
        }
        #expect(try standing() == "in/late.html")
        #expect(try standing("--as-of", "2025-01-31") == "in/early.html")
        // A mark is the shown revision's own.
        let shown = try program.run("show", "清远市财政局", "2024", "--as-of", "2025-01-31").text
        #expect(shown.contains("777!"))
        #expect(!(try program.run("show", "清远市财政局", "2024").text.contains("777")))
        func trend(_ day: String...) throws -> Int? {
            let question = ["trend", "--metric", "review", "--definition", "cases", "--json"]
            let run = try program.run(question + day)
            let rows = try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]]
            return rows?.first?["value"] as? Int
        }
        #expect(try trend("--as-of", "2025-01-31") == 777)
        #expect(try trend() != 777)
        #expect(
            try program.run("trend", "--metric", "review", "--as-of", "2025-01-01").exitCode == 66
        )
        #expect(try program.run("check", "--as-of", "2025-01-31").text.contains("S4-01"))
        #expect(try program.run("check", "--as-of", "last week").exitCode == 64)
        #expect(!(try program.run("check").text.contains("S4-01")))
        let run = try program.run("revisions", "清远市财政局", "2024", "--json")
        let rows = try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]]
        let hash = try #require(rows?.last?["sha256"] as? String)
        #expect(
            try program.run("revisions", "pin", hash, "--reason", "the late one is a draft")
                .exitCode == 0
        )
        #expect(try standing() == "in/early.html")
        #expect(try program.run("compare", "清远市财政局", "2024", "2024").exitCode == 0)
        func verify() throws {
            let path = program.folder.appending(path: "w.sqlite").path
            try Warehouse(path: path, access: .reading).verify()
        }
        try verify()
        #expect(try program.run("revisions", "unpin", hash).exitCode == 0)
        try verify()
        #expect(try standing() == "in/late.html")
    }

    @Test func `a rule of one's own is a question whose rows are failures`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.write(try report("清远市财政局", 2024), "in/a.html")
        _ = try program.run("ingest", "in")
        #expect(try program.run("check").exitCode == 0)
        let sql = "SELECT agency, year, 'too many' AS formula, '5' AS left_side FROM v_report"
        _ = try program.write(Array(sql.utf8), "rules/busy.sql")
        let failed = try program.run("check", "--rules", "rules", "--rule", "user:busy")
        #expect(failed.exitCode == 3)
        #expect(failed.text.contains("user:busy"))
        _ = try program.write(Array("DELETE FROM revision RETURNING 1".utf8), "rules/evil.sql")
        let evil = try program.run("check", "--rules", "rules")
        #expect(evil.exitCode == 64)
        #expect(evil.errors.contains("evil.sql"))
        #expect(try program.run("check", "--rules", "none").exitCode == 0)
    }

    @Test func `what the folder says places a town only if the publisher agrees`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.write(try report("下各镇", 2022), "in/仙居县/a.html")
        _ = try program.run("ingest", "in")
        #expect(try program.run("agencies", "show", "下各镇").text.contains("region_unknown"))
        _ = try program.write(Array("台州市仙居县\n".utf8), "in/仙居县/_agency")
        _ = try program.write(try report("下各镇", 2023, seed: 9), "in/仙居县/b.html")
        _ = try program.run("ingest", "in")
        let shown = try program.run("agencies", "list", "--region", "331024", "--json").text
        #expect(shown.contains("下各镇"))
    }

    @Test func `a cell is followed to its line, a figure to its reports`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.write(try report("清远市财政局", 2024), "in/a.html")
        _ = try program.run("ingest", "in")
        let cell = try program.run("explain", "s3.granted.total", "--agency", "清远市财政局", "--json")
        #expect(cell.exitCode == 0)
        #expect(cell.text.contains("in/a.html"))
        let told = try JSONSerialization.jsonObject(with: cell.output) as? [String: [[String: Any]]]
        #expect((told?["cells"]?.first?["raw_line"] as? String)?.contains("<td") == true)
        let figure = try program.run("explain", "refusal.wide", "--agency", "清远市财政局")
        #expect(figure.exitCode == 0)
        #expect(figure.text.contains("s3.refused_admin_query.total"))
        #expect(try program.run("explain", "nonsense").exitCode == 64)
        #expect(try program.run("show", "清远市教育局", "2024").exitCode == 64)
    }
}
