import Warehouse

/// The reports that a question on a metric is about, each with what it gives to the question's figures.
struct MeasuredReports {
    /// The groups that a report belongs to, one for each breakdown of the question.
    struct Groups {
        fileprivate let row: SQLCursor
        fileprivate let first: Int
        fileprivate let covered: Int

        /// The report's group; `nil` if it is one that is known.
        func name(_ breakdown: Int, unlike known: String?) -> String? {
            let column = first + breakdown
            if let known, row.holds(known, column) { return nil }
            return row.text(column) ?? ""
        }

        /// Whether a government of the group counts the report's requests too.
        func isCovered(_ breakdown: Int) -> Bool { covered >> breakdown & 1 == 1 }
    }

    private let sql: String
    private let parameters: [String: SQLValue]
    private let figures: Int
    private let breakdowns: Int

    /// What ``TrendQuery`` asks for.
    init(_ sql: String, _ parameters: [String: SQLValue], figures: Int, breakdowns: Int) {
        self.sql = sql
        self.parameters = parameters
        self.figures = figures
        self.breakdowns = breakdowns
    }

    /// Goes through the reports; those whose year is no number belong to no year and are passed over.
    func each(
        in warehouse: borrowing Warehouse,
        _ take: (ReportShares, Groups) -> Void
    ) throws(WarehouseError) {
        let none = ReportShares.Share(numerator: 0, denominator: 0, isWhole: false)
        var report = ReportShares(
            agency: "",
            year: 0,
            failedFindings: 0,
            scopeChanges: 0,
            otherForms: 0,
            shares: Array(repeating: none, count: figures)
        )
        try warehouse.walk(sql, parameters) { row in
            guard let year = row.integer(1) else { return }
            if !row.holds(report.agency, 0) { report.agency = row.text(0) ?? "" }
            report.year = year
            report.failedFindings = row.integer(2) ?? 0
            report.scopeChanges = row.integer(3) ?? 0
            report.otherForms = row.integer(4) ?? 0
            for figure in 0..<figures {
                report.shares[figure] =
                    Self.share(row.integer(5 + 2 * figure), row.integer(6 + 2 * figure)) ?? none
            }
            let groups = 5 + 2 * figures
            let covered = row.integer(groups + breakdowns) ?? 0
            take(report, Groups(row: row, first: groups, covered: covered))
        }
    }

    /// Beyond a million millions a figure is no count that anybody made, and sums could overflow.
    private static let believable = -1_000_000_000_000...1_000_000_000_000

    private static func share(_ numerator: Int?, _ denominator: Int?) -> ReportShares.Share? {
        guard let numerator, let denominator, believable.contains(numerator),
            believable.contains(denominator)
        else { return nil }
        return ReportShares.Share(numerator: numerator, denominator: denominator, isWhole: true)
    }
}
