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

    /// An observation with all its parts.
    public init(
        metric: String,
        definition: String,
        series: String,
        agency: String,
        year: Int,
        numerator: Int?,
        denominator: Int?,
        reports: Int,
        leftOut: Int,
        failedFindings: Int
    ) {
        self.metric = metric
        self.definition = definition
        self.series = series
        self.agency = agency
        self.year = year
        self.numerator = numerator
        self.denominator = denominator
        self.reports = reports
        self.leftOut = leftOut
        self.failedFindings = failedFindings
    }

    /// Why there is no value, or `ok`.
    public var status: Status {
        guard numerator != nil, let denominator else { return .cellsMissing }
        return denominator == 0 ? .denominatorZero : .ok
    }

    /// Numerator over denominator in millionths, rounded half to even; `nil` unless `ok`.
    public var millionths: Int? {
        guard status == .ok, let numerator, let denominator, denominator > 0 else { return nil }
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
