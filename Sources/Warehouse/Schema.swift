import ReportModel

/// Brings a database to the schema that this program works with.
///
/// Migrations only ever go forward, and one that has shipped never changes: its text is hashed. Views
/// are made anew whenever their text changes; the columns of the tables of figures follow the form's codes.
enum Schema {
    /// Marks a database as ours: "yjgk", 依申请公开.
    static let applicationID = 0x796A_676B

    /// The migrations that have shipped, in order, each with the hash of its text.
    static let shipped: [(name: String, sha256: String)] = [
        ("0001_reports", "de0659393ee838bdedfc2389b817790a015952871b42af72e6bcb523c18f272b"),
        ("0002_claims", "6fd70ba2140ad2dce12903222387f3a35705b2b156ecebc6bc62c8aac6aa97a5"),
        ("0003_register", "a6c01282c3a2aeca73695af80c17341603e191cbe272d9b2cb4ce89003fc444b"),
        ("0004_standing", "d8749762f17113a2f56fea878c262e9b350c767c7c53d8d1f3fe1dc14605defc"),
        ("0005_runs", "60abb030d6db37775f35b91a5ae43e555901239dd5e5b1527f85b07c130790fb"),
        ("0006_nights", "5ee2feddc768fef68d1073f32904ac4e12c817b3f0753db2ba030a3871335162"),
        ("0007_answers", "657ca8227372f8ca95db02d88a1e8ae5c1ab8ce1673203fd6cf277578528f539"),
        ("0008_sheet", "1c1c991fa42d08522d0325d3c4ddd7f370c9676245e51167b6922d909d742810"),
        ("0009_numbers", "40ff576175bad94d1f8f0ecf72772e8ba151737c2ee27a31947d096aba24ee3f"),
    ]

    /// The views, each behind those that it reads.
    static let views = [
        "v_standing", "v_revision", "v_body", "v_cover", "v_counted", "v_report", "v_figures",
        "v_revision_cell", "v_cell", "v_finding", "v_warning", "v_claim", "v_agency", "v_span",
        "v_expected",
    ]

    /// The room's query files.
    static var queries: [String] {
        EmbeddedFiles.text.keys.filter { $0.hasPrefix("SQL/queries/") }.sorted()
            .map { String($0.dropFirst(4).dropLast(4)) }
    }

    /// What a database has to go through.
    enum State: Equatable {
        case current, outdated
    }

    /// Looks at a database without changing it.
    static func state(of database: borrowing Connection) throws(WarehouseError) -> State {
        let objects = try database.rows("SELECT count(*) AS n FROM sqlite_schema")[0]["n"].integer
        let mark = try database.rows("PRAGMA application_id")[0].values[0].integer
        if objects == 0 { return .outdated }
        guard mark == applicationID else { throw .notOurs(path: database.path) }
        let applied = try database.rows("SELECT name, sha256 FROM migration ORDER BY number")
        for (index, row) in applied.enumerated() {
            let name = row["name"].text ?? ""
            guard index < shipped.count else { throw .newer(path: database.path, migration: name) }
            guard try row["sha256"].text == hash(ofMigration: shipped[index].name),
                name == shipped[index].name
            else { throw .foreignMigration(path: database.path, migration: name) }
        }
        let views = try database.rows("SELECT text FROM view_version").first?["text"].text
        return applied.count == shipped.count && views == viewVersion ? .current : .outdated
    }

    /// Brings a database up to date, in one transaction.
    static func update(_ database: borrowing Connection) throws(WarehouseError) {
        guard try state(of: database) == .outdated else { return }
        try database.execute("BEGIN IMMEDIATE")
        do {
            try database.execute(
                """
                PRAGMA application_id = \(applicationID);
                CREATE TABLE IF NOT EXISTS migration
                    (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
                CREATE TABLE IF NOT EXISTS view_version (text TEXT NOT NULL) STRICT
                """
            )
            try migrate(database)
            try renewViews(database)
            try database.execute(try text("queries/renew_standing"))
            try database.execute("UPDATE generation SET number = number + 1")
            try database.execute("COMMIT")
        } catch {
            try? database.execute("ROLLBACK")
            throw error
        }
    }

    /// The hash of a migration's text.
    static func hash(ofMigration name: String) throws(WarehouseError) -> String {
        ContentHash(of: Array(try text("schema/\(name)").utf8)).description
    }

    /// The text of one of the room's `.sql` files.
    static func text(_ name: String) throws(WarehouseError) -> String {
        guard let text = EmbeddedFiles.text["SQL/\(name).sql"] else {
            throw .statement(sql: name, reason: "no such file")
        }
        return text
    }

