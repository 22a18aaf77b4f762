public import ReportModel

/// Where a series is going, as far as its years allow to say.
public struct Direction: Sendable, Hashable {
    /// The metric's variant.
    public let definition: String
    /// The part of the metric, such as a reason.
    public let series: String
    /// The body, or the group of bodies.
    public let group: String
    /// Whether the figures are numbers of something.
    public let isCount: Bool
    /// The years that have a figure, and the figures: counts, or shares in millionths.
    public let points: [Point]
    /// How many years the slope is drawn through.
    public let years: Int
    /// Whether years in front of a gap were left out.
    public let isInterrupted: Bool
    /// The slope a year, in the figures' unit; `nil` where the years are too few.
    public let slope: Double?
    /// How likely such a slope is by chance; `nil` where the years are too few.
    public let probability: Double?

    /// A figure of a year.
    public struct Point: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// The figure.
        public let value: Int
    }

    /// With four values no order is unlikely enough: one of twelve goes all one way.
    public static let fewestYears = 5

    /// The directions of all series among some observations, in their order.
    ///
    /// Where a gap parts the years of a variant, only those behind the last one are looked at.
    public static func all(
        of observations: [Observation],
        _ definitions: [Metric.Definition] = []
    ) -> [Direction] {
        var series: [(head: Observation, points: [Point])] = []
        for observation in observations {
            let value = observation.isCount ? observation.numerator : observation.millionths
            let isNew =
                series.last.map {
                    $0.head.definition != observation.definition
                        || $0.head.series != observation.series
                        || $0.head.group != observation.group
                } ?? true
            if isNew { series.append((observation, [])) }
            if let value {
                series[series.count - 1].points.append(Point(year: observation.year, value: value))
            }
        }
        return series.map { head, points in
            let definition = definitions.first { $0.id == head.definition }
            let last = points.last?.year ?? 0
            let tail = points.filter {
                !(definition?.isInterrupted(from: $0.year, to: last) ?? false)
            }
            return Direction(head, points, tail)
        }
    }

    private init(_ head: Observation, _ points: [Point], _ tail: [Point]) {
        definition = head.definition
        series = head.series
        group = head.group
        isCount = head.isCount
        self.points = points
        years = tail.count
        isInterrupted = tail.count < points.count
        let isLongEnough = tail.count >= Self.fewestYears
        slope = isLongEnough ? TheilSen.slope(tail.map { ($0.year, Double($0.value)) }) : nil
        probability = isLongEnough ? MannKendall(tail.map { Double($0.value) })?.probability : nil
    }
}
