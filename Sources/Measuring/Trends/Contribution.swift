public import Warehouse

/// What one report gives to a published figure.
public struct Contribution: Sendable, Hashable {
    /// The body.
    public var agency: String
    /// The year.
    public var year: Int
    /// What the report has above the line; `nil` where a cell is missing.
    public var numerator: Int?
    /// What it has below the line; `nil` where a cell is missing, and 1 for a count.
    public var denominator: Int?
    /// Whether a government above counts its requests too, so that sums leave it out.
    public var isCovered: Bool
}

extension Trend {
    /// What each report gives to the figures of one variant as a whole, by body and year.
    ///
    /// - Parameters:
    ///   - definition: the variant.
    ///   - series: a member of its series; empty for the whole.
    ///   - warehouse: the warehouse.
    /// - Returns: a contribution a report, those that are left out included.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func contributions(
        to definition: Metric.Definition,
        series: String = "",
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [Contribution] {
        let figure = Figure(definition: definition, series: series)
        let query = TrendQuery(contributionsTo: figure, of: metric)
        return try warehouse.rows(query.sql, filter.parameters).compactMap { row in
            guard let agency = row["agency"].text, let year = row["year"].integer,
                definition.from.map({ year >= $0 }) ?? true,
                definition.to.map({ year <= $0 }) ?? true
            else { return nil }
            return Contribution(
                agency: agency,
                year: year,
                numerator: row["numerator"].integer,
                denominator: row["denominator"].integer,
                isCovered: !definition.countsReports && row["covered"].integer == 1
            )
        }
    }
}

extension Metric {
    /// A body and year that the metric gives more than one row for, so that they would be added twice; `nil` if none.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func repeated(in warehouse: borrowing Warehouse) throws(WarehouseError) -> String? {
        let sql = TrendQuery(repeatedRowsOf: self).sql
        return try warehouse.rows(sql).first.map {
            "\($0["agency_id"].text ?? "?") \($0["year"].integer ?? 0)"
        }
    }
}
