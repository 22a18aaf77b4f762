/// A published figure: what it divides by what, and in which variants.
///
/// A metric is three neighbours: this descriptor, a `.sql` file over the warehouse's views, and a test
/// that reckons the same in Swift. Names and questions stand in the phrasebook.
public struct Metric: Sendable, Hashable {
    /// The metric's id, such as `refusal`; also the name of its `.sql` file.
    public let id: String
    /// Raised whenever a definition changes.
    public let version: Int
    /// The variants; the first is the primary one.
    public let definitions: [Definition]

    /// One variant of a metric.
    public struct Definition: Sendable, Hashable {
        /// The variant's id, such as `narrow`.
        public let id: String
        /// What stands above the line, in cell codes.
        public let numerator: String
        /// What stands below the line, in cell codes.
        public let denominator: String
        /// Whether the metric has the variant for each reason too.
        public let hasReasons: Bool
        /// Whether the metric has the variant as a whole.
        public let hasWhole: Bool
    }

    /// The variant of an id.
    public func definition(_ id: String) -> Definition? {
        definitions.first { $0.id == id }
    }

    /// All metrics.
    public static let all: [Metric] = [.disclosure, .refusal]
}
