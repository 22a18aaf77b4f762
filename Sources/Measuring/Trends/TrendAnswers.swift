public import ReportModel
public import Warehouse

extension Trend {
    /// The answer: sums for each variant, series, group of bodies and year, in that order.
    ///
    /// A report without one of the halves is left out of both sums, and counted as left out. One that a government of
    /// the same group counts too is not added again. Years that a variant doesn't cover are not there. An answer that
    /// was kept is given again.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses, as it does where a user's metric is no question.
    public func observations(
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [Observation] {
        let figures = figures(among: try warehouse.columns(of: metric.sql))
        guard !figures.isEmpty else { return [] }
        let sums: [GroupSums]
        if let kept = try warehouse.keptAnswer(to: question(on: figures)) {
            sums = kept.map(GroupSums.init(values:))
        } else {
            sums = try added([(self, figures)], in: warehouse)[0]
        }
        return try observations(of: figures, sums, in: warehouse)
    }

    /// The answers by several breakdowns, for which the reports are gone through once.
    ///
    /// - Parameters:
    ///   - breakdowns: instead of the question's own.
    ///   - warehouse: the warehouse.
    ///   - take: takes each answer, in the order of the breakdowns; those that the metric doesn't have are passed over.
    /// - Throws: ``WarehouseError`` when the database refuses, and what `take` throws.
    public func eachAnswer(
        by breakdowns: [Breakdown],
        in warehouse: borrowing Warehouse,
        _ take: (Breakdown, [Observation]) throws -> Void
    ) throws {
        let parts = try parts(by: breakdowns, in: warehouse)
        for (part, sums) in zip(parts, try added(parts, in: warehouse)) {
            try take(
                part.trend.breakdown,
                try part.trend.observations(of: part.figures, sums, in: warehouse)
            )
        }
    }

    /// The answers by several breakdowns as the warehouse can keep them.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func answersToKeep(
        by breakdowns: [Breakdown],
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [(question: Warehouse.Question, rows: [[SQLValue]])] {
        let parts = try parts(by: breakdowns, in: warehouse)
        return zip(parts, try added(parts, in: warehouse)).map { part, sums in
            (part.trend.question(on: part.figures), sums.map(\.values))
        }
    }

    /// The question by one breakdown, and the figures that has.
    typealias Part = (trend: Trend, figures: [Figure])

    private func parts(
        by breakdowns: [Breakdown],
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [Part] {
        let columns = try warehouse.columns(of: metric.sql)
        return breakdowns.compactMap { breakdown in
            var trend = self
            trend.breakdown = breakdown
            let figures = trend.figures(among: columns)
            return figures.isEmpty ? nil : (trend, figures)
        }
    }

    /// The figures to reckon: a column a numerator, as the metric's question has them.
    func figures(among columns: [String]) -> [Figure] {
        definitions.flatMap { definition -> [Figure] in
            let members = series.map { series in
                series.members.filter { columns.contains("\(definition.id) by \($0)") }
            }
            return (members ?? [""]).map { Figure(definition: definition, series: $0) }
        }
    }

    /// Goes through the reports, and adds them up for each part.
    func added(
        _ parts: [Part],
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [[GroupSums]] {
        guard !parts.isEmpty else { return [] }
        var figures: [Figure] = []
        var places: [Figure: Int] = [:]
        for figure in parts.flatMap(\.figures) where places[figure] == nil {
            places[figure] = figures.count
            figures.append(figure)
        }
        var tallies = parts.map { part in
            Tally(
                figures: part.figures.compactMap { places[$0] },
                addsUp: part.figures.map { !$0.definition.countsReports },
                panel: panel
            )
        }
        let reports = MeasuredReports(
            TrendQuery(self, figures, by: parts.map(\.trend.breakdown)).sql,
            parameters,
            figures: figures.count,
            breakdowns: parts.count
        )
        if panel == .stable {
            try reports.each(in: warehouse) { report, groups in
                for part in tallies.indices {
                    tallies[part].look(at: report, isCovered: groups.isCovered(part))
                }
            }
        }
        try reports.each(in: warehouse) { report, groups in
            for part in tallies.indices {
                tallies[part].add(
                    report,
                    to: groups.name(part, unlike: tallies[part].lastGroup),
                    isCovered: groups.isCovered(part)
                )
            }
        }
        return tallies.map(\.results)
    }

    /// All that an answer depends on besides the warehouse.
    func question(on figures: [Figure]) -> Warehouse.Question {
        let sql = TrendQuery(self, figures, by: [breakdown]).sql
        let adding = "sums \(GroupSums.version) of \(panel.rawValue) by \(breakdown.rawValue)"
        return Warehouse.Question(text: sql + "\n" + adding, parameters: parameters)
    }

    func observations(
        of figures: [Figure],
        _ sums: [GroupSums],
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [Observation] {
        let names = try groupNames(in: warehouse)
        return figures.enumerated().flatMap { number, figure -> [Observation] in
            let observations = Self.withChanges(
                sums.compactMap { observation(figure, number, $0, names) },
                figure.definition
            )
            return breakdown == .level ? Self.byRank(observations) : observations
        }
    }

    private func observation(
        _ figure: Figure,
        _ number: Int,
        _ sums: GroupSums,
        _ names: [String: String]
    ) -> Observation? {
        let definition = figure.definition
        guard definition.from.map({ sums.year >= $0 }) ?? true,
            definition.to.map({ sums.year <= $0 }) ?? true
        else { return nil }
        var observation = Observation(
            metric: metric.id,
            definition: definition.id,
            series: figure.series,
            agency: breakdown == .agency ? sums.group : "",
            dimension: breakdown.rawValue,
            group: names[sums.group] ?? sums.group,
            isCount: definition.unit == .count,
            isShare: definition.unit == .share,
            year: sums.year
        )
        let sum = sums.figures[number]
        if sum.reports > 0 {
            observation.numerator = sum.numerator
            observation.denominator = definition.unit == .count ? nil : sum.denominator
        }
        observation.reports = sum.reports
        observation.leftOut = sum.leftOut
        observation.failedFindings = sum.failedFindings
        observation.scopeChanges = sum.scopeChanges
        observation.otherForms = sum.otherForms
        observation.covered = definition.countsReports ? 0 : sums.covered
        return observation
    }

    /// The observations of a figure, each with what has changed since the year before.
    private static func withChanges(
        _ observations: [Observation],
        _ definition: Metric.Definition
    ) -> [Observation] {
        var changed = observations
        for index in observations.indices.dropFirst() {
            let (before, now) = (observations[index - 1], observations[index])
            guard before.group == now.group, before.year == now.year - 1,
                !definition.isInterrupted(from: before.year, to: now.year)
            else { continue }
            changed[index].change = Self.change(from: before, to: now)
        }
        return changed
    }

    private static func change(from before: Observation, to now: Observation) -> Int? {
        if now.isShare {
            guard let early = before.millionths, let late = now.millionths else { return nil }
            return late - early
        }
        let early = now.isCount ? before.numerator : before.millionths
        let late = now.isCount ? now.numerator : now.millionths
        guard let early, let late, early > 0 else { return nil }
        return Int(exactly: (Double(late - early) / Double(early) * 1_000_000).rounded())
    }

    /// What groups are called where their code doesn't say it.
    private func groupNames(
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [String: String] {
        guard [.province, .prefecture, .county].contains(breakdown) else { return [:] }
        var names = ["~": "unplaced"]
        for region in try warehouse.regionNames() { names[region.code] = region.name }
        return names
    }

    private static func byRank(_ observations: [Observation]) -> [Observation] {
        let ranks = AgencyLevel.allCases.map(\.rawValue)
        return observations.enumerated().sorted { left, right in
            let rank = (
                ranks.firstIndex(of: left.element.group) ?? ranks.count,
                ranks.firstIndex(of: right.element.group) ?? ranks.count
            )
            return rank.0 == rank.1 ? left.offset < right.offset : rank.0 < rank.1
        }.map(\.element)
    }
}
