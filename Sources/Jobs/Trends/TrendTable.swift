import Exporting
import Measuring
import Phrasebook
import ReportModel

/// A trend for people: its figures, where each series is going, how it is reckoned, what was left out.
struct TrendTable {
    private let answer: TrendAnswer
    private let trend: Trend
    private let words: Phrasebook
    /// What is shown: series with a figure in at least one year.
    private let observations: [Observation]
    /// How many series have none.
    private let silent: Int

    /// Variants that say in all years what another one says, by the other's id.
    private let repeated: [String: String]

    init(_ answer: TrendAnswer) {
        self.answer = answer
        trend = answer.trend
        words = answer.words
        // The years of a series stand together.
        let series = Self.runs(of: answer.observations) {
            $0.definition == $1.definition && $0.series == $1.series && $0.group == $1.group
        }
        let speaking = series.filter { $0.contains { $0.status == .ok } }
        let repeated = Self.repeated(answer.observations)
        self.repeated = repeated
        observations = (speaking.isEmpty ? series : speaking)
            .filter { $0.first.map { repeated[$0.definition] == nil } ?? false }.flatMap { $0 }
        silent = speaking.isEmpty ? 0 : series.count - speaking.count
    }

    private static func runs(
        of observations: [Observation],
        _ belong: (Observation, Observation) -> Bool
    ) -> [ArraySlice<Observation>] {
        var runs: [ArraySlice<Observation>] = []
        var rest = observations[...]
        while let first = rest.first {
            let run = rest.prefix { belong(first, $0) }
            runs.append(run)
            rest = rest[run.endIndex...]
        }
        return runs
    }

    private static func repeated(_ observations: [Observation]) -> [String: String] {
        var repeated: [String: String] = [:]
        var known: [ArraySlice<Observation>] = []
        for figures in runs(of: observations, { $0.definition == $1.definition }) {
            guard let definition = figures.first?.definition else { continue }
            if let other = known.first(where: { $0.elementsEqual(figures, by: areSaidAlike) }) {
                repeated[definition] = other.first?.definition
            } else {
                known.append(figures)
            }
        }
        return repeated
    }

    private static func areSaidAlike(_ one: Observation, _ other: Observation) -> Bool {
        one.year == other.year && one.numerator == other.numerator
            && one.denominator == other.denominator && one.leftOut == other.leftOut
            && one.series == other.series && one.group == other.group
    }

    /// For a terminal.
    var text: String {
        let notes = definitions.map { "  " + $0 + "\n" }.joined()
        let remarks = footnotes.map { "  " + $0 + "\n" }.joined()
        return words.say(trend.metric.name) + "\n\n"
            + TerminalTable(columns: columns, rows: rows).text + "\n" + directions() + notes
            + remarks
    }

    /// To paste.
    var markdown: String {
        let list =
            (directionLines.map { $0.filter { !$0.isEmpty }.joined(separator: " · ") }
            + definitions + footnotes)
            .map { "- " + MarkdownTable.harmless($0) + "\n" }
        return "**" + MarkdownTable.harmless(words.say(trend.metric.name)) + "**\n\n"
            + MarkdownTable(columns: columns, rows: rows).text + "\n" + list.joined()
    }

    private var isBrokenDown: Bool { trend.breakdown != .whole }

    private var columns: [TerminalTable.Column] {
        let heads = ["definition"] + (isBrokenDown ? [trend.breakdown.rawValue] : [])
        let figures = [
            "year", "numerator", "denominator", "value", "interval", "change", "reports",
            "left_out",
        ]
        return heads.map { TerminalTable.Column(words.say("column.\($0)")) }
            + figures.map { TerminalTable.Column(words.say("column.\($0)"), isNumeric: true) }
            + [TerminalTable.Column(words.say("column.remark"))]
    }

