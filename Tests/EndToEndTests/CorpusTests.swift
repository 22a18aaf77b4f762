import Foundation
import Testing

/// Real reports with known figures, where they are at hand; a clone need not have them.
struct CorpusTests {
    static let isThere = FileManager.default.fileExists(atPath: Program.corpus.path)

    private struct Gold: Decodable {
        var agency: String
        var year: Int
        var published: String?
        var edition: String
        var cells: [String: Double?]
    }

    @Test(
        .enabled(if: CorpusTests.isThere, "the real reports are not here"),
        arguments: ["guangdong_2024.txt", "huaian_2024.pdf", "shanghai_office_2019.html"]
    )
    func `a real report's cells equal the gold`(_ name: String) throws {
        let program = try Program()
        defer { program.cleanUp() }
        let gold = try JSONDecoder().decode(
            Gold.self,
            from: Data(
                contentsOf: Program.corpus.appending(
                    path: "\(name.split(separator: ".")[0]).gold.json"
                )
            )
        )
        let path = Program.corpus.appending(path: name).path
        let run = try program.run("inspect", path, "--json")
        #expect(run.exitCode == 0)
        let reports = try JSONSerialization.jsonObject(with: run.output) as! [[String: Any]]
        let report = try #require(reports.first)
        #expect(report["agency"] as? String == gold.agency)
        #expect(report["year"] as? Int == gold.year)
        #expect(report["published"] as? String == gold.published)
        #expect(report["edition"] as? String == gold.edition)
        let findings = report["findings"] as! [[String: Any]]
        let failed = findings.filter { $0["verdict"] as? String == "fail" }
            .map { "\($0["rule"]!) \($0["scope"]!)" }
        // The prose of one report contradicts its table, and itself.
        let wanted = [
            "shanghai_office_2019.html": [
                "N-02 requests.granted_and_partial", "N-02 requests.unable",
                "N-03 litigation.all_maintained", "N-05 requests.granted_and_partial",
                "N-08 requests.answered",
            ]
        ]
        #expect(failed == wanted[name] ?? [])
        let cells = report["cells"] as! [[String: Any]]
        for cell in cells {
            let code = cell["code"] as! String
            // The gold leaves out an amount whose unit the form doesn't fix.
            if code == "s2o.procurement.amount" { continue }
            #expect(gold.cells.keys.contains(code))
            let value = (cell["value"] as? String).flatMap(Double.init)
            #expect(value == gold.cells[code] ?? nil, "\(code)")
        }
    }

    @Test(
        .enabled(if: CorpusTests.isThere, "the real reports are not here"),
        arguments: [("unreadable.pdf", "garbled_text"), ("form_2021_blank.docx", "blank_form")]
    )
    func `what is no report is refused`(_ name: String, _ code: String) throws {
        let program = try Program()
        defer { program.cleanUp() }
        let run = try program.run("inspect", Program.corpus.appending(path: name).path, "--json")
        #expect(run.exitCode == 4)
        #expect(run.text.contains("\"code\" : \"\(code)\""))
    }
}
