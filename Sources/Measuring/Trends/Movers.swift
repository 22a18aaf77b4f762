import ReportModel
public import Warehouse

/// The bodies whose figures have changed most since the year before.
public struct Movers: Sendable, Hashable {
    /// Those asked for, the largest change first.
    public let leading: [Mover]
    /// How many there are in all.
    public let count: Int
}

extension Trend {
    /// How many of a year's movers are kept; whoever asks for more has them worked out.
    private static let mostMoversKept = 100

    /// The bodies that moved most. The question is about one variant of the metric, whatever its breakdown and years.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - withSmall: whether shares of few cases move too.
    ///   - limit: how many are told.
    ///   - warehouse: the warehouse. An answer that it keeps is given again.
    /// - Returns: the movers asked for, and how many there are.
    /// - Throws: ``WarehouseError`` when the database refuses, as it does where a user's metric is no question.
    public func movers(
        in year: Int,
        withSmall: Bool,
        atMost limit: Int,
        of warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> Movers {
        let trend = ofBodies(since: year - 1, to: year)
        let figures = trend.figures(among: try warehouse.columns(of: metric.sql))
        if let rows = try warehouse.keptAnswer(
            to: trend.question(onMoversOf: figures, withSmall)
        ), let count = rows.first?.first?.integer {
            let sums = rows.map { GroupSums(values: Array($0.dropFirst())) }
            let kept = Mover.all(
                of: try trend.observations(of: figures, sums, in: warehouse),
                in: year,
                withSmall: withSmall
            )
            if kept.count >= min(limit, count) {
                return Movers(leading: Array(kept.prefix(limit)), count: count)
            }
        }
        let movers = Mover.all(
            of: try trend.observations(in: warehouse),
            in: year,
            withSmall: withSmall
        )
        return Movers(leading: Array(movers.prefix(limit)), count: movers.count)
    }

    /// The leading movers of a year, without shares of few cases, as the warehouse can keep them.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - warehouse: the warehouse.
    /// - Returns: the question and the rows that answer it; nothing if the metric has no figures.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func moversToKeep(
        in year: Int,
        of warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [(question: Warehouse.Question, rows: [[SQLValue]])] {
        let trend = ofBodies(since: year - 1, to: year)
        let figures = trend.figures(among: try warehouse.columns(of: metric.sql))
        guard !figures.isEmpty else { return [] }
        let sums = try trend.added([(trend, figures)], in: warehouse)[0]
        let movers = Mover.all(
            of: try trend.observations(of: figures, sums, in: warehouse),
            in: year,
            withSmall: false
        )
        let leading = Set(movers.prefix(Self.mostMoversKept).map(\.now.agency))
        let rows = sums.filter { leading.contains($0.group) }
            .map { [.integer(movers.count)] + $0.values }
        return [(trend.question(onMoversOf: figures, false), rows)]
    }

    private func ofBodies(since first: Int, to last: Int) -> Trend {
        var trend = self
        trend.breakdown = .agency
        trend.filter.from = first
        trend.filter.to = last
        return trend
    }

    private func question(onMoversOf figures: [Figure], _ withSmall: Bool) -> Warehouse.Question {
        var question = question(on: figures)
        question.text += "\nleading \(Self.mostMoversKept), small \(withSmall)"
        return question
    }
}
