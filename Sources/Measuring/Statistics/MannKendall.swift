import Glibc

/// Whether a short series rises or falls more than chance would let it.
///
/// Without ties the probability is exact, by counting orders; with ties it is the normal approximation with its
/// variance corrected for them, as SciPy's `kendalltau` has it. Source: H. B. Mann, Econometrica 13 (1945);
/// M. G. Kendall, Rank Correlation Methods (1975).
public struct MannKendall: Sendable, Hashable {
    /// How many more pairs rise than fall.
    public let score: Int
    /// How likely a score so far from zero is by chance, from both sides.
    public let probability: Double

    /// The test of a series in the order of its years; `nil` for fewer than two values.
    public init?(_ values: [Double]) {
        let count = values.count
        guard count >= 2 else { return nil }
        var score = 0
        var ties: [Double: Int] = [:]
        for (index, value) in values.enumerated() {
            ties[value, default: 0] += 1
            for later in values[(index + 1)...] {
                score += later > value ? 1 : later < value ? -1 : 0
            }
        }
        self.score = score
        let groups = ties.values.filter { $0 > 1 }
        probability =
            groups.isEmpty
            ? Self.exact(score, count) : Self.approximate(score, count, ties: groups)
    }

    /// The share of all orders whose score is as far from zero.
    private static func exact(_ score: Int, _ count: Int) -> Double {
        let pairs = count * (count - 1) / 2
        // How likely each number of falling pairs is, built up value by value.
        var likelihood = [1.0]
        for size in 2...count {
            var next = [Double](repeating: 0, count: likelihood.count + size - 1)
            for (falls, share) in likelihood.enumerated() {
                for more in 0..<size { next[falls + more] += share / Double(size) }
            }
            likelihood = next
        }
        let falls = (pairs - abs(score)) / 2
        let tail = likelihood[...falls].reduce(0, +)
        return min(1, 2 * tail)
    }

    private static func approximate(_ score: Int, _ count: Int, ties: [Int]) -> Double {
        func spread(_ size: Int) -> Int { size * (size - 1) * (2 * size + 5) }
        let corrected = ties.reduce(spread(count)) { $0 - spread($1) }
        let variance = Double(corrected) / 18
        guard variance > 0 else { return 1 }
        return erfc(abs(Double(score)) / variance.squareRoot() / 2.0.squareRoot())
    }
}
