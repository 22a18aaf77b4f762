/// A chart of series over years, as values; ``svg`` draws it.
public struct LineChart: Sendable {
    /// What the chart shows.
    public var title: String
    /// How the figures are reckoned, in a line below the title.
    public var subtitle: String
    /// What stands behind the figures and what was left out, below the chart.
    public var notes: [String]
    /// The lines.
    public var series: [Series]
    /// Where forms or law changed.
    public var breaks: [Break]
    /// What the vertical axis counts.
    public var unit: Unit

    /// A chart.
    public init(
        title: String,
        subtitle: String,
        notes: [String],
        series: [Series],
        breaks: [Break],
        unit: Unit
    ) {
        self.title = title
        self.subtitle = subtitle
        self.notes = notes
        self.series = series
        self.breaks = breaks
        self.unit = unit
    }

    /// What the vertical axis counts.
    public enum Unit: Sendable, Hashable {
        /// Shares in millionths, written in per cent; the axis begins at zero.
        case share
        /// Ratios in millionths.
        case ratio
        /// Counts.
        case count
    }

    /// A line of the chart.
    public struct Series: Sendable {
        /// What the legend calls it.
        public var name: String
        /// Its points by year; years without a figure are not there.
        public var points: [Point]

        /// A line.
        public init(name: String, points: [Point]) {
            self.name = name
            self.points = points
        }
    }

    /// A figure of a year.
    public struct Point: Sendable {
        /// The year.
        public var year: Int
        /// The figure.
        public var value: Int
        /// Where the true share lies; `nil` where that can't be said.
        public var interval: ClosedRange<Int>?
        /// Whether it rests on so few cases that it says little.
        public var isSmall: Bool
        /// Whether a line leads to it from the point before.
        public var isConnected: Bool

        /// A figure.
        public init(
            year: Int,
            value: Int,
            interval: ClosedRange<Int>?,
            isSmall: Bool,
            isConnected: Bool
        ) {
            self.year = year
            self.value = value
            self.interval = interval
            self.isSmall = isSmall
            self.isConnected = isConnected
        }
    }

    /// A change between two years, drawn between them.
    public struct Break: Sendable {
        /// The first year after it.
        public var year: Int
        /// What changed.
        public var label: String
        /// Whether figures from both sides may be compared.
        public var isComparable: Bool

        /// A change.
        public init(year: Int, label: String, isComparable: Bool) {
            self.year = year
            self.label = label
            self.isComparable = isComparable
        }
    }

    /// The years from the first to the last that has a figure.
    var years: ClosedRange<Int>? {
        let years = series.flatMap(\.points).map(\.year)
        guard let first = years.min(), let last = years.max() else { return nil }
        return first...last
    }
}
