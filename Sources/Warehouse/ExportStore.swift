public import ReportModel

/// What only exports ask for: lists that are too long to be kept whole.
extension Warehouse {
    /// A list that exports go through. The raw value is the query's file.
    public enum Listing: String, Sendable {
        /// The reports that count.
        case reports
        /// The same, each with its numbers in columns named after the cells.
        case reportsWithFigures = "wide_reports"
        /// The grounds of refusal of each report.
        case refusalReasons = "refusal_reasons"
        /// How fast each body was, as far as its report tells.
        case responses = "response"
        /// What the rules say.
        case findings
        /// The reader's doubts.
        case warnings
        /// What the texts claim.
        case claims
        /// The names that bodies went by.
        case agencyNames = "agency_names"
        /// All revisions, by body and year; the one that counts first.
        case revisions = "all_revisions"
        /// The files that were refused.
        case quarantined
    }

    /// Goes through a list row by row.
    ///
    /// - Parameters:
    ///   - listing: the list.
    ///   - take: takes each row.
    /// - Throws: ``WarehouseError`` when the database refuses, and what `take` throws.
    public func each(_ listing: Listing, _ take: (SQLRow) throws -> Void) throws {
        let query = try Schema.text("queries/\(listing.rawValue)", figures: FigureColumns.all)
        try database.each(query, [:], take)
    }

    /// The reports of a body that count, by year.
    public func reports(ofBody agency: String) throws(WarehouseError) -> [SQLRow] {
        try database.rows(try Schema.text("queries/body_reports"), ["agency": .text(agency)])
    }

    /// For each body, how many of its reports count, and how many findings they fail in.
    public func tallies() throws(WarehouseError) -> [SQLRow] {
        try database.rows(try Schema.text("queries/tallies"))
    }

    /// The last year of which a report counts; `nil` if none does.
    public func latestYear() throws(WarehouseError) -> Int? {
        let question = try Self.questionOnLatestYear()
        if let kept = try keptAnswer(to: question) { return kept.first?.first?.integer }
        return try database.rows(question.text).first?["year"].integer
    }

    /// The last year as it can be kept: to find it, all reports are gone through.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func latestYearToKeep() throws(WarehouseError) -> (
        question: Question, rows: [[SQLValue]]
    ) {
        (try Self.questionOnLatestYear(), try latestYear().map { [[.integer($0)]] } ?? [])
    }

    private static func questionOnLatestYear() throws(WarehouseError) -> Question {
        Question(text: try Schema.text("queries/latest_year"), parameters: [:])
    }

    /// The column that holds a cell's number.
    public static func column(of code: CellCode) -> String { FigureColumns.name(of: code) }
}
