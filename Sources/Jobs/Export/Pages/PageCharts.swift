import Exporting
import Measuring
import Phrasebook
import ReportModel

/// Charts for pages, in both languages.
struct PageCharts {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// A chart of some variants of a metric, all of one unit.
    func drawing(
        _ metric: Metric,
        _ observations: [Observation],
        _ definitions: [Metric.Definition]
    ) -> HTMLNode {
        func svg(_ language: Language) -> String {
            guard let words = try? surroundings.speaking(language) else { return "" }
            var trend = Trend(metric: metric)
            if definitions.count == 1 { trend.definition = definitions[0] }
            let own = observations.filter { observation in
                definitions.contains { $0.id == observation.definition }
            }
            return TrendChart(TrendAnswer(trend, own, words)).chart.svg
        }
        return .drawing(english: svg(.english), chinese: svg(.chinese))
    }
}
