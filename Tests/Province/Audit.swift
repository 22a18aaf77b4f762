public import Warehouse

/// What a warehouse makes of a province, beside what is true of it.
public struct Audit: Sendable {
    /// Planted faults that no finding of their rule speaks of.
    public var overlooked: Set<Province.Expected> = []
    /// Findings on reports with another fault, on the year after one, or of sums that one spoils.
    public var explained = 0
    /// Decisions that happen to be last year's items and their change, as S2o-03 can't help taking for a mix-up.
    public var byChance = 0
    /// Findings that nothing explains.
    public var strays: Set<Province.Expected> = []
    /// Bodies that are not in the register, or there by another name.
    public var unknownBodies: Set<String> = []
    /// Bodies whose two names are not known as one's.
    public var unfollowed: Set<String> = []
    /// Bodies that were taken over, without a successor, and the other way round.
    public var unsucceeded: Set<String> = []
    /// Years whose sum of requests is not the province's.
    public var wrongSums: [Int] = []
    /// How many reports count.
    public var reports = 0

    /// Compares a warehouse with the gold.
    ///
    /// - Throws: ``WarehouseError`` when the warehouse can't be read.
    public init(_ gold: Province.Gold, in warehouse: borrowing Warehouse) throws(WarehouseError) {
        var found: Set<Province.Expected> = []
        for row in try warehouse.rows(
            "SELECT agency, year, rule FROM v_finding WHERE verdict IN ('fail', 'uncertain')"
        ) {
            guard let agency = row["agency"].text, let year = row["year"].integer,
                let rule = row["rule"].text
            else { continue }
            found.insert(Province.Expected(agency: agency, year: year, rule: rule))
        }
        overlooked = gold.findings.subtracting(found)
        let planted = Set(gold.findings.map { "\($0.agency) \($0.year)" })
        for finding in found.subtracting(gold.findings) {
            let isExplained =
                planted.contains("\(finding.agency) \(finding.year)")
                || planted.contains("\(finding.agency) \(finding.year - 1)")
                || finding.rule == "P-02" || finding.rule == "Y-07"
            if isExplained {
                explained += 1
            } else if finding.rule == "S2o-03" {
                byChance += 1
            } else {
                strays.insert(finding)
            }
        }
        let names = try warehouse.rows(
            """
            SELECT agency.name, count(*) AS names FROM agency
            JOIN agency_name ON agency_name.agency_id = agency.id GROUP BY agency.id
            """
        )
        let known = names.compactMap { $0["name"].text }
        unknownBodies = Set(known).symmetricDifference(gold.bodies)
        let followed = names.filter { $0["names"].integer == 2 }.compactMap { $0["name"].text }
        unfollowed = Set(followed).symmetricDifference(gold.renamed)
        let merged = try warehouse.rows(
            "SELECT agency.name FROM succession JOIN agency ON agency.id = succession.predecessor"
        )
        unsucceeded = Set(merged.compactMap { $0["name"].text }).symmetricDifference(gold.merged)
        for (year, received) in gold.received {
            let sum = try warehouse.rows(
                "SELECT sum(s3_new_received_total) AS n FROM v_figures WHERE NOT covered AND year = :year",
                ["year": .integer(year)]
            )
            if sum[0]["n"].integer != received { wrongSums.append(year) }
        }
        reports = try warehouse.reports().count
    }

    /// Whether all is as it should be.
    public var isSound: Bool {
        overlooked.isEmpty && strays.isEmpty && unknownBodies.isEmpty && unfollowed.isEmpty
            && unsucceeded.isEmpty && wrongSums.isEmpty && byChance * 1000 <= max(reports, 1000)
    }
}
