import Measuring
import Warehouse

/// The questions that everybody asks, answered ahead: each of our metrics as a whole and by each group but single bodies,
/// and who moved most in the last year.
///
/// The bundle asks them anyway, and whoever types one afterwards has the answer at once.
struct PlannedAnswers {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Asks and keeps them.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    func keep(in warehouse: borrowing Warehouse) throws(WarehouseError) {
        let breakdowns = Trend.Breakdown.allCases.filter { $0 != .agency }
        var answers = [try warehouse.latestYearToKeep()]
        let year = try warehouse.latestYear()
        // A user's question may ask for the day, or for chance.
        for metric in surroundings.metrics.metrics where metric.isOurs {
            answers += try Trend(metric: metric).answersToKeep(by: breakdowns, in: warehouse)
            if let year, let variant = try? metric.variantOfBodies(nil) {
                answers += try Trend(metric: metric, definition: variant)
                    .moversToKeep(in: year, of: warehouse)
            }
        }
        try warehouse.keep(answers)
    }
}
