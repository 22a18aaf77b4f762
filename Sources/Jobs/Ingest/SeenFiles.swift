import Warehouse

/// What is known of the files under one path, walked through beside the files themselves: both are in the order of
/// their paths, so that each night reads the list once, from front to back.
struct SeenFiles {
    private static let page = 4000

    /// The path, without a slash behind it.
    let root: [UInt8]
    private var rows: [SeenFile] = []
    private var place = 0
    private var last = ""
    private var isAtEnd = false
    /// Files that the list has and the folder doesn't have any more.
    private(set) var vanished: [String] = []

    /// - Parameter root: the path, without a slash behind it.
    init(root: [UInt8]) {
        self.root = root
    }

    /// What is known of a file; files must come in order.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    mutating func find(
        _ file: InputFile,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> SeenFile? {
        // Most nights most files are where they were.
        if let row = try peek(warehouse), file.lies(at: row.path) {
            place += 1
            return row
        }
        let name = file.name
        // A path that is no UTF-8 is listed as it is written for people, and so at another place.
        if file.path == root || !file.path.elementsEqual(name.utf8) {
            return try warehouse.seenFile(name)
        }
        while let row = try peek(warehouse) {
            // Bytes are compared: SQLite does so too, and characters can be composed otherwise.
            if row.path.utf8.elementsEqual(name.utf8) {
                place += 1
                return row
            }
            if !row.path.utf8.lexicographicallyPrecedes(name.utf8) { return nil }
            pass(row)
        }
        return nil
    }

    /// Goes to the list's end.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    mutating func finish(in warehouse: borrowing Warehouse) throws(WarehouseError) {
        while let row = try peek(warehouse) { pass(row) }
    }

    private mutating func pass(_ row: SeenFile) {
        place += 1
        if !row.path.contains("\\"), InputFile(path: Array(row.path.utf8)).isGone {
            vanished.append(row.path)
        }
    }

    private mutating func peek(
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> SeenFile? {
        if place < rows.count { return rows[place] }
        if isAtEnd { return nil }
        rows = try warehouse.seenFiles(
            under: String(decoding: root, as: UTF8.self),
            after: last,
            count: Self.page
        )
        place = 0
        last = rows.last?.path ?? last
        isAtEnd = rows.count < Self.page
        return rows.first
    }
}
