public import ReportModel

/// A body whose figure is another than in the year before.
public struct Mover: Sendable, Hashable {
    /// The figure of the year before.
    public let before: Observation
    /// The figure of the year.
    public let now: Observation
    /// By how much they differ, in millionths: of a share the difference, of anything else the growth.
    public let change: Int

    /// Whether chance alone may have made the difference: the intervals of 95 % of both shares have values in common.
    public var mayBeChance: Bool {
        guard let early = before.interval, let late = now.interval else { return false }
        return early.low <= late.high && late.low <= early.high
    }

    /// The bodies whose figures have changed, the largest change first.
    ///
    /// - Parameters:
    ///   - observations: each body's figures of the year and of the one before, with what has changed.
    ///   - year: the year.
    ///   - withSmall: whether shares of few cases move too.
    /// - Returns: a mover a body; those without a change or whose years can't be compared are left out.
    public static func all(
        of observations: [Observation],
        in year: Int,
        withSmall: Bool
    ) -> [Mover] {
        let before = Dictionary(
            observations.filter { $0.year == year - 1 }.map { ($0.agency, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return observations.compactMap { now -> Mover? in
            guard now.year == year, let change = now.change, change != 0,
                let early = before[now.agency],
                withSmall || !(now.isSmall || early.isSmall)
            else { return nil }
            return Mover(before: early, now: now, change: change)
        }.sorted { left, right in
            let sizes = (left.change.magnitude, right.change.magnitude)
            return sizes.0 == sizes.1
                ? (left.now.group, left.now.agency) < (right.now.group, right.now.agency)
                : sizes.0 > sizes.1
        }
    }
}
