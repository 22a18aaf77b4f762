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
        /// What its figures are.
        public let unit: Unit
        /// What stands above the line, in cell codes; of a count, what is counted.
        public let numerator: String
        /// What stands below the line, in cell codes; empty for a count.
        public let denominator: String
        /// What the metric has the variant for each of, if anything.
        public let series: Series?
        /// Whether the metric has the variant as a whole.
        public let hasWhole: Bool

        /// A share of a whole.
        public static func share(
            _ id: String,
            _ numerator: String,
            of denominator: String,
            series: Series? = nil,
            hasWhole: Bool = true
        ) -> Definition {
            Definition(
                id: id,
                unit: .share,
                numerator: numerator,
                denominator: denominator,
                series: series,
                hasWhole: hasWhole
            )
        }

        /// So many for each of something else.
        public static func ratio(
            _ id: String,
            _ numerator: String,
            of denominator: String
        ) -> Definition {
            Definition(
                id: id,
                unit: .ratio,
                numerator: numerator,
                denominator: denominator,
                series: nil,
                hasWhole: true
            )
        }

        /// A number of something.
        public static func count(
            _ id: String,
            of counted: String,
            series: Series? = nil
        ) -> Definition {
            Definition(
                id: id,
                unit: .count,
                numerator: counted,
                denominator: "",
                series: series,
                hasWhole: true
            )
        }

        /// The variant as a formula.
        public var formula: String {
            unit == .count ? numerator : "(\(numerator)) / (\(denominator))"
        }
    }

    /// What a variant's figures are.
    public enum Unit: String, Sendable, CaseIterable {
        /// A share of a whole, between 0 and 1 where the figures are sound.
        case share
        /// So many for each of something else.
        case ratio
        /// A number of something.
        case count
    }

    /// What a variant can be had for each of.
    public enum Series: String, Sendable, CaseIterable {
        /// The reasons of a kind of answer, rows of section three.
        case reason
        /// The six kinds of applicants.
        case applicant
    }

    /// The variant of an id.
    public func definition(_ id: String) -> Definition? {
        definitions.first { $0.id == id }
    }

    /// The question as the warehouse is asked it: a row a report, variant and series, over the stable views.
    public var sql: String? { EmbeddedFiles.text["SQL/\(id).sql"] }

    /// All metrics.
    public static let all: [Metric] = [
        .disclosure, .refusal, .unable, .unprocessed, .other, .demand, .carryOver, .response,
        .review,
        .litigation, .dispute, .proactive, .quality,
    ]
}
