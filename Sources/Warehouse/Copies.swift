import Glibc

/// Copies of a warehouse, and their way back.
extension Warehouse {
    /// Writes a copy as the warehouse is at this moment, whoever else is writing; it is complete before it has its name.
    ///
    /// - Parameter path: the copy's file; an older one is replaced.
    /// - Throws: ``WarehouseError`` when the copy can't be written, or is not sound.
    public func backUp(to path: String) throws(WarehouseError) {
        let part = path + ".part"
        unlink(part)
        _ = try database.rows("VACUUM INTO :path", ["path": .text(part)])
        try Self.requireSound(part)
        try Self.put(part, in: path)
    }

    /// Puts a copy in the place of a warehouse. What was there stays beside it, under a name that ends in
    /// `.before-restore`.
    ///
    /// - Parameters:
    ///   - copy: the copy's file.
    ///   - path: the warehouse's file.
    /// - Throws: ``WarehouseError`` when the copy is not sound or not ours, or another process is writing.
    public static func restore(_ copy: String, to path: String) throws(WarehouseError) {
        let lock = try WriterLock(for: path, waits: false)
        try requireSound(copy)
        let part = path + ".part"
        unlink(part)
        do {
            let source = try Warehouse(path: copy, access: .reading)
            _ = try source.database.rows("VACUUM INTO :path", ["path": .text(part)])
        }
        // A journal that a killed run left belongs to what is replaced, and must not be played into the copy.
        let old = path + ".before-restore"
        for ending in ["", "-journal", "-wal", "-shm"] {
            unlink(old + ending)
            if rename(path + ending, old + ending) != 0, errno != ENOENT {
                throw cannotWrite(path)
            }
        }
        try put(part, in: path)
        _ = lock
    }

    private static func requireSound(_ path: String) throws(WarehouseError) {
        let copy = try Warehouse(path: path, access: .reading)
        try copy.verify(isComplete: false)
    }

    private static func put(_ part: String, in path: String) throws(WarehouseError) {
        let file = open(part, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw cannotWrite(path) }
        defer { close(file) }
        guard fsync(file) == 0, rename(part, path) == 0 else { throw cannotWrite(path) }
    }

    private static func cannotWrite(_ path: String) -> WarehouseError {
        .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }

    /// Takes over everything that another warehouse has and this one doesn't, as one transaction.
    ///
    /// What is worked out from reports is not taken over: it is to be brought up to date afterwards.
    ///
    /// - Parameter path: the other warehouse's file.
    /// - Returns: how many reports were taken over.
    /// - Throws: ``WarehouseError`` when the other is not sound, not ours or of another version.
    public func merge(_ path: String) throws(WarehouseError) -> Int {
        do { _ = try Warehouse(path: path, access: .reading) }
        let attach = try database.prepare("ATTACH DATABASE ? AS shard")
        try database.run(attach, [.text(path)])
        defer { try? database.execute("DETACH DATABASE shard") }
        let before = try database.rows("SELECT count(*) AS n FROM revision")[0]["n"].integer ?? 0
        try transaction { () throws(WarehouseError) in
            try database.execute(try Schema.text("queries/merge_begin"))
            for table in Self.merged { try take(over: table) }
            try database.execute(try Schema.text("queries/merge_end"))
        }
        let after = try database.rows("SELECT count(*) AS n FROM revision")[0]["n"].integer ?? 0
        return after - before
    }

    /// The tables that hold what was read, each behind those that it refers to.
    private static let merged = [
        "revision", "figures", "sheet_figures", "cell_mark", "place", "finding", "warning", "claim",
        "sketch",
    ]

    /// Columns are named: two warehouses may have got them in another order. Revisions get numbers of this one.
    private func take(over table: String) throws(WarehouseError) {
        let key = table == "revision" ? "id" : "revision_id"
        let names = try database.columns(of: "SELECT * FROM main.\(table)").filter { $0 != key }
            .map { "\"\($0)\"" }.joined(separator: ", ")
        try database.execute(
            """
            INSERT INTO main.\(table) (\(key), \(names))
            SELECT taken_over.new_id, \(names)
            FROM temp.taken_over JOIN shard.\(table) AS there ON there.\(key) = taken_over.id
            ORDER BY taken_over.id
            """
        )
    }
}
