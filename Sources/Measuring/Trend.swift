public import ReportModel
public import Warehouse

/// A question on a metric over years, and its answer.
public struct Trend: Sendable {
    /// What the answer is broken down by.
    public enum Breakdown: String, Sendable, CaseIterable {
        /// Nothing: all bodies together.
        case whole
        /// Each body for itself.
        case agency
        /// Each reason for itself.
        case reason
        /// Each kind of applicant for itself.
        case applicant
        /// The bodies of each province, prefecture or county.
        case province, prefecture, county
        /// The bodies of each level.
        case level
        /// The bodies of each sector.
        case sector
    }

    /// The metric.
    public var metric: Metric
    /// One variant, or `nil` for all that have the breakdown.
    public var definition: Metric.Definition?
    /// What the answer is broken down by.
    public var breakdown: Breakdown
    /// Which reports it is about.
    public var filter: Warehouse.Filter
    /// Which bodies it is about.
    public var bodies: BodyFilter

    /// A question.
    public init(
        metric: Metric,
        definition: Metric.Definition? = nil,
        breakdown: Breakdown = .whole,
        filter: Warehouse.Filter = .init(),
        bodies: BodyFilter = .init()
    ) {
        self.metric = metric
        self.definition = definition
        self.breakdown = breakdown
        self.filter = filter
        self.bodies = bodies
    }

    /// Which bodies a question is about; whatever is `nil` doesn't narrow.
    public struct BodyFilter: Sendable {
        /// The beginning of the region's code.
        public var region: String?
        /// The level's code.
        public var level: String?
        /// The sector's code.
        public var sector: String?

        /// A filter.
        public init(region: String? = nil, level: String? = nil, sector: String? = nil) {
            self.region = region
            self.level = level
            self.sector = sector
        }

        var isOpen: Bool { region == nil && level == nil && sector == nil }

        func holds(_ body: Agency) -> Bool {
            (region.map { (body.region ?? "").hasPrefix($0) } ?? true)
                && (level.map { $0 == body.level.rawValue } ?? true)
                && (sector.map { $0 == body.sector } ?? true)
        }
    }

    /// The variants that have the breakdown, in the metric's order.
    public var definitions: [Metric.Definition] {
        metric.definitions.filter { candidate in
            guard definition == nil || definition == candidate else { return false }
            return series.map { candidate.series == $0 } ?? candidate.hasWhole
        }
    }

    private var series: Metric.Series? { Metric.Series(rawValue: breakdown.rawValue) }

    /// The answer: sums for each variant, series, group of bodies and year, in that order.
    ///
    /// A report without one of the cells is left out of both sums, and counted as left out. One that a government of
    /// the same group counts too is not added again.
    public func observations(in warehouse: borrowing Warehouse) throws(WarehouseError)
        -> [Observation]
    {
        let groups = try BodyGroups(breakdown, bodies, in: warehouse)
        let addsUp = breakdown != .agency && filter.agency == nil
        var sums: [Key: Observation] = [:]
        for row in try rows(in: warehouse) {
            guard let agency = row["agency"].text, let group = groups.group(of: agency),
                let key = Key(row, group, in: self)
            else { continue }
            let definition = definitions[key.definition]
            var sum =
                sums[key]
                ?? Observation(
                    metric: metric.id,
                    definition: definition.id,
                    series: row["series"].text ?? "",
                    agency: breakdown == .agency ? agency : "",
                    dimension: breakdown.rawValue,
                    group: group.name,
                    isCount: definition.unit == .count,
                    isShare: definition.unit == .share,
                    year: key.year
                )
            let isCovered = row["covered"].integer == 1
            if addsUp,
                groups.isCountedAbove(agency, key.year, in: group, isCovered: isCovered)
            {
                sum.covered += 1
            } else {
                sum.add(
                    row["numerator"].integer,
                    over: row["denominator"].integer,
                    failedFindings: row["failed_findings"].integer ?? 0
                )
            }
            sums[key] = sum
        }
        return sums.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The rows of the metric's file: each report's halves.
    func rows(in warehouse: borrowing Warehouse) throws(WarehouseError) -> [SQLRow] {
        guard let sql = metric.sql else {
            throw .statement(sql: metric.id, reason: "no such file")
        }
        return try warehouse.rows(sql, filter.parameters)
    }

    private struct Key: Hashable, Comparable {
        var definition: Int
        var series: Int
        var group: BodyGroups.Group
        var year: Int

        init?(_ row: SQLRow, _ group: BodyGroups.Group, in trend: Trend) {
            let named = row["series"].text ?? ""
            guard named.isEmpty == (trend.series == nil),
                let definition = trend.definitions.firstIndex(where: {
                    $0.id == row["definition"].text
                }), let year = row["year"].integer
            else { return nil }
            self.definition = definition
            series =
                RequestRow(rawValue: named).flatMap(RequestRow.allCases.firstIndex)
                ?? Applicant(rawValue: named).flatMap(Applicant.allCases.firstIndex) ?? 0
            self.group = group
            self.year = year
        }

        static func < (left: Key, right: Key) -> Bool {
            (left.definition, left.series, left.group.order, left.group.name, left.year)
                < (right.definition, right.series, right.group.order, right.group.name, right.year)
        }
    }
}

extension Observation {
    /// Adds one report's halves, or counts it as left out.
    fileprivate mutating func add(_ above: Int?, over below: Int?, failedFindings failed: Int) {
        guard let above, below != nil || isCount else {
            leftOut += 1
            return
        }
        let (top, topOverflow) = (numerator ?? 0).addingReportingOverflow(above)
        let (bottom, bottomOverflow) = (denominator ?? 0).addingReportingOverflow(below ?? 0)
        guard !topOverflow, !bottomOverflow else {
            leftOut += 1
            return
        }
        numerator = top
        denominator = isCount ? nil : bottom
        reports += 1
        failedFindings += failed
    }
}
