import Checking
import Foundation
import ReportModel
import Specimens
import Testing

@testable import Warehouse

struct WarehouseTests {
    private func source(_ name: String, reader: String = "1") -> SourceFile {
        SourceFile(
            path: name,
            hash: ContentHash(of: Array(name.utf8)),
            format: "html",
            encoding: "UTF-8",
            reader: reader
        )
    }

    private func load(
        _ report: Report,
        _ name: String,
        into warehouse: borrowing Warehouse
    ) throws {
        try warehouse.load(report, findings: Rulebook.findings(on: report), from: source(name))
        try warehouse.renewStanding()
    }

    @Test(
        arguments: [
            "forget_seen", "known", "known_at", "refused", "refused_at", "seen_file", "seen_page",
        ]
    )
    func `what is asked of every file looks through no table`(_ name: String) throws {
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        let plan = try warehouse.rows("EXPLAIN QUERY PLAN " + Schema.text("queries/\(name)"))
            .compactMap { $0["detail"].text }
        let tables = ["seen_file", "location", "quarantine", "revision"]
        #expect(plan.contains { $0.hasPrefix("SEARCH") })
        #expect(
            !plan.contains { line in tables.contains { line.hasPrefix("SCAN \($0)") } },
            "\(plan)"
        )
    }

    @Test func `every cell comes back as it was read, with its place`() throws {
        for seed in UInt64(1)...30 {
            var dice = SplitMix64(seed: seed)
            let edition: EditionID = seed % 2 == 0 ? .e2019 : .e2021
            var report = PrintedReport.consistent(using: &dice, edition: edition)
                .withBlanks(share: 0.3, using: &dice).report
            for code in edition.codes {
                report.cells[code].origin = Origin(
                    table: 2,
                    row: Int.random(in: 1...3, using: &dice),
                    column: Bool.random(using: &dice) ? code.ordinal : nil,
                    line: Int.random(in: 1...9, using: &dice)
                )
            }
            report.cells[.request(.granted, .total)].figure = .ambiguous
            report.cells[.request(.partial, .total)] = .absent
            report.cells[.request(.carriedIn, .total)].printed = "1,234"
            report.cells[.request(.carriedIn, .total)].figure = .number(ExactDecimal(1234))
            let warehouse = try Warehouse(path: ":memory:", access: .writing)
            try load(report, "a.html", into: warehouse)
            let id = try #require(try warehouse.reports().first)["report_id"]
            let rows = try warehouse.cells(ofReport: id)
            #expect(rows.count == edition.codes.count)
            for (row, (code, cell)) in zip(rows, report.cells.inFormOrder) {
                #expect(row["code"].text == code.name)
                #expect(row["state"].text == cell.figure.state, "\(code.name)")
                #expect(row["value"].text == cell.figure.value?.description, "\(code.name)")
                #expect(row["printed"].text == cell.printed, "\(code.name)")
                #expect(row["line"].integer == cell.origin?.line, "\(code.name)")
                #expect(row["row_number"].integer == cell.origin?.row, "\(code.name)")
                #expect(row["column_number"].integer == cell.origin?.column, "\(code.name)")
            }
        }
    }

    @Test func `the order of arrival doesn't show`() throws {
        var dice = SplitMix64(seed: 9)
        let reports = (2021...2024).map { year in
            PrintedReport.consistent(using: &dice, year: year).report
        }
        func contents(_ order: [Int]) throws -> [[[SQLValue]]] {
            let warehouse = try Warehouse(path: ":memory:", access: .writing)
            for index in order { try load(reports[index], "\(index).html", into: warehouse) }
            return [
                try warehouse.reports(),
                try warehouse.rows("SELECT * FROM revision ORDER BY sha256"),
                try warehouse.rows("SELECT * FROM v_cell ORDER BY agency_id, year, ordinal"),
            ].map { rows in
                // Numbers of revisions say in which order they came; no output has them.
                rows.map { row in
                    zip(row.columns, row.values).filter { !["id", "report_id"].contains($0.0) }
                        .map(\.1)
                }
            }
        }
        #expect(try contents([0, 1, 2, 3]) == contents([3, 1, 0, 2]))
    }

    @Test func `loading twice is loading once`() throws {
        var dice = SplitMix64(seed: 2)
        let report = PrintedReport.consistent(using: &dice).report
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        try load(report, "a.html", into: warehouse)
        let once = try warehouse.rows("SELECT * FROM v_cell")
        try load(report, "a.html", into: warehouse)
        #expect(try warehouse.rows("SELECT * FROM v_cell") == once)
        #expect(try warehouse.rows("SELECT count(*) AS n FROM revision")[0]["n"].integer == 1)
    }

    @Test func `reading again says how many numbers have changed`() throws {
        var dice = SplitMix64(seed: 3)
        var report = PrintedReport.consistent(using: &dice).report
        let findings = Rulebook.findings(on: report)
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        #expect(try warehouse.load(report, findings: findings, from: source("a.html")) == 0)
        report.cells[.dispute(.review, .total)].figure = .number(ExactDecimal(9999))
        report.cells[.dispute(.review, .pending)].figure = .ambiguous
        #expect(
            try warehouse.load(report, findings: findings, from: source("a.html", reader: "2")) == 2
        )
    }

    @Test func `the revision published last stands and the others stay`() throws {
        var dice = SplitMix64(seed: 6)
        var early = PrintedReport.consistent(using: &dice).report
        var late = PrintedReport.consistent(using: &dice).report
        early.published?.value = CivilDate(year: 2025, month: 1, day: 20)!
        late.published?.value = CivilDate(year: 2025, month: 3, day: 1)!
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        try load(late, "late.html", into: warehouse)
        try load(early, "early.html", into: warehouse)
        let standing = try warehouse.reports()
        #expect(standing.map { $0["path"].text } == ["late.html"])
        #expect(standing[0]["revisions"].integer == 2)
        #expect(standing[0]["contested"].integer == 0)
        #expect(try warehouse.rows("SELECT * FROM v_revision").count == 2)
    }

    @Test func `revisions of the same day are contested`() throws {
        var dice = SplitMix64(seed: 6)
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        for name in ["a.html", "b.html"] {
            try load(PrintedReport.consistent(using: &dice).report, name, into: warehouse)
        }
        #expect(try warehouse.reports()[0]["contested"].integer == 1)
    }

    @Test func `a content is known by its hash, its place and the version that read it`() throws {
        var dice = SplitMix64(seed: 12)
        let report = PrintedReport.consistent(using: &dice).report
        let hash = ContentHash(of: Array("a.html".utf8))
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        #expect(try warehouse.knowledge(of: "a.html", hash: hash, reader: "1") == .none)
        try load(report, "a.html", into: warehouse)
        #expect(try warehouse.knowledge(of: "a.html", hash: hash, reader: "1") == .loaded)
        let moved = try warehouse.knowledge(of: "b.html", hash: hash, reader: "1")
        #expect(moved == .loadedOtherwise(reader: "1"))
        let newer = try warehouse.knowledge(of: "a.html", hash: hash, reader: "2")
        #expect(newer == .loadedOtherwise(reader: "1"))
    }

    @Test
    func `what a newer version refuses is no longer vouched for, and comes back when it is read`()
        throws
    {
        var dice = SplitMix64(seed: 13)
        let report = PrintedReport.consistent(using: &dice).report
        let hash = ContentHash(of: Array("a.html".utf8))
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        try load(report, "a.html", into: warehouse)
        try warehouse.quarantine(
            Rejection(.noFormTable),
            path: "a.html",
            hash: hash,
            reader: "2"
        )
        #expect(try warehouse.reports().isEmpty)
        #expect(try warehouse.knowledge(of: "a.html", hash: hash, reader: "2") == .quarantined)
        #expect(try warehouse.knowledge(of: "a.html", hash: hash, reader: "3") == .none)
        try load(report, "a.html", into: warehouse)
        #expect(try warehouse.reports().count == 1)
        #expect(try warehouse.rows("SELECT * FROM quarantine").isEmpty)
    }

    @Test func `the number of a report that is gone isn't another's while the old one counts`()
        throws
    {
        var dice = SplitMix64(seed: 15)
        let reports = [2022, 2023].map { year in
            PrintedReport.consistent(using: &dice, year: year).report
        }
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        try load(reports[0], "a.html", into: warehouse)
        let hash = ContentHash(of: Array("a.html".utf8))
        try warehouse.quarantine(Rejection(.noFormTable), path: "a.html", hash: hash, reader: "2")
        // A run that is killed here leaves what counts as it was.
        try warehouse.load(
            reports[1],
            findings: Rulebook.findings(on: reports[1]),
            from: source("b.html")
        )
        #expect(try warehouse.reports().isEmpty)
        try warehouse.renewStanding()
        #expect(try warehouse.reports().map { $0["year"].integer } == [2023])
    }

    @Test func `what is refused under one name is opened again wherever else it lies`() throws {
        var dice = SplitMix64(seed: 14)
        let report = PrintedReport.consistent(using: &dice).report
        let hash = ContentHash(of: Array("in/a.zip/x.html".utf8))
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        try load(report, "in/a.zip/x.html", into: warehouse)
        let state = FileState(size: 1, modified: 2, inode: 3)
        for path in ["in/a.zip", "in/a", "in/b.html"] {
            try warehouse.note(
                seen: path,
                state,
                reader: "1",
                reports: 1,
                quarantined: 0,
                ignored: 0
            )
        }
        #expect(try warehouse.seenFile("in/a.zip")?.reports == 1)
        try warehouse.quarantine(
            Rejection(.noFormTable),
            path: "in/c.html",
            hash: hash,
            reader: "1"
        )
        #expect(try warehouse.seenFile("in/a.zip") == nil)
        #expect(try warehouse.seenFile("in/a") != nil)
        #expect(try warehouse.seenFile("in/b.html") != nil)
    }

    @Test func `a failed transaction leaves nothing`() throws {
        var dice = SplitMix64(seed: 8)
        let report = PrintedReport.consistent(using: &dice).report
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        #expect(throws: WarehouseError.self) {
            try warehouse.transaction { () throws(WarehouseError) in
                try warehouse.load(
                    report,
                    findings: Rulebook.findings(on: report),
                    from: source("a")
                )
                throw .busy(path: "test")
            }
        }
        #expect(try warehouse.reports().isEmpty)
    }

    @Test func `shipped migrations are fossils`() throws {
        for migration in Schema.shipped {
            #expect(
                try Schema.hash(ofMigration: migration.name) == migration.sha256,
                "\(migration.name)"
            )
        }
    }

    @Test func `every query file is valid against the schema`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let shard = folder.appending(path: "shard.sqlite").path
        do { _ = try Warehouse(path: shard, access: .writing) }
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        // Some queries take another warehouse over.
        try warehouse.database.execute("ATTACH DATABASE '\(shard)' AS shard")
        let names = Schema.queries
        #expect(names.contains("queries/coverage") && names.contains("queries/cells"))
        for name in names { _ = try warehouse.database.prepare(try Schema.text(name)) }
    }

    @Test func `the columns of figures are the form's codes`() throws {
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        let names = try FigureColumns.Table.allCases.flatMap { table in
            try warehouse.rows("SELECT name FROM pragma_table_info('\(table.rawValue)')")
                .compactMap { $0["name"].text }.filter { $0 != "revision_id" }
        }
        // The sheet of statistics comes last among the codes, as its table does.
        #expect(names == CellCode.all.map { $0.name.replacing(".", with: "_") })
    }

    @Test func `what a killed run left half done is undone, even for a reader`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func place(_ name: String) -> URL { folder.appending(path: name) }
        let writer = try Warehouse(path: place("w.sqlite").path, access: .writing)
        // So much that some of it is in the file before the end.
        try writer.database.execute(
            """
            PRAGMA cache_size = 2;
            BEGIN;
            CREATE TABLE half_done (text);
            WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count LIMIT 900)
            INSERT INTO half_done SELECT zeroblob(2000) FROM count
            """
        )
        for ending in ["", "-journal"] {
            try FileManager.default.copyItem(
                at: place("w.sqlite" + ending),
                to: place("killed.sqlite" + ending)
            )
        }
        let reader = try Warehouse(path: place("killed.sqlite").path, access: .reading)
        #expect(try reader.reports().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: place("killed.sqlite-journal").path))
    }

    @Test func `files that are not ours are refused and not touched`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let garbage = folder.appending(path: "garbage.sqlite")
        try Data("this is no database, only words that fill some bytes".utf8).write(to: garbage)
        #expect(throws: WarehouseError.notOurs(path: garbage.path)) {
            _ = try Warehouse(path: garbage.path, access: .writing)
        }
        let foreign = folder.appending(path: "foreign.sqlite").path
        do {
            let other = try Connection.open(foreign, .readWrite)
            try other.execute("CREATE TABLE t (x)")
        }
        #expect(throws: WarehouseError.notOurs(path: foreign)) {
            _ = try Warehouse(path: foreign, access: .writing)
        }
        let newer = folder.appending(path: "newer.sqlite").path
        do {
            let warehouse = try Warehouse(path: newer, access: .writing)
            try warehouse.database.execute("INSERT INTO migration VALUES (99, '0099_future', 'x')")
        }
        #expect(throws: WarehouseError.newer(path: newer, migration: "0099_future")) {
            _ = try Warehouse(path: newer, access: .reading)
        }
    }
}
