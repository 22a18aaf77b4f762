import Phrasebook
import ReportModel
import Warehouse

/// Whether the season's reports arrive: by 31 March those on the year before are due, whoever reports.
struct Freshness {
    private let surroundings: Surroundings
    private let day: CivilDate?
    /// Of fewer bodies nobody knows what is usual.
    private static let fewest = 20

    /// - Parameters:
    ///   - surroundings: the words.
    ///   - day: the time of the run, in ISO 8601.
    init(_ surroundings: Surroundings, day: String) {
        self.surroundings = surroundings
        self.day = CivilDate(iso: String(day.prefix(10)))
    }

    /// A sentence where fewer than half of the bodies that reported on the year before have reported on the last one
    /// that is due; `nil` where there is nothing to say.
    ///
    /// - Throws: ``JobError`` when the database refuses.
    func warning(in warehouse: borrowing Warehouse) throws(JobError) -> String? {
        guard let day else { return nil }
        // In January and until the day in March reports on the year before are still coming.
        let year = day.month > 3 ? day.year - 1 : day.year - 2
        do throws(WarehouseError) {
            let rows = try warehouse.rows(
                "SELECT year, count(*) AS n FROM v_standing WHERE year IN (:year, :year - 1) GROUP BY year",
                ["year": .integer(year)]
            )
            let counts = Dictionary(
                uniqueKeysWithValues: rows.map { ($0["year"].integer ?? 0, $0["n"].integer ?? 0) }
            )
            let (now, before) = (counts[year] ?? 0, counts[year - 1] ?? 0)
            guard before >= Self.fewest, now * 2 < before else { return nil }
            return surroundings.phrasebook.say(
                "run.stale",
                String(now),
                String(before),
                String(year)
            )
        } catch {
            throw .warehouse(error)
        }
    }
}
