/// One published figure: a share with both halves, and what stands behind it.
public struct Observation: Sendable, Hashable {
    /// The metric, such as `refusal`.
    public var metric: String
    /// The metric's definition, such as `narrow`.
    public var definition: String
    /// The part of the metric, such as a reason; empty for the whole.
    public var series: String
    /// The body; empty for all bodies together.
    public var agency: String
    /// The year of the reports.
    public var year: Int
    /// The sum above the line; `nil` where no report gives it.
    public var numerator: Int?
    /// The sum below the line; `nil` where no report gives it.
    public var denominator: Int?
    /// How many reports stand behind it.
    public var reports: Int
    /// How many reports were left out because a cell is missing.
    public var leftOut: Int
    /// How many findings of the reports behind it failed.
    public var failedFindings: Int
    /// How many reports were not added because a government above counts their requests too.
    public var covered = 0
    /// How many of the reports behind it count other bodies' requests than the year before's.
    public var scopeChanges = 0
    /// How many of the reports behind it are not on the form of their year.
    public var otherForms = 0
    /// What has changed since the year before, in millionths: of a share the difference, of anything else the growth.
    /// `nil` where the year before has no figure, or can't be compared.
    public var change: Int?

    /// What the answer is broken down by, such as `province`; `whole` for all bodies together.
    public var dimension: String
    /// The group of bodies, such as a region; empty for all bodies together.
    public var group: String
    /// Whether the figure is a number of something, which divides by nothing.
    public var isCount: Bool
    /// Whether the figure is a share of a whole.
    public var isShare: Bool

    /// An observation that no report stands behind yet.
    public init(
        metric: String,
        definition: String,
        series: String,
        agency: String,
        dimension: String,
        group: String,
        isCount: Bool,
        isShare: Bool,
        year: Int
    ) {
        self.metric = metric
        self.definition = definition
        self.series = series
        self.agency = agency
        self.dimension = dimension
        self.group = group
        self.isCount = isCount
        self.isShare = isShare
        self.year = year
        reports = 0
        leftOut = 0
        failedFindings = 0
    }

    /// Why there is no value, or `ok`.
    public var status: Status {
        guard numerator != nil else { return .cellsMissing }
        if isCount { return .ok }
        guard let denominator else { return .cellsMissing }
        return denominator == 0 ? .denominatorZero : .ok
    }

    /// Whether a share rests on so few cases that it says little.
    public var isSmall: Bool {
        isShare && status == .ok && (denominator ?? 0) < Self.fewCases
    }

    /// Fewer cases than this are too few to compare by.
    public static let fewCases = 30

    /// Numerator over denominator in millionths, rounded half to even; `nil` unless `ok`.
    public var millionths: Int? {
        guard status == .ok, !isCount, let numerator, let denominator, denominator > 0 else {
            return nil
        }
        let (quotient, rest) = (Int128(numerator) * 1_000_000)
            .quotientAndRemainder(dividingBy: Int128(denominator))
        let twice = rest * 2
        let up = twice > Int128(denominator) || (twice == Int128(denominator) && quotient % 2 != 0)
        return Int(exactly: up ? quotient + 1 : quotient)
    }

    /// Whether the figure has a value, and why not.
    public enum Status: String, Sendable, CaseIterable {
        /// It has.
        case ok
        /// Nothing was answered: no share of nothing.
        case denominatorZero = "denominator_zero"
        /// A cell that it needs is blank, doubtful or absent.
        case cellsMissing = "cells_missing"
    }
}
