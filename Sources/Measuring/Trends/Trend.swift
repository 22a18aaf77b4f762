public import ReportModel
public import Warehouse

/// A question on a metric over years.
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
        /// Each thing that texts speak of for itself.
        case subject
        /// The bodies of each province, prefecture or county.
        case province, prefecture, county
        /// The bodies of each level.
        case level
        /// The bodies of each sector.
        case sector
    }

    /// Which bodies' figures are added up.
    public enum Panel: String, Sendable, CaseIterable {
        /// All that have one in the year.
        case all
        /// Those that have one in every year that has any, so that bodies which come and go make no trend.
        case stable
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
    /// Which of them are added up.
    public var panel: Panel

    /// A question.
    public init(
        metric: Metric,
        definition: Metric.Definition? = nil,
        breakdown: Breakdown = .whole,
        filter: Warehouse.Filter = .init(),
        bodies: BodyFilter = .init(),
        panel: Panel = .all
    ) {
        self.metric = metric
        self.definition = definition
        self.breakdown = breakdown
        self.filter = filter
        self.bodies = bodies
        self.panel = panel
    }

    /// The variants that have the breakdown, in the metric's order.
    public var definitions: [Metric.Definition] {
        metric.definitions.filter { candidate in
            guard definition == nil || definition == candidate else { return false }
            return series.map { candidate.series == $0 } ?? candidate.hasWhole
        }
    }

    var series: Metric.Series? { Metric.Series(rawValue: breakdown.rawValue) }

    /// The answer: sums for each variant, series, group of bodies and year, in that order.
    ///
    /// A report without one of the halves is left out of both sums, and counted as left out. One that a government of
    /// the same group counts too is not added again. Years that a variant doesn't cover are not there.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses, as it does where a user's metric is no question.
    public func observations(in warehouse: borrowing Warehouse) throws(WarehouseError)
        -> [Observation]
    {
        let figures = figures(among: try warehouse.columns(of: metric.sql))
        guard !figures.isEmpty else { return [] }
        let rows = try warehouse.answer(to: TrendQuery(self, figures).sql, parameters)
        let names = try groupNames(in: warehouse)
        return figures.enumerated().flatMap { number, figure -> [Observation] in
            let observations = Self.withChanges(
                rows.compactMap { observation(figure, number, in: $0, names) },
                figure.definition
            )
            return breakdown == .level ? Self.byRank(observations) : observations
        }
    }

    /// What the warehouse is asked for the answer; `nil` where no variant has the breakdown.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func question(
        to warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> (sql: String, parameters: [String: SQLValue])? {
        let figures = figures(among: try warehouse.columns(of: metric.sql))
        return figures.isEmpty ? nil : (TrendQuery(self, figures).sql, parameters)
    }

    /// The figures to reckon: a column a numerator, as the metric's question has them.
    private func figures(among columns: [String]) -> [Figure] {
        definitions.flatMap { definition -> [Figure] in
            let members = series.map { series in
                series.members.filter { columns.contains("\(definition.id) by \($0)") }
            }
            return (members ?? [""]).map { Figure(definition: definition, series: $0) }
        }
    }

    private func observation(
        _ figure: Figure,
        _ number: Int,
        in row: SQLRow,
        _ names: [String: String]
    ) -> Observation? {
        let definition = figure.definition
        guard let year = row["year"].integer, definition.from.map({ year >= $0 }) ?? true,
            definition.to.map({ year <= $0 }) ?? true
        else { return nil }
        let group = row["body_group"].text ?? ""
        func sum(_ column: String) -> Int { row["\(column)\(number)"].integer ?? 0 }
        var observation = Observation(
            metric: metric.id,
            definition: definition.id,
            series: figure.series,
            agency: breakdown == .agency ? group : "",
            dimension: breakdown.rawValue,
            group: names[group] ?? group,
            isCount: definition.unit == .count,
            isShare: definition.unit == .share,
            year: year
        )
        observation.numerator = row["n\(number)"].integer
        observation.denominator =
            definition.unit == .count ? nil : row["d\(number)"].integer
        observation.reports = sum("reports")
        observation.leftOut = sum("left_out")
        observation.failedFindings = sum("failed")
        observation.scopeChanges = sum("scope_changed")
        observation.otherForms = sum("other_form")
        observation.covered = definition.countsReports ? 0 : row["covered"].integer ?? 0
        return observation
    }

    /// The observations of a figure, each with what has changed since the year before.
    private static func withChanges(
        _ observations: [Observation],
        _ definition: Metric.Definition
    ) -> [Observation] {
        var changed = observations
        for index in observations.indices.dropFirst() {
            let (before, now) = (observations[index - 1], observations[index])
            guard before.group == now.group, before.year == now.year - 1,
                !definition.isInterrupted(from: before.year, to: now.year)
            else { continue }
            changed[index].change = Self.change(from: before, to: now)
        }
        return changed
    }

    private static func change(from before: Observation, to now: Observation) -> Int? {
        if now.isShare {
            guard let early = before.millionths, let late = now.millionths else { return nil }
            return late - early
        }
        let early = now.isCount ? before.numerator : before.millionths
        let late = now.isCount ? now.numerator : now.millionths
        guard let early, let late, early > 0 else { return nil }
        return Int(exactly: (Double(late - early) / Double(early) * 1_000_000).rounded())
    }

    /// What groups are called where their code doesn't say it.
    private func groupNames(
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [String: String] {
        guard [.province, .prefecture, .county].contains(breakdown) else { return [:] }
        var names = ["~": "unplaced"]
        for region in try warehouse.regionNames() { names[region.code] = region.name }
        return names
    }

    private static func byRank(_ observations: [Observation]) -> [Observation] {
        let ranks = AgencyLevel.allCases.map(\.rawValue)
        return observations.enumerated().sorted { left, right in
            let rank = (
                ranks.firstIndex(of: left.element.group) ?? ranks.count,
                ranks.firstIndex(of: right.element.group) ?? ranks.count
            )
            return rank.0 == rank.1 ? left.offset < right.offset : rank.0 < rank.1
        }.map(\.element)
    }

    /// Whether all bodies are one group, so that whatever a government counts too is counted in it.
    var isAboutAll: Bool {
        [.whole, .reason, .applicant, .subject].contains(breakdown) && filter.agency == nil
            && bodies.region == nil && bodies.level == nil && bodies.sector == nil
    }

    var parameters: [String: SQLValue] {
        filter.parameters.merging([
            "region": SQLValue(bodies.region), "level": SQLValue(bodies.level),
            "sector": SQLValue(bodies.sector),
        ]) { $1 }
    }
}
