import Exporting
import Measuring
import Phrasebook
import ReportModel

/// A trend as a chart.
struct TrendChart {
    private let answer: TrendAnswer

    init(_ answer: TrendAnswer) {
        self.answer = answer
    }

    /// More lines than this nobody tells apart.
    private static let mostSeries = 8

    /// The chart: variants of one unit, the series with most cases in the last year they have.
    var chart: LineChart {
        let words = answer.words
        let drawn = answer.trend.definitions.filter { definition in
            answer.observations.contains {
                $0.definition == definition.id && $0.status == .ok
            }
        }
        let unit = (drawn.first ?? answer.trend.definitions[0]).unit
        // Beside groups of bodies or reasons there is room for one variant only: the first, or the one asked for.
        let definitions =
            answer.trend.breakdown == .whole
            ? drawn.filter { $0.unit == unit } : Array(drawn.prefix(1))
        var series = definitions.flatMap(series)
        let all = series.count
        if all > Self.mostSeries {
            let kept = series.enumerated().sorted {
                $0.element.weight == $1.element.weight
                    ? $0.offset < $1.offset : $0.element.weight > $1.element.weight
            }.prefix(Self.mostSeries).map(\.offset).sorted()
            series = kept.map { series[$0] }
        }
        var notes = definitions.map { "\($0.id) = \($0.formula)" }
        if all > series.count {
            notes.append(words.say("chart.most", String(series.count), String(all)))
        }
        let other = drawn.count - definitions.count
        if other > 0 { notes.append(words.say("chart.other_units", String(other))) }
        notes.append(words.say(unit == .share ? "chart.marks" : "chart.source"))
        return LineChart(
            title: words.say(answer.trend.metric.name),
            subtitle: definitions.map { words.say($0.name) }.joined(separator: " · "),
            notes: notes,
            series: series.map(\.line),
            breaks: definitions.first.map(answer.breaks) ?? [],
            unit: unit == .share ? .share : unit == .count ? .count : .ratio
        )
    }

    private func series(
        of definition: Metric.Definition
    ) -> [(line: LineChart.Series, weight: Int)] {
        var lines: [(line: LineChart.Series, weight: Int)] = []
        var last: Observation?
        for observation in answer.observations where observation.definition == definition.id {
            if last?.series != observation.series || last?.group != observation.group {
                let own = answer.name(observation.series, observation.group)
                let name = own.isEmpty ? definition.id : own
                lines.append((LineChart.Series(name: name, points: []), 0))
            }
            last = observation
            guard observation.status == .ok,
                let value = observation.isCount ? observation.numerator : observation.millionths
            else { continue }
            let line = lines.count - 1
            lines[line].weight = observation.denominator ?? observation.numerator ?? 0
            let before = lines[line].line.points.last
            lines[line].line.points.append(
                LineChart.Point(
                    year: observation.year,
                    value: value,
                    interval: observation.interval.map { $0.low...$0.high },
                    isSmall: observation.isSmall,
                    isConnected: before.map {
                        !definition.isInterrupted(from: $0.year, to: observation.year)
                    } ?? false
                )
            )
        }
        return lines.filter { !$0.line.points.isEmpty }
    }
}
