public import ReportModel

/// How one body's figure of a year stands among those of its peers: bodies of the same level and sector.
public struct PeerStanding: Sendable, Hashable {
    /// The body's own figure.
    public let own: Observation
    /// The peers' values and the body's own, in millionths or as counts, from the lowest.
    public let values: [Int]
    /// The body's rank; 1 is the best, or the highest where neither way is better. `nil` where it has too few cases.
    public let rank: Int?
    /// The ranks that it could have as far as chance goes: its interval beside the others'.
    public let ranks: ClosedRange<Int>?

    /// A quantile of the values, between two of them where it falls between.
    ///
    /// As NumPy has it by default (type 7 of Hyndman and Fan, The American Statistician 50, 1996).
    public func quantile(_ share: Double) -> Double? {
        guard let first = values.first, let last = values.last else { return nil }
        let place = share * Double(values.count - 1)
        let below = Int(place)
        guard below + 1 < values.count else { return Double(values.count == 1 ? first : last) }
        let rest = place - Double(below)
        return Double(values[below]) * (1 - rest) + Double(values[below + 1]) * rest
    }

    /// The standings of a set of figures of one year, one for each.
    ///
    /// - Parameters:
    ///   - figures: each body's figure; those without a value are left out.
    ///   - better: which way is better.
    ///   - withSmall: whether shares of few cases have a rank too.
    /// - Returns: a standing a figure, from rank 1 on; those without a rank behind.
    public static func all(
        of figures: [Observation],
        better: Metric.Preference,
        withSmall: Bool
    ) -> [PeerStanding] {
        let known = figures.filter { value(of: $0) != nil }
        let ranked = known.filter { withSmall || !$0.isSmall }
        let values = ranked.compactMap(value).sorted()
        let intervals = ranked.compactMap(\.interval)
        let ends = (lows: intervals.map(\.low).sorted(), highs: intervals.map(\.high).sorted())
        let isAscending = better == .fewer
        return known.map { own in
            guard withSmall || !own.isSmall, let mine = value(of: own) else {
                return PeerStanding(own: own, values: values, rank: nil, ranks: nil)
            }
            let ahead = isAscending ? below(mine, in: values) : above(mine, in: values)
            return PeerStanding(
                own: own,
                values: values,
                rank: ahead + 1,
                ranks: ranks(of: own, among: ends, isAscending: isAscending)
            )
        }.sorted { left, right in
            let ranks = (left.rank ?? Int.max, right.rank ?? Int.max)
            return ranks.0 == ranks.1 ? left.own.group < right.own.group : ranks.0 < ranks.1
        }
    }

    private static func ranks(
        of own: Observation,
        among ends: (lows: [Int], highs: [Int]),
        isAscending: Bool
    ) -> ClosedRange<Int>? {
        guard let mine = own.interval else { return nil }
        let lower = below(mine.low, in: ends.highs)
        let higher = above(mine.high, in: ends.lows)
        let (ahead, behind) = isAscending ? (lower, higher) : (higher, lower)
        return (ahead + 1)...max(ahead + 1, ends.lows.count - behind)
    }

    private static func value(of observation: Observation) -> Int? {
        guard observation.status == .ok else { return nil }
        return observation.isCount ? observation.numerator : observation.millionths
    }

    private static func below(_ value: Int, in sorted: [Int]) -> Int {
        place(in: sorted) { $0 < value }
    }

    private static func above(_ value: Int, in sorted: [Int]) -> Int {
        sorted.count - place(in: sorted) { $0 <= value }
    }

    /// How many of the sorted values, from the lowest, fulfil a condition that only the first ones do.
    private static func place(in sorted: [Int], _ holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
