import CSVCodec
import FormCatalog
import Foundation
import ReportModel
import Specimens
import Testing
import Warehouse

/// The bundle as others take it: described, traceable, and harmless whatever a report is called.
struct BundleTests {
    private func bundle(of program: Program) throws -> URL {
        #expect(try program.run("export", "--output", "out").exitCode == 0)
        return program.folder.appending(path: "out/current")
    }

    private func text(_ url: URL) throws -> String {
        try String(contentsOf: url, encoding: .utf8)
    }

    @Test func `cells taken report by report are the view's, one by one`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        let renderer = ReportRenderer(catalog: try FormCatalog())
        for (number, edition) in EditionID.forms.enumerated() {
            var dice = SplitMix64(seed: UInt64(number + 40))
            let report = PrintedReport.consistent(
                using: &dice,
                year: 2010 + number * 5,
                edition: edition
            ).withBlanks(share: 0.3, using: &dice)
            _ = try program.write(renderer.bytes(report, .page), "in/\(number).html")
        }
        _ = try program.run("ingest", "in", Program.reports)
        let path = program.folder.appending(path: "w.sqlite").path
        let warehouse = try Warehouse(path: path, access: .reading)
        let reports = try warehouse.rows("SELECT id FROM revision ORDER BY id").map { $0["id"] }
        #expect(reports.count > 20)
        var states: Set<String> = []
        try warehouse.eachReportsCells(reports) { index, cells in
            let rows = try warehouse.cells(ofReport: reports[index])
            #expect(rows.count == cells.count)
            for (row, cell) in zip(rows, cells) {
                states.insert(cell.state)
                let places = [cell.page, cell.table, cell.row, cell.column, cell.line]
                let fields =
                    [.text(cell.code.name), .text(cell.state), cell.value, .text(cell.printed)]
                    + places.map { SQLValue($0) }
                #expect(row.values.map(\.text) == fields.map(\.text))
            }
        }
        #expect(states.isSuperset(of: ["number", "zero", "blank", "na"]))
    }

    @Test func `the package describes every table as it is`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let folder = try bundle(of: program)
        let package = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: folder.appending(path: "datapackage.json"))
            ) as? [String: Any]
        )
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.count == 32)
        for resource in resources {
            let path = try #require(resource["path"] as? String)
            let bytes = Array(try Data(contentsOf: folder.appending(path: path)))
            #expect(resource["hash"] as? String == "sha256:\(ContentHash(of: bytes))", "\(path)")
            #expect(resource["bytes"] as? Int == bytes.count)
            let rows = try CSVDecoder.rows(of: bytes)
            #expect(resource["rows"] as? Int == rows.count - 1)
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            #expect(fields.compactMap { $0["name"] as? String } == rows[0], "\(path)")
        }
    }

    /// What a card of the first page shows and where it leads.
    private func cards(in page: String) -> [(metric: String, year: String, shown: String)] {
        page.matches(
            of:
                /href="figures\/([a-z_.]+)\.(\d{4})\.html"><small>.*?<\/small><strong>(.*?)<\/strong>/
        )
        .map { (String($0.1), String($0.2), String($0.3)) }
    }

    @Test func `every figure of the first page goes back to the cells of its reports`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let folder = try bundle(of: program)
        let cards = cards(in: try text(folder.appending(path: "index.html")))
        #expect(cards.count == 6)
        for card in cards {
            let span = ["--from", card.year, "--to", card.year, "--json"]
            let whole = try object(program.run(["explain", card.metric] + span))
            let reports = try #require(whole["reports"] as? [[String: Any]])
            var (top, bottom) = (0, 0)
            for report in reports where report["counted"] as? String == "counted" {
                let agency = try #require(report["agency"] as? String)
                let above = try #require(report["numerator"] as? Int)
                top += above
                bottom += report["denominator"] as? Int ?? 0
                // Each half is the sum of printed cells, each with its file and line.
                let own = try object(
                    program.run(["explain", card.metric, "--agency", agency] + span)
                )
                let cells = try #require(own["cells"] as? [[String: Any]])
                let formula = try #require((own["formula"] as? [[String: Any]])?.first)
                let codes = try #require(formula["numerator"] as? String)
                let sum = cells.filter { Self.names(codes, $0["code"] as? String ?? "") }
                    .compactMap { Int($0["printed"] as? String ?? "") }.reduce(0, +)
                #expect(sum == above, "\(card.metric) \(agency)")
                #expect(cells.allSatisfy { $0["file"] is String && $0["line"] is Int })
            }
            let value = card.metric == "demand.received" ? String(top) : Self.percent(top, bottom)
            #expect(value == card.shown, "\(card.metric)")
            let page = try text(folder.appending(path: "figures/\(card.metric).\(card.year).html"))
            #expect(page.contains("<strong>\(card.shown)</strong>"))
        }
    }

    private func object(_ run: Program.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }

    /// Whether a formula names a cell; `*` stands for any letters.
    private static func names(_ formula: String, _ code: String) -> Bool {
        formula.split { " +".contains($0) }.contains { pattern in
            let ends = pattern.split(separator: "*", omittingEmptySubsequences: false)
            return ends.count == 2
                ? code.hasPrefix(ends[0]) && code.hasSuffix(ends[1]) : code == pattern
        }
    }

    private static func percent(_ top: Int, _ bottom: Int) -> String {
        String(format: "%.2f%%", (Double(top) / Double(bottom) * 10_000).rounded() / 100)
    }

    @Test(arguments: ["=HYPERLINK(\"http://x\",\"y\")", "<script>alert(1)</script>", "@SUM(A1)|x"])
    func `a body's name does nothing anywhere`(_ name: String) throws {
        let program = try Program()
        defer { program.cleanUp() }
        var dice = SplitMix64(seed: 5)
        let report = PrintedReport.consistent(using: &dice, agency: "示例市财政局")
        let bytes = ReportRenderer(catalog: try FormCatalog()).bytes(report, .page)
        _ = try program.write(bytes, "in/a.html")
        #expect(try program.run("ingest", "in").exitCode == 0)
        #expect(try program.run("agencies", "rename", "示例市财政局", name).exitCode == 0)
        #expect(try program.run("agencies", "list").text.contains(name))
        let folder = try bundle(of: program)
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let url = folder.appending(path: path)
            switch url.pathExtension {
            case "html":
                let page = try text(url)
                #expect(!page.contains("<script>alert"), "\(path)")
                #expect(page.components(separatedBy: "<script").count == 2, "\(path)")
                #expect(!page.contains("href=\"http"), "\(path)")
            case "csv" where !path.hasPrefix("data/"):
                for row in try CSVDecoder.rows(of: Array(try Data(contentsOf: url))) {
                    #expect(!row.contains { $0.hasPrefix("=") || $0.hasPrefix("@") }, "\(path)")
                }
            default: break
            }
        }
        let chart = try program.run(
            "trend",
            "--metric",
            "disclosure",
            "--by",
            "agency",
            "--format",
            "svg"
        ).text
        #expect(!chart.contains("<script>"))
        #expect(XMLParserWitness.accepts(Data(chart.utf8)))
    }

    @Test func `a user's own metric is asked for like ours`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let descriptor = """
            key,of,en,zh
            version,,1,
            name,,Grants,公开
            question,,How many?,
            caveat,,None.,
            source,,The form,
            better,,more,
            unit,granted,share,
            name,granted,granted,
            numerator,granted,s3.granted.total,
            denominator,granted,s3.outcome_total.total,

            """
        let sql = """
            SELECT report_id, agency_id, year, s3_granted_total AS granted,
                s3_outcome_total_total AS "granted of" FROM v_figures;
            """
        _ = try program.write(Array(descriptor.utf8), "data/metrics/grants/metric.csv")
        _ = try program.write(Array(sql.utf8), "data/metrics/grants/metric.sql")
        let own = try program.run("trend", "--metric", "grants", "--json")
        let ours = try program.run(
            "trend",
            "--metric",
            "disclosure",
            "--definition",
            "full_disclosure_rate",
            "--json"
        )
        func values(_ run: Program.Run) throws -> [String] {
            let rows = try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]]
            return (rows ?? []).compactMap { $0["value"] as? String }
        }
        #expect(try values(own).count == 4)
        #expect(try values(own) == values(ours))
        #expect(try program.run("metrics", "list").text.contains("grants"))
        _ = try program.write(
            Array(sql.replacing("FROM v_figures;", with: "FROM v_figures, (VALUES (1), (2))").utf8),
            "data/metrics/grants/metric.sql"
        )
        let twice = try program.run("trend", "--metric", "grants")
        #expect(twice.exitCode == 64 && twice.errors.contains("one a body and year"))
        #expect(try program.run("movers", "--metric", "grants").errors == twice.errors)
        _ = try program.write(Array("DELETE FROM revision".utf8), "data/metrics/grants/metric.sql")
        let broken = try program.run("trend", "--metric", "grants")
        #expect(broken.exitCode == 64 && broken.errors.contains("grants/metric.sql"))
    }

    @Test func `bodies that moved most are told with both years' figures`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        func movers(_ more: String...) throws -> [[String: Any]] {
            let run = try program.run(["movers", "--metric", "disclosure", "--json"] + more)
            return try #require(
                try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]]
            )
        }
        let rows = try movers("--year", "2024", "--with-small")
        #expect(!rows.isEmpty)
        let figures = try rows.map { row in
            try ["value_before", "value", "change"].map { name in
                try #require((row[name] as? String).flatMap(Double.init))
            }
        }
        #expect(figures.map { abs($0[2]) } == figures.map { abs($0[2]) }.sorted(by: >))
        #expect(figures.allSatisfy { abs($0[1] - $0[0] - $0[2]) < 2e-6 })
        #expect(try movers("--year", "2024", "--with-small", "--limit", "1").count == 1)
        #expect(
            try program.run("movers", "--metric", "disclosure", "--year", "1999").exitCode == 66
        )
        #expect(try program.run("movers", "--metric", "none").exitCode == 64)
        #expect(try program.run("movers", "--metric", "refusal", "--limit", "0").exitCode == 64)
    }

    @Test func `a body stands beside its peers`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let run = try program.run(
            "trend",
            "--metric",
            "disclosure",
            "--agency",
            "示例市财政局",
            "--compare",
            "--json"
        )
        let rows = try #require(
            try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]]
        )
        #expect(rows.count == 4)
        #expect(rows.allSatisfy { $0["rank"] as? Int == 1 && $0["of"] as? Int == 1 })
        #expect(try program.run("trend", "--metric", "disclosure", "--compare").exitCode == 64)
    }
}

/// Whether a text is well-formed XML.
private final class XMLParserWitness {
    static func accepts(_ data: Data) -> Bool {
        let text = String(decoding: data, as: UTF8.self)
        var open: [Substring] = []
        for tag in text.matches(of: /<(\/?)([a-z]+)[^<>]*?(\/?)>/) {
            if tag.1 == "/" {
                guard open.popLast() == tag.2 else { return false }
            } else if tag.3.isEmpty {
                open.append(tag.2)
            }
        }
        return open.isEmpty
    }
}
