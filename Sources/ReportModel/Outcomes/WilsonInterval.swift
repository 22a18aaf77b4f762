/// Wilson's interval of a share: where the true share lies in 95 of 100 such samples.
///
/// Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927). Without correction for
/// continuity.
public struct WilsonInterval: Sendable, Hashable {
    /// The lower end, in millionths.
    public let low: Int
    /// The upper end, in millionths.
    public let high: Int

    /// The quantile of the normal distribution for 95 %.
    private static let quantile = 1.959963984540054

    /// The interval of so many cases among all; `nil` where that is no share.
    public init?(_ cases: Int, of all: Int) {
        guard all > 0, (0...all).contains(cases) else { return nil }
        let count = Double(all)
        let share = Double(cases) / count
        let square = Self.quantile * Self.quantile
        let middle = (share + square / (2 * count)) / (1 + square / count)
        let half =
            Self.quantile / (1 + square / count)
            * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
        low = cases == 0 ? 0 : Int(((middle - half) * 1_000_000).rounded())
        high = cases == all ? 1_000_000 : Int(((middle + half) * 1_000_000).rounded())
    }
}

extension Observation {
    /// Where the true share lies, as far as chance goes; `nil` for anything but a share.
    public var interval: WilsonInterval? {
        guard isShare, status == .ok, let numerator, let denominator else { return nil }
        return WilsonInterval(numerator, of: denominator)
    }
}
