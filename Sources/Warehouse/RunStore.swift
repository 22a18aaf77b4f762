/// A file as the system describes it without opening it.
public struct FileState: Sendable, Hashable {
    /// Its size in bytes.
    public var size: Int
    /// When it was changed last, in nanoseconds since 1970.
    public var modified: Int
    /// Which file of its disk it is.
    public var inode: Int

    /// A state.
    public init(size: Int, modified: Int, inode: Int) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}

/// What is kept of runs.
extension Warehouse {
    /// What a file that hasn't changed since held: how many loaded contents, and how many refused ones.
    ///
    /// - Parameters:
    ///   - path: where it lies.
    ///   - state: what the system says of it now.
    ///   - reader: the version that would read it now.
    /// - Returns: the numbers; `nil` where it has to be opened.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func seen(
        _ path: String,
        _ state: FileState,
        reader: String
    ) throws(WarehouseError) -> (reports: Int, quarantined: Int)? {
        let rows = try database.rows(
            try Schema.text("queries/seen"),
            [
                "path": .text(path), "size": .integer(state.size),
                "modified": .integer(state.modified), "inode": .integer(state.inode),
                "reader": .text(reader),
            ]
        )
        guard let row = rows.first, let reports = row["reports"].integer,
            let quarantined = row["quarantined"].integer
        else { return nil }
        return (reports, quarantined)
    }

    /// Notes what a file held when it was opened.
    public func note(
        seen path: String,
        _ state: FileState,
        reader: String,
        reports: Int,
        quarantined: Int
    ) throws(WarehouseError) {
        let statement = try database.prepare(
            "INSERT OR REPLACE INTO seen_file VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        try database.run(
            statement,
            [
                .text(path), .integer(state.size), .integer(state.modified),
                .integer(state.inode), .text(reader), .integer(reports), .integer(quarantined),
            ]
        )
    }

    /// Begins a run, and gives its number.
    public func beginRun(
        started: String,
        program: String,
        reader: String,
        paths: [String]
    ) throws(WarehouseError) -> Int {
        let statement = try database.prepare(
            "INSERT INTO run_log (started, program, reader, paths) VALUES (?, ?, ?, ?)"
        )
        try database.run(
            statement,
            [
                .text(started), .text(program), .text(reader),
                .text(paths.joined(separator: "\n")),
            ]
        )
        return try database.rows("SELECT max(id) AS id FROM run_log")[0]["id"].integer ?? 0
    }

    /// Notes what a run did with a file.
    public func note(
        file path: String,
        state: String,
        code: String?,
        ofRun run: Int
    ) throws(WarehouseError) {
        let statement = try database.prepare("INSERT OR REPLACE INTO run_file VALUES (?, ?, ?, ?)")
        try database.run(
            statement,
            [.integer(run), .text(path), .text(state), SQLValue(code)]
        )
    }

    /// Ends a run: its counts, or why there are none.
    public func endRun(
        _ run: Int,
        _ values: [String: SQLValue]
    ) throws(WarehouseError) {
        var parameters = values
        parameters["id"] = .integer(run)
        _ = try database.rows(try Schema.text("queries/end_run"), parameters)
    }

    /// The runs, the last one first.
    public func runs() throws(WarehouseError) -> [SQLRow] {
        try database.rows("SELECT * FROM run_log ORDER BY id DESC")
    }

    /// What a run did with the files that it didn't pass over.
    public func files(ofRun run: Int) throws(WarehouseError) -> [SQLRow] {
        try database.rows(
            "SELECT path, state, code FROM run_file WHERE run_id = :run ORDER BY path",
            ["run": .integer(run)]
        )
    }

    /// What was refused, by path.
    public func quarantined() throws(WarehouseError) -> [SQLRow] {
        try database.rows("SELECT * FROM quarantine ORDER BY path")
    }
}
