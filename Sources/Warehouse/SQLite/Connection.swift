import CSQLite

/// A database connection. Closes when it goes out of scope; the only owner of its handle.
struct Connection: ~Copyable {
    /// How a database is opened.
    enum Access {
        /// Only to read; it must exist.
        case readOnly
        /// To read and write; it is made if there is none.
        case readWrite
    }

    let path: String
    private let handle: OpaquePointer
    private let statements = StatementCache()

    private init(path: String, handle: OpaquePointer) {
        self.path = path
        self.handle = handle
    }

    /// Opens a database file, or one in memory if the path is `:memory:`.
    ///
    /// A change that a killed run left half done is undone first, even for reading.
    static func open(_ path: String, _ access: Access) throws(WarehouseError) -> Connection {
        let connection = try opened(path, access)
        if access == .readOnly, connection.hasUnfinishedChange {
            let writer = try opened(path, .readWrite)
            _ = try writer.rows("PRAGMA schema_version")
        }
        // Questions over all reports come back to the same pages; who writes sees each only once or twice. A file that
        // can't be read says so when it is asked something.
        if access == .readOnly {
            sqlite3_exec(connection.handle, "PRAGMA cache_size = -32768", nil, nil, nil)
        }
        return connection
    }

    private var hasUnfinishedChange: Bool {
        let code = sqlite3_exec(handle, "PRAGMA schema_version", nil, nil, nil)
        return code != SQLITE_OK && sqlite3_extended_errcode(handle) == Self.rollbackNeeded
    }

    /// `SQLITE_READONLY_ROLLBACK`, a macro that Swift doesn't see.
    private static let rollbackNeeded = SQLITE_READONLY | (3 << 8)

