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

        /// Whether all bodies are one group.
        var hasOneGroup: Bool { [.whole, .reason, .applicant, .subject].contains(self) }
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

    /// Whether no body is left out, so that whatever a government counts too is counted in the sum of all.
    var isAboutAll: Bool {
        filter.agency == nil && bodies.region == nil && bodies.level == nil && bodies.sector == nil
    }

    var parameters: [String: SQLValue] {
        filter.parameters.merging([
            "region": SQLValue(bodies.region), "level": SQLValue(bodies.level),
            "sector": SQLValue(bodies.sector),
        ]) { $1 }
    }
}
