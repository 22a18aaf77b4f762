public import Warehouse

/// What one report gives to a published figure.
public struct Contribution: Sendable, Hashable {
    /// The body.
    public var agency: String
    /// The year.
    public var year: Int
    /// What the report has above the line; `nil` where a cell is missing.
    public var numerator: Int?
    /// What it has below the line; `nil` where a cell is missing.
    public var denominator: Int?
    /// Whether a government above counts its requests too, so that sums leave it out.
    public var isCovered: Bool
}

extension Trend {
    /// What each report gives to the figures of one variant as a whole, by body and year.
    ///
    /// - Parameters:
    ///   - definition: the variant.
    ///   - warehouse: the warehouse.
    /// - Returns: a contribution a report, those that are left out included.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func contributions(
        to definition: Metric.Definition,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [Contribution] {
        try rows(in: warehouse).compactMap { row in
            guard row["definition"].text == definition.id, row["series"].text == "",
                let agency = row["agency"].text, let year = row["year"].integer
            else { return nil }
            return Contribution(
                agency: agency,
                year: year,
                numerator: row["numerator"].integer,
                denominator: row["denominator"].integer,
                isCovered: row["covered"].integer == 1
            )
        }.sorted { ($0.agency, $0.year) < ($1.agency, $1.year) }
    }
}
