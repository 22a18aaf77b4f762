/// The store: one SQLite file with everything that was read, and everything that could not be.
public struct Warehouse: ~Copyable {
    /// What a caller wants of the warehouse.
    public enum Access: Sendable {
        /// Only to look.
        case reading
        /// To take reports in; the file is made if there is none.
        case writing
    }

    let database: Connection
    /// The right to write; none for looking, and in memory.
    private let lock: WriterLock?

    /// Opens the warehouse, brought up to date if an older version wrote it.
    ///
    /// - Parameters:
    ///   - path: the file, or `:memory:`.
    ///   - access: what it is opened for.
    ///   - waits: whether to wait for another process that is writing.
    /// - Throws: ``WarehouseError`` when the file is missing, damaged, another program's or newer, or when another
    ///   process is writing.
    public init(path: String, access: Access, waits: Bool = false) throws(WarehouseError) {
        var lock: WriterLock?
        database = try Self.open(path, access, waits: waits, &lock)
        self.lock = lock
    }

    private static func open(
        _ path: String,
        _ access: Access,
        waits: Bool,
        _ lock: inout WriterLock?
    ) throws(WarehouseError) -> Connection {
        if access == .reading, let current = try current(path) { return current }
        // A file that an older version wrote is brought up to date even for reading.
        if path != ":memory:" { lock = try WriterLock(for: path, waits: waits) }
        let database = try Connection.open(path, .readWrite)
        try Schema.update(database)
        return database
    }

    /// The file, opened for looking, if this version or one like it wrote it.
    private static func current(_ path: String) throws(WarehouseError) -> Connection? {
        let database = try Connection.open(path, .readOnly)
        guard try Schema.state(of: database) == .current else { return nil }
        return database
    }

    /// From now on sees the reports as they stood on a day: nothing that was published later, and no pins.
    ///
    /// Reports whose day of publication nobody knows are seen; what is said of reports beside others isn't. Nothing
    /// is written to the file.
    ///
    /// - Parameter day: the day in ISO 8601.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func rewind(to day: String) throws(WarehouseError) {
        try Schema.rewind(database, to: day)
    }

    /// The reports that count, by agency and year.
    public func reports(_ filter: Filter = Filter()) throws(WarehouseError) -> [SQLRow] {
        try database.rows(try Schema.text("queries/reports"), filter.parameters)
    }

    /// The findings on the reports that count.
    ///
    /// - Parameters:
    ///   - filter: the reports.
    ///   - rule: one rule's number, or `nil` for all.
    /// - Returns: a row a finding, by agency, year and rule.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func findings(
        _ filter: Filter = Filter(),
        rule: String? = nil
    ) throws(WarehouseError) -> [SQLRow] {
        var parameters = filter.parameters
        parameters["rule"] = SQLValue(rule)
        return try database.rows(try Schema.text("queries/findings"), parameters)
    }

    /// The cells of a report in the form's order.
    ///
    /// - Parameter report: the report's id, as ``reports(_:)`` gives it.
    /// - Returns: a row a cell.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func cells(ofReport report: SQLValue) throws(WarehouseError) -> [SQLRow] {
        try database.rows(try Schema.text("queries/cells"), ["report": report])
    }

    /// The rows of a query over the stable views, with named parameters.
    public func rows(
        _ sql: String,
        _ parameters: [String: SQLValue] = [:]
    ) throws(WarehouseError) -> [SQLRow] {
        try database.rows(sql, parameters)
    }

    /// Goes through the rows of a query, with named parameters; none of them takes room.
    ///
    /// - Parameters:
    ///   - sql: the query.
    ///   - parameters: its named parameters.
    ///   - take: looks at the row that the query stands at.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func walk(
        _ sql: String,
        _ parameters: [String: SQLValue] = [:],
        _ take: (SQLCursor) -> Void
    ) throws(WarehouseError) {
        try database.walk(sql, parameters, take)
    }

    /// How many findings fail that nobody has accepted.
    public func openFailures() throws(WarehouseError) -> Int {
        try database.rows(
            "SELECT count(*) AS n FROM v_finding WHERE verdict = 'fail' AND accepted IS NULL"
        )[0]["n"].integer ?? 0
    }

    /// Looks through the whole file for damage, and whether what is worked out from the reports follows them.
    ///
    /// - Parameter isComplete: whether no run was killed since, so that all of it must follow.
    /// - Throws: ``WarehouseError/damaged(path:reason:)`` when there is any.
    public func verify(isComplete: Bool = true) throws(WarehouseError) {
        let reports = try database.rows("PRAGMA integrity_check(3)").compactMap {
            $0.values[0].text
        }
        guard reports == ["ok"] else {
            throw .damaged(path: database.path, reason: reports.joined(separator: "; "))
        }
        if let row = try database.rows("PRAGMA foreign_key_check").first {
            throw .damaged(path: database.path, reason: row["table"].text ?? "foreign key")
        }
        guard isComplete else { return }
        let differing = try database.rows(try Schema.text("queries/standing_differs"))
        if let rows = differing[0]["rows"].integer, rows > 0 {
            throw .damaged(path: database.path, reason: "standing: \(rows)")
        }
    }

    /// The names of the columns that a question would answer with.
    public func columns(of sql: String) throws(WarehouseError) -> [String] {
        try database.columns(of: sql)
    }

    /// Which reports a query is about.
    public struct Filter: Sendable {
        /// One body, or `nil` for all.
        public var agency: String?
        /// The first year, or `nil` for no bound.
        public var from: Int?
        /// The last year, or `nil` for no bound.
        public var to: Int?

        /// A filter; whatever is `nil` doesn't narrow.
        public init(agency: String? = nil, from: Int? = nil, to: Int? = nil) {
            self.agency = agency
            self.from = from
            self.to = to
        }

        /// The filter as a query's parameters.
        public var parameters: [String: SQLValue] {
            ["agency": SQLValue(agency), "from": SQLValue(from), "to": SQLValue(to)]
        }
    }
}
