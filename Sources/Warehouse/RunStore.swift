public import ReportModel

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

/// A content that was refused.
public struct Refusal: Sendable {
    /// Which content.
    public var hash: ContentHash
    /// Why.
    public var code: Rejection.Code
    /// What the reason is about, if it is about something.
    public var detail: String?
    /// How often it was read.
    public var tries: Int
}

/// What is kept of runs.
extension Warehouse {
    /// Notes what a file held when it was opened.
    public func note(
        seen path: String,
        _ state: FileState,
        reader: String,
        reports: Int,
        quarantined: Int,
        ignored: Int
    ) throws(WarehouseError) {
        let statement = try database.prepare(
            "INSERT OR REPLACE INTO seen_file VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        try database.run(
            statement,
            [
                .text(path), .integer(state.size), .integer(state.modified),
                .integer(state.inode), .text(reader), .integer(reports), .integer(quarantined),
                .integer(ignored),
            ]
        )
    }

    /// The files that were read under a path, by path, so many at a time.
    ///
    /// - Parameters:
    ///   - folder: the folder that they lie in.
    ///   - path: the last one that was told; empty to begin.
    ///   - count: how many.
    /// - Returns: what each was when it was read last, in the order of their paths' bytes.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func seenFiles(
        under folder: String,
        after path: String,
        count: Int
    ) throws(WarehouseError) -> [SeenFile] {
        var reader: String?
        return try database.list(
            try Schema.text("queries/seen_page"),
            [
                "after": .text(path.isEmpty ? folder + "/" : path),
                // The character behind the slash.
                "end": .text(folder + "0"), "count": .integer(count),
            ]
        ) { row in
            // Most were read by the same version.
            let file = SeenFile(row, reader: reader)
            reader = file?.reader
            return file
        }
    }

    /// What a file was when it was read last; `nil` where it never was.
    public func seenFile(_ path: String) throws(WarehouseError) -> SeenFile? {
        try database.list(try Schema.text("queries/seen_file"), ["path": .text(path)]) { row in
            SeenFile(row, reader: nil)
        }.first
    }

    /// The hashes of contents at a path, or in the archive there, that this version has read, or people ignore.
    public func known(at path: String, reader: String) throws(WarehouseError) -> [ContentHash] {
        try database.rows(try Schema.text("queries/known_at"), Self.place(path, reader))
            .compactMap(Self.hash)
    }

    /// What this version has refused at a path, or out of the archive there.
    public func refused(at path: String, reader: String) throws(WarehouseError) -> [Refusal] {
        try database.rows(try Schema.text("queries/refused_at"), Self.place(path, reader))
            .compactMap { row in
                guard let hash = Self.hash(row),
                    let code = row["code"].text.flatMap(Rejection.Code.init(rawValue:)),
                    let tries = row["tries"].integer
                else { return nil }
                return Refusal(hash: hash, code: code, detail: row["detail_1"].text, tries: tries)
            }
    }

    private static func place(_ path: String, _ reader: String) -> [String: SQLValue] {
        [
            "path": .text(path), "below": .text(path + "/"),
            // The character behind the slash.
            "end": .text(path + "0"), "reader": .text(reader),
        ]
    }

    private static func hash(_ row: SQLRow) -> ContentHash? {
        row["sha256"].text.flatMap(ContentHash.init(hexadecimal:))
    }

    /// Whether some report was read off a path.
    public func isKnown(_ path: String) throws(WarehouseError) -> Bool {
        try !database.rows(
            "SELECT 1 FROM location WHERE path = :path",
            ["path": .text(path)]
        ).isEmpty
    }

    /// Forgets a file that is gone. Its reports stay: they were published.
    public func forget(_ path: String) throws(WarehouseError) {
        let seen = try database.prepare("DELETE FROM seen_file WHERE path = ?")
        try database.run(seen, [.text(path)])
        let refused = try database.prepare(
            "DELETE FROM quarantine WHERE path = ?1 OR (path > ?1 || '/' AND path < ?1 || '0')"
        )
        try database.run(refused, [.text(path)])
    }

    /// Begins a run, and gives its number.
    public func beginRun(
        started: String,
        program: String,
        reader: String,
        paths: [String]
    ) throws(WarehouseError) -> Int {
        let statement = try database.prepare(
            "INSERT INTO night (started, program, reader, paths) VALUES (?, ?, ?, ?)"
        )
        try database.run(
            statement,
            [
                .text(started), .text(program), .text(reader),
                .text(paths.joined(separator: "\n")),
            ]
        )
        return try database.rows("SELECT max(id) AS id FROM night")[0]["id"].integer ?? 0
    }

    /// Notes what a run did with a file.
    public func note(
        file path: String,
        state: String,
        code: String?,
        ofRun run: Int
    ) throws(WarehouseError) {
        let statement = try database.prepare(
            "INSERT OR REPLACE INTO night_file VALUES (?, ?, ?, ?)"
        )
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
        try database.rows("SELECT * FROM night ORDER BY id DESC")
    }

    /// What a run did with the files that it didn't pass over.
    public func files(ofRun run: Int) throws(WarehouseError) -> [SQLRow] {
        try database.rows(
            "SELECT path, state, code FROM night_file WHERE night_id = :run ORDER BY path",
            ["run": .integer(run)]
        )
    }

    /// What was refused, by path.
    public func quarantined() throws(WarehouseError) -> [SQLRow] {
        try database.rows(try Schema.text("queries/quarantined"))
    }

    /// Has refused files read again by the next run.
    ///
    /// - Parameter path: one of them, or `nil` for all that nobody ignores.
    /// - Returns: how many.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func retryQuarantined(_ path: String?) throws(WarehouseError) -> Int {
        let retried = try database.rows(
            try Schema.text("queries/retry_quarantined"),
            ["path": SQLValue(path)]
        )
        for row in retried { try reopen(row["path"].text ?? "") }
        return retried.count
    }

    /// Has the file opened that a document is, or is a member of.
    private func reopen(_ document: String) throws(WarehouseError) {
        let statement = try database.prepare(
            "DELETE FROM seen_file WHERE path = ?1 OR substr(?1, 1, length(path) + 1) = path || '/'"
        )
        try database.run(statement, [.text(document)])
    }

    /// From now on passes over a refused file as long as its bytes stay the same, or no longer.
    ///
    /// - Returns: whether there is such a file.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func ignoreQuarantined(_ path: String, _ isIgnored: Bool) throws(WarehouseError) -> Bool
    {
        try reopen(path)
        return try !database.rows(
            "UPDATE quarantine SET ignored = :ignored WHERE path = :path RETURNING path",
            ["path": .text(path), "ignored": .integer(isIgnored ? 1 : 0)]
        ).isEmpty
    }
}

/// A file as it was when it was read last.
public struct SeenFile: Sendable, Hashable {
    /// Where it lies.
    public var path: String
    /// What the system said of it.
    public var state: FileState
    /// The version that read it.
    public var reader: String
    /// How many contents in it are loaded.
    public var reports: Int
    /// How many were refused.
    public var quarantined: Int
    /// How many were refused that people ignore.
    public var ignored: Int

    /// A row of the queries on files, which have their columns in the same order.
    init?(_ row: SQLCursor, reader known: String?) {
        guard let path = row.text(0), let size = row.integer(1), let modified = row.integer(2),
            let inode = row.integer(3), let reader = row.text(4, often: known),
            let reports = row.integer(5), let quarantined = row.integer(6),
            let ignored = row.integer(7)
        else { return nil }
        self.path = path
        state = FileState(size: size, modified: modified, inode: inode)
        self.reader = reader
        self.reports = reports
        self.quarantined = quarantined
        self.ignored = ignored
    }
}