    private static func opened(
        _ path: String,
        _ access: Access
    ) throws(WarehouseError) -> Connection {
        var opened: OpaquePointer?
        let flags =
            access == .readOnly
            ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            let reason = String(cString: sqlite3_errstr(code))
            sqlite3_close_v2(opened)
            throw .cannotOpen(path: path, reason: reason)
        }
        let connection = Connection(path: path, handle: opened)
        // Readers wait for a commit; a second writer is told at once.
        sqlite3_busy_timeout(opened, access == .readOnly ? 5000 : 0)
        try connection.execute(
            "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON"
        )
        return connection
    }

    deinit {
        statements.empty()
        sqlite3_close_v2(handle)
    }

    /// How many rows were changed through this connection.
    var changes: Int { Int(sqlite3_total_changes64(handle)) }

    /// Runs statements that return nothing.
    func execute(_ sql: String) throws(WarehouseError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code, in: sql) }
    }

    /// Prepares a statement, or takes one that was prepared before and is in nobody's hands.
    func prepare(_ sql: String) throws(WarehouseError) -> Statement {
        if let known = statements.take(sql) { return Statement(known) }
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw failure(code, in: sql) }
        let statement = PreparedStatement(prepared)
        statements.keep(statement, as: sql)
        return Statement(statement)
    }

    /// The names of the columns that a query has.
    func columns(of sql: String) throws(WarehouseError) -> [String] {
        let statement = try prepare(sql)
        return statement.columns
    }

    /// Binds, runs and resets a statement that returns nothing.
    func run(_ statement: borrowing Statement, _ values: [SQLValue]) throws(WarehouseError) {
        for (index, value) in values.enumerated() { statement.bind(value, at: index + 1) }
        let code = statement.step()
        statement.reset()
        guard code == SQLITE_DONE else { throw failure(code, in: statement.sql) }
    }

    /// The rows of a query with named parameters; those that it doesn't have are left out.
    func rows(
        _ sql: String,
        _ parameters: [String: SQLValue] = [:]
    ) throws(WarehouseError) -> [SQLRow] {
        let statement = try prepare(sql)
        return try rows(of: statement, parameters)
    }

    /// The rows of a prepared query with named parameters.
    func rows(
        of statement: borrowing Statement,
        _ parameters: [String: SQLValue] = [:]
    ) throws(WarehouseError) -> [SQLRow] {
        for (name, value) in parameters { statement.bind(value, to: name) }
        defer { statement.reset() }
        let header = statement.header
        var rows: [SQLRow] = []
        while true {
            let code = statement.step()
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw failure(code, in: statement.sql) }
            rows.append(SQLRow(header: header, values: statement.row(of: header.columns.count)))
        }
    }

    /// What the rows of a query are made into, where there are so many that rows of values would take their time.
    ///
    /// - Parameters:
    ///   - sql: the query.
    ///   - parameters: its named parameters.
    ///   - make: makes something of the row that the query stands at, or nothing.
    /// - Returns: what was made, in the order of the rows.
    /// - Throws: ``WarehouseError`` when the database refuses.
    func list<Element>(
        _ sql: String,
        _ parameters: [String: SQLValue],
        _ make: (SQLCursor) -> Element?
    ) throws(WarehouseError) -> [Element] {
        var elements: [Element] = []
        try walk(sql, parameters) { row in
            if let element = make(row) { elements.append(element) }
        }
        return elements
    }

    /// Goes through the rows of a query; none of them takes room.
    ///
    /// - Parameters:
    ///   - sql: the query.
    ///   - parameters: its named parameters.
    ///   - take: looks at the row that the query stands at.
    /// - Throws: ``WarehouseError`` when the database refuses.
    func walk(
        _ sql: String,
        _ parameters: [String: SQLValue] = [:],
        _ take: (SQLCursor) -> Void
    ) throws(WarehouseError) {
        let statement = try prepare(sql)
        for (name, value) in parameters { statement.bind(value, to: name) }
        defer { statement.reset() }
        while true {
            let code = statement.step()
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw failure(code, in: statement.sql) }
            take(statement.cursor)
        }
    }

    /// Takes the rows of a query one by one, so that they need no room.
    func each(
        _ sql: String,
        _ parameters: [String: SQLValue] = [:],
        _ take: (SQLRow) throws -> Void
    ) throws {
        let statement = try prepare(sql)
        for (name, value) in parameters { statement.bind(value, to: name) }
        let header = statement.header
        while true {
            let code = statement.step()
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw failure(code, in: statement.sql) }
            try take(SQLRow(header: header, values: statement.row(of: header.columns.count)))
        }
    }

    private func failure(_ code: CInt, in sql: String) -> WarehouseError {
        let reason = String(cString: sqlite3_errmsg(handle))
        if sqlite3_extended_errcode(handle) == Self.rollbackNeeded {
            return .unfinished(path: path)
        }
        return switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path)
        case SQLITE_NOTADB: .notOurs(path: path)
        case SQLITE_CORRUPT: .damaged(path: path, reason: reason)
        case SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_PERM:
            .cannotWrite(path: path, reason: reason)
        case SQLITE_CANTOPEN: .cannotOpen(path: path, reason: reason)
        default: .statement(sql: sql, reason: reason)
        }
    }
}

/// What SQLite has prepared.
private final class PreparedStatement {
    let handle: OpaquePointer
    var isInUse = true
    /// What its rows share, once somebody has asked for it.
    var header: SQLHeader?

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { sqlite3_finalize(handle) }
}

/// Statements that were prepared already: a report takes a dozen, and the widest costs more to prepare than to run.
private final class StatementCache {
    /// Questions that are asked once must not pile up.
    private static let most = 64
    private var statements: [String: PreparedStatement] = [:]

    func take(_ sql: String) -> PreparedStatement? {
        guard let known = statements[sql], !known.isInUse else { return nil }
        known.isInUse = true
        return known
    }

    func keep(_ statement: PreparedStatement, as sql: String) {
        if statements.count >= Self.most { statements = statements.filter(\.value.isInUse) }
        if statements[sql] == nil { statements[sql] = statement }
    }

    func empty() { statements = [:] }
}