    /// The text of a file in which `figures.*` stands for columns of both tables of figures.
    ///
    /// Named one by one, they stand in our order and not in the tables'.
    static func text(
        _ name: String,
        figures columns: [FigureColumns.Column]
    ) throws(WarehouseError) -> String {
        try text(name).replacing(
            ", figures.*",
            with: columns.map { ", " + $0.qualified }.joined()
        )
    }

    private static func migrate(_ database: borrowing Connection) throws(WarehouseError) {
        let applied = try database.rows("SELECT count(*) AS n FROM migration")[0]["n"].integer ?? 0
        let insert = try database.prepare("INSERT INTO migration VALUES (?, ?, ?)")
        for (index, migration) in shipped.enumerated().dropFirst(applied) {
            try database.execute(try text("schema/\(migration.name)"))
            try database.run(
                insert,
                [
                    .integer(index + 1), .text(migration.name),
                    .text(try hash(ofMigration: migration.name)),
                ]
            )
        }
    }

    private static func renewViews(_ database: borrowing Connection) throws(WarehouseError) {
        for view in (["edition_code", "figure_by_code"] + views).reversed() {
            try database.execute("DROP VIEW IF EXISTS \(view)")
        }
        for table in FigureColumns.Table.allCases { try addColumns(to: table, database) }
        try moveSheet(database)
        try database.execute(FigureColumns.byCode)
        try database.execute(FigureColumns.ofEditions)
        for view in views {
            try database.execute(try text("views/\(view)", figures: FigureColumns.all))
        }
        try database.execute("DELETE FROM view_version")
        let insert = try database.prepare("INSERT INTO view_version VALUES (?)")
        try database.run(insert, [.text(viewVersion)])
    }

    /// Gives a table of figures the columns that it lacks.
    ///
    /// With each added column SQLite reads the whole schema again; a table that is empty yet is made anew instead.
    private static func addColumns(
        to table: FigureColumns.Table,
        _ database: borrowing Connection
    ) throws(WarehouseError) {
        let present = Set(try columns(of: table, database))
        let missing = table.columns.filter { !present.contains($0.name) }
            .map { "\($0.name) \($0.type)" }
        guard !missing.isEmpty else { return }
        let found = try database.rows(
            "SELECT sql FROM sqlite_schema WHERE name = '\(table.rawValue)' AND NOT EXISTS (SELECT 1 FROM \(table.rawValue))"
        )
        if let text = found.first?["sql"].text, let end = text.lastIndex(of: ")") {
            let whole = "\(text[..<end]), \(missing.joined(separator: ", "))\(text[end...])"
            try database.execute("DROP TABLE \(table.rawValue); \(whole)")
            return
        }
        for column in missing {
            try database.execute("ALTER TABLE \(table.rawValue) ADD COLUMN \(column)")
        }
    }

    /// Brings the sheet's numbers to its own table, where an older version put them into `figures`.
    private static func moveSheet(_ database: borrowing Connection) throws(WarehouseError) {
        let present = Set(try columns(of: .figures, database))
        let moved = FigureColumns.Table.sheet.columns.map(\.name).filter(present.contains)
        guard !moved.isEmpty else { return }
        let kept = FigureColumns.Table.figures.columns
        let script = try text("move_sheet")
            .replacing("moved_columns", with: moved.joined(separator: ", "))
            .replacing("kept_columns", with: kept.map(\.name).joined(separator: ", "))
            .replacing(
                "typed_columns",
                with: kept.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
            )
        try database.execute(script)
    }

    private static func columns(
        of table: FigureColumns.Table,
        _ database: borrowing Connection
    ) throws(WarehouseError) -> [String] {
        try database.rows("SELECT name FROM pragma_table_info('\(table.rawValue)')")
            .compactMap { $0["name"].text }
    }

    /// Lets a connection see only what was published by a day.
    static func rewind(_ database: borrowing Connection, to day: String) throws(WarehouseError) {
        try database.execute(try text("as_of"))
        try database.run(try database.prepare("INSERT INTO as_of VALUES (?)"), [.text(day)])
        for view in views {
            let text = try text("views/\(view)", figures: FigureColumns.all)
            try database.execute(
                text.replacing("CREATE VIEW", with: "CREATE TEMP VIEW", maxReplacements: 1)
            )
        }
    }

    private static let viewVersion: String = {
        let texts = views.map { EmbeddedFiles.text["SQL/views/\($0).sql"] ?? "" }
        return ContentHash(
            of: Array((texts + [FigureColumns.byCode, FigureColumns.ofEditions]).joined().utf8)
        ).description
    }()
}
