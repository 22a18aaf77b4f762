import Foundation
import ReportModel
import Testing

@testable import Warehouse

/// Warehouses that older versions wrote, and ones that somebody has damaged.
struct MigrationTests {
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// A warehouse as it was before the register, with one report.
    private func writeOld(_ path: String) throws {
        let database = try Connection.open(path, .readWrite)
        try database.execute(
            """
            PRAGMA application_id = \(Schema.applicationID);
            CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
            CREATE TABLE view_version (text TEXT NOT NULL) STRICT
            """
        )
        let insert = try database.prepare("INSERT INTO migration VALUES (?, ?, ?)")
        for (index, migration) in Schema.shipped.prefix(2).enumerated() {
            try database.execute(try Schema.text("schema/\(migration.name)"))
            try database.run(
                insert,
                [.integer(index + 1), .text(migration.name), .text(migration.sha256)]
            )
        }
        let hash = String(repeating: "a", count: 64)
        try database.execute(
            """
            INSERT INTO revision (id, sha256, agency, agency_evidence, agency_quote, year, year_evidence,
                year_quote, title, edition, format, encoding, reader, rules)
            VALUES (7, '\(hash)', '清远市财政局', 'title', '', 2020, 'title', '', '', 'e2021', 'html', 'UTF-8', '1', 3);
            INSERT INTO figures (revision_id) VALUES (7);
            INSERT INTO location VALUES ('a.html', '\(hash)')
            """
        )
    }

    @Test func `a warehouse of the schema before opens with all that was in it`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "w.sqlite").path
        try writeOld(path)
        let warehouse = try Warehouse(path: path, access: .reading)
        let report = try #require(try warehouse.reports().first)
        #expect(report["agency"].text == "清远市财政局")
        #expect(report["agency_id"].text == "清远市财政局")
        #expect(report["path"].text == "a.html")
        var names: [String] = []
        try warehouse.eachNamedRevision { names.append($0.name) }
        #expect(names == ["清远市财政局"])
        #expect(
            try warehouse.rows("SELECT count(*) AS n FROM migration")[0]["n"].integer
                == Schema.shipped.count
        )
    }

    @Test func `a fresh warehouse has the columns of one that was brought up to date`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "w.sqlite").path
        try writeOld(path)
        for table in FigureColumns.Table.allCases {
            let columns = try [path, ":memory:"].map { path in
                let warehouse = try Warehouse(path: path, access: .writing)
                return try warehouse.rows("SELECT * FROM pragma_table_info('\(table.rawValue)')")
                    .map(\.values)
            }
            #expect(columns[0] == columns[1])
            #expect(columns[0].count == table.columns.count + 1)
        }
        #expect(
            FigureColumns.Table.allCases.map(\.columns.count).reduce(0, +) == CellCode.all.count
        )
    }

    @Test func `the sheet's numbers move out of the table that once held all`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "w.sqlite").path
        try writeOld(path)
        let count = FigureColumns.all.count
        do {
            let database = try Connection.open(path, .readWrite)
            // Last first, as columns that came later may stand anywhere.
            for column in FigureColumns.all.reversed() {
                try database.execute("ALTER TABLE figures ADD COLUMN \(column.name) \(column.type)")
            }
            for (id, edition) in [(8, "e2014"), (9, "e2014"), (10, "e2021")] {
                let hash = String(repeating: "\(id % 10)", count: 64)
                try database.execute(
                    """
                    INSERT INTO revision (id, sha256, agency, agency_evidence, agency_quote, year, year_evidence,
                        year_quote, title, edition, format, encoding, reader, rules)
                    VALUES (\(id), '\(hash)', '清远市财政局', 'title', '', \(2010 + id), 'title', '', '', '\(edition)', 'html',
                        'UTF-8', '1', 3);
                    INSERT INTO figures (revision_id) VALUES (\(id))
                    """
                )
            }
            for (place, column) in FigureColumns.all.enumerated() {
                let ids = column.table == .sheet ? "8" : "7, 10"
                try database.execute(
                    "UPDATE figures SET \(column.name) = \(place) + revision_id WHERE revision_id IN (\(ids))"
                )
            }
        }
        let warehouse = try Warehouse(path: path, access: .writing)
        let select = try Schema.text("queries/report_figures", figures: FigureColumns.all)
        for id in 7...10 {
            let row = try #require(try warehouse.rows(select, ["report": .integer(id)]).first)
            for (place, column) in FigureColumns.all.enumerated() {
                let isPrinted =
                    id == 8 ? column.table == .sheet : id != 9 && column.table == .figures
                let value = row.values[place + 1]
                let number = value.integer ?? value.text.flatMap(Int.init)
                #expect(number == (isPrinted ? place + id : nil), "\(column.name) of \(id)")
            }
        }
        let columns = try warehouse.rows("SELECT name FROM pragma_table_info('figures')").count
        #expect(columns == FigureColumns.Table.figures.columns.count + 1)
        #expect(columns < count)
        let sheets = try warehouse.rows("SELECT revision_id FROM sheet_figures ORDER BY 1").map(
            \.values
        )
        // A sheet of blanks is a sheet.
        #expect(sheets == [[.integer(8)], [.integer(9)]])
    }

    @Test func `a migration that fails half way leaves the old warehouse`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "w.sqlite").path
        try writeOld(path)
        do {
            // Something is in the way of the migration.
            let database = try Connection.open(path, .readWrite)
            try database.execute("CREATE TABLE made_with (x)")
        }
        #expect(throws: WarehouseError.self) { _ = try Warehouse(path: path, access: .writing) }
        let database = try Connection.open(path, .readOnly)
        #expect(try database.rows("SELECT count(*) AS n FROM migration")[0]["n"].integer == 2)
        #expect(try database.rows("SELECT name FROM sqlite_schema WHERE name = 'agency'").isEmpty)
    }

    @Test func `a damaged warehouse is refused, not read as far as it goes`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: "w.sqlite")
        do { _ = try Warehouse(path: url.path, access: .writing) }
        var bytes = try Data(contentsOf: url)
        for index in 200..<min(bytes.count, 9000) { bytes[index] = 0xAA }
        try bytes.write(to: url)
        #expect(throws: WarehouseError.self) {
            let warehouse = try Warehouse(path: url.path, access: .reading)
            _ = try warehouse.reports()
        }
    }
}
