public import ReportModel

/// A published figure: what it divides by what, in which variants, and what to beware of.
///
/// A metric is a folder with two files, `metric.csv` and `metric.sql`; see `Measuring.docc`. Our own lie in
/// `Metrics/`, a user's wherever they say.
public struct Metric: Sendable, Hashable {
    /// The metric's id, such as `refusal`; also the name of its folder.
    public let id: String
    /// Raised whenever a definition changes.
    public let version: Int
    /// Whether it came with the program; else it is a user's.
    public let isOurs: Bool
    /// What it is called.
    public let name: Wording
    /// The question that it answers.
    public let question: Wording
    /// What to beware of.
    public let caveat: Wording
    /// The form, section and row that it rests on.
    public let source: Wording
    /// Which way is better, if either is.
    public let better: Preference
    /// The variants; the first is the primary one.
    public let definitions: [Definition]
    /// The halves of each report's figures: a row a body and year, a column a numerator and a denominator.
    public let sql: String

    /// Which way a figure had better go.
    public enum Preference: String, Sendable, CaseIterable {
        case more, fewer, neither
    }

    /// One variant of a metric.
    public struct Definition: Sendable, Hashable {
        /// The variant's id, such as `narrow`.
        public var id: String
        /// What it is called.
        public var name: Wording
        /// What its figures are.
        public var unit: Unit
        /// What stands above the line, in cell codes; of a count, what is counted.
        public var numerator: String
        /// What stands below the line, in cell codes; empty for a count.
        public var denominator: String
        /// What the metric has the variant for each of, if anything.
        public var series: Series?
        /// Whether the metric has the variant as a whole.
        public var hasWhole: Bool
        /// Whether each report counts for itself, not its requests; then nothing is counted twice where a government
        /// above counts them too.
        public var countsReports: Bool
        /// The first year that has it; `nil` for no bound.
        public var from: Int?
        /// The last year that has it; `nil` for no bound.
        public var to: Int?
        /// Where a new form or law changed what it counts.
        public var breaks: [Break]

        /// The variant as a formula.
        public var formula: String {
            unit == .count ? numerator : "(\(numerator)) / (\(denominator))"
        }

        /// Whether no slope may be drawn from one year to a later one.
        public func isInterrupted(from earlier: Int, to later: Int) -> Bool {
            breaks.contains { !$0.isComparable && earlier < $0.year && $0.year <= later }
        }
    }

    /// A change between two years of a series.
    public struct Break: Sendable, Hashable {
        /// The first year after it.
        public var year: Int
        /// Whether figures from both sides may be compared, with care.
        public var isComparable: Bool
        /// What changed.
        public var reason: Wording
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
        /// What a text speaks of: requests, the hotline, proposals…
        case subject

        /// The cell that is a member's numerator; `nil` for the whole, and where it is no cell.
        public func numerator(of member: String) -> String? {
            guard !member.isEmpty else { return nil }
            switch self {
            case .reason: return "s3.\(member).total"
            case .applicant: return "s3.new_received.\(member)"
            case .subject: return nil
            }
        }

        /// The members, in the form's order.
        public var members: [String] {
            switch self {
            case .reason: RequestRow.allCases.filter { $0.disposition != nil }.map(\.rawValue)
            case .applicant: Applicant.parts.map(\.rawValue)
            case .subject: Claim.Subject.allCases.map(\.rawValue)
            }
        }
    }

    /// The variant of an id.
    public func definition(_ id: String) -> Definition? {
        definitions.first { $0.id == id }
    }
}