    private var rows: [[String]] {
        observations.map { observation in
            let head =
                [observation.definition]
                + (isBrokenDown ? [answer.name(observation.series, observation.group)] : [])
            let figures = [
                String(observation.year),
                observation.isCount ? "" : observation.numerator.map { String($0) } ?? "",
                observation.denominator.map { String($0) } ?? "",
                FigureText.value(of: observation), FigureText.interval(of: observation),
                FigureText.change(of: observation), String(observation.reports),
                String(observation.leftOut),
            ]
            return head + figures + [remark(observation)]
        }
    }

    private func remark(_ observation: Observation) -> String {
        var remarks: [String] = []
        func add(_ key: String, _ count: Int) {
            if count > 0 { remarks.append(words.say("remark.\(key)", String(count))) }
        }
        if observation.status != .ok {
            remarks.append(words.say("status.\(observation.status.rawValue)"))
        }
        if observation.isSmall { add("small", Observation.fewCases) }
        add("failed", observation.failedFindings)
        add("covered", observation.covered)
        add("scope_changed", observation.scopeChanges)
        add("other_form", observation.otherForms)
        let definition = trend.metric.definition(observation.definition)
        for mark in definition?.breaks ?? [] where mark.year == observation.year {
            remarks.append(words.say(mark.isComparable ? "break.mark" : "break.gap"))
        }
        return remarks.joined(separator: "; ")
    }

    /// More lines than this nobody reads below a table.
    private static let mostDirections = 40

    private func directions() -> String {
        let lines = directionLines.map { ["  " + $0[0]] + $0.dropFirst() }
        guard !lines.isEmpty else { return "" }
        let columns = (0..<4).map { _ in TerminalTable.Column("") }
        return String(TerminalTable(columns: columns, rows: lines).text.drop { $0 == "\n" }) + "\n"
    }

    /// A line a series: its shape, and where it is going as far as that can be said.
    private var directionLines: [[String]] {
        let directions = Direction.all(of: observations, trend.definitions)
        guard directions.count <= Self.mostDirections else { return [] }
        return directions.map { direction in
            let years = direction.points.map(\.year)
            let span = (years.min() ?? 0)...(years.max() ?? 0)
            let values = span.map { year in direction.points.first { $0.year == year }?.value }
            return [
                direction.definition, answer.name(direction.series, direction.group),
                Sparkline.text(of: values), verdict(on: direction),
            ]
        }
    }

    private func verdict(on direction: Direction) -> String {
        let gap = direction.isInterrupted ? words.say("trend.behind_gap") + " " : ""
        guard let slope = direction.slope, let probability = direction.probability else {
            return gap + words.say("trend.too_short", String(direction.years))
        }
        let isShare =
            trend.metric.definition(direction.definition)?.unit == .share
        let step =
            direction.isCount
            ? FigureText.decimals(slope, 1)
            : isShare
                ? FigureText.decimals(slope / 10_000, 2)
                : FigureText.decimals(slope / 1_000_000, 3)
        return gap
            + words.say(
                "trend.slope.\(isShare ? "share" : "count")",
                (slope > 0 ? "+" : "") + step,
                FigureText.decimals(probability, 3)
            )
    }

    private var definitions: [String] {
        trend.definitions.map { definition in
            if let other = repeated[definition.id] {
                return "\(definition.id): \(words.say("trend.repeated", other))"
            }
            return "\(definition.id): \(words.say(definition.name)) = \(definition.formula)"
        }
    }

    private var footnotes: [String] {
        var notes: [String] = []
        for definition in trend.definitions {
            for mark in definition.breaks
            where observations.contains(where: {
                $0.definition == definition.id && $0.year < mark.year
            }) {
                notes.append("\(definition.id) \(mark.year): \(words.say(mark.reason))")
            }
        }
        if silent > 0 { notes.append(words.say("trend.silent", String(silent))) }
        if trend.panel == .stable { notes.append(words.say("trend.stable")) }
        if trend.breakdown != .agency { notes.append(words.say("trend.caution")) }
        return notes
    }
}
