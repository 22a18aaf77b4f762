public import ReportModel

/// What only exports ask for: tables with a row a report.
extension Warehouse {
    /// The grounds of refusal of each report.
    public func refusalReasons() throws(WarehouseError) -> [SQLRow] {
        try database.rows(try Schema.text("queries/refusal_reasons"))
    }

    /// How fast each body was, as far as its report tells.
    public func responses() throws(WarehouseError) -> [SQLRow] {
        try database.rows(try Schema.text("queries/response"))
    }

    /// All revisions, by body and year; the one that counts first.
    public func allRevisions() throws(WarehouseError) -> [SQLRow] {
        try database.rows("SELECT * FROM v_revision ORDER BY agency, year, stands DESC, sha256")
    }

    /// The reports that count, each with its numbers in columns named after the cells.
    public func eachReport(_ take: (SQLRow) throws -> Void) throws {
        try database.each(try Schema.text("queries/wide_reports"), [:], take)
    }

    /// The column that holds a cell's number.
    public static func column(of code: CellCode) -> String { FigureColumns.name(of: code) }
}