/// A prepared statement in somebody's hands. Must not outlive its connection.
struct Statement: ~Copyable {
    private let prepared: PreparedStatement
    private var handle: OpaquePointer { prepared.handle }
    /// SQLite's mark for text that it must copy, since ours doesn't stay.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    fileprivate init(_ prepared: PreparedStatement) {
        self.prepared = prepared
    }

    deinit {
        reset()
        prepared.isInUse = false
    }

    /// The statement's text.
    var sql: String { String(cString: sqlite3_sql(handle)) }

    fileprivate var columns: [String] {
        (0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) }
    }

    /// What its rows share: made anew only where the tables have other columns since.
    fileprivate var header: SQLHeader {
        let count = Int(sqlite3_column_count(handle))
        if let known = prepared.header, known.columns.count == count { return known }
        let header = SQLHeader(columns)
        prepared.header = header
        return header
    }

    fileprivate func step() -> CInt { sqlite3_step(handle) }

    fileprivate func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    fileprivate func bind(_ value: SQLValue, to name: String) {
        let index = sqlite3_bind_parameter_index(handle, ":" + name)
        if index > 0 { bind(value, at: Int(index)) }
    }

    fileprivate func bind(_ value: SQLValue, at index: Int) {
        let index = CInt(index)
        switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, Int64(number))
        case .text(let text):
            var text = text
            text.withUTF8 { utf8 in
                _ = utf8.withMemoryRebound(to: CChar.self) { chars in
                    sqlite3_bind_text64(
                        handle,
                        index,
                        chars.baseAddress ?? Self.empty,
                        UInt64(chars.count),
                        Self.copied,
                        UInt8(SQLITE_UTF8)
                    )
                }
            }
        }
    }

    /// SQLite takes a null pointer for NULL, and an empty string may have one.
    private static var empty: UnsafePointer<CChar> {
        UnsafeRawPointer(sqlite3_libversion()).assumingMemoryBound(to: CChar.self)
    }

    fileprivate var cursor: SQLCursor { SQLCursor(handle: handle) }

    fileprivate func row(of count: Int) -> [SQLValue] {
        var values: [SQLValue] = []
        values.reserveCapacity(count)
        for column in 0..<count { values.append(cursor.value(column)) }
        return values
    }
}

/// The row at which a query stands, read by its columns' places. Means nothing once the query goes on.
public struct SQLCursor {
    fileprivate let handle: OpaquePointer

    /// The number in a column, counted from 0; `nil` for anything else.
    public func integer(_ column: Int) -> Int? {
        guard sqlite3_column_type(handle, CInt(column)) == SQLITE_INTEGER else { return nil }
        return Int(sqlite3_column_int64(handle, CInt(column)))
    }

    /// Whether a column, counted from 0, holds a text, byte for byte.
    public func holds(_ text: String, _ column: Int) -> Bool {
        guard sqlite3_column_type(handle, CInt(column)) == SQLITE_TEXT else { return false }
        let bytes = bytes(column)
        return text.utf8.count == bytes.count && text.utf8.elementsEqual(bytes)
    }

    /// The text in a column; `nil` for anything else.
    ///
    /// - Parameters:
    ///   - column: the column's place, from 0.
    ///   - known: a text that it often is: then no room is made for another.
    /// - Returns: the text.
    public func text(_ column: Int, often known: String? = nil) -> String? {
        if let known, holds(known, column) { return known }
        guard sqlite3_column_type(handle, CInt(column)) == SQLITE_TEXT else { return nil }
        return String(decoding: bytes(column), as: UTF8.self)
    }

    /// The value in a column, counted from 0.
    func value(_ column: Int) -> SQLValue {
        switch sqlite3_column_type(handle, CInt(column)) {
        case SQLITE_INTEGER: .integer(Int(sqlite3_column_int64(handle, CInt(column))))
        case SQLITE_NULL: .null
        default: .text(String(decoding: bytes(column), as: UTF8.self))
        }
    }

    private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: sqlite3_column_text(handle, CInt(column)),
            count: Int(sqlite3_column_bytes(handle, CInt(column)))
        )
    }
}
