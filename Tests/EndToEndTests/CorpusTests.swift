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
        arguments: ["guangdong_2024"]
    )
    func `a real report's cells equal the gold`(_ name: String) throws {
        let program = try Program()
        defer { program.cleanUp() }
        let gold = try JSONDecoder().decode(
            Gold.self,
            from: Data(contentsOf: Program.corpus.appending(path: "\(name).gold.json"))
        )
        let path = Program.corpus.appending(path: "\(name).txt").path
        let run = try program.run("inspect", path, "--json")
        #expect(run.exitCode == 0)
        let reports = try JSONSerialization.jsonObject(with: run.output) as! [[String: Any]]
        let report = try #require(reports.first)
        #expect(report["agency"] as? String == gold.agency)
        #expect(report["year"] as? Int == gold.year)
        #expect(report["published"] as? String == gold.published)
        #expect(report["edition"] as? String == gold.edition)
        #expect((report["findings"] as? [Any])?.isEmpty == true)
        let cells = report["cells"] as! [[String: Any]]
        #expect(cells.count == gold.cells.count)
        for cell in cells {
            let code = cell["code"] as! String
            let value = (cell["value"] as? String).flatMap(Double.init)
            #expect(value == gold.cells[code] ?? nil, "\(code)")
        }
    }

    @Test(
        .enabled(if: CorpusTests.isThere, "the real reports are not here"),
        arguments: [
            "unreadable.pdf", "form_2021_blank.docx", "shanghai_office_2019.html",
            "huaian_2024.pdf",
        ]
    )
    func `what is not read yet is refused`(_ name: String) throws {
        let program = try Program()
        defer { program.cleanUp() }
        let run = try program.run("inspect", Program.corpus.appending(path: name).path, "--json")
        #expect(run.exitCode == 4)
    }
}
