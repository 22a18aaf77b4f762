import CSVCodec
import Exporting
import Measuring
import Phrasebook

/// Tells which metrics there are and how each is reckoned.
public enum MetricsJob {
    /// The dictionary of metrics, in the form asked for.
    public static func answer(_ surroundings: Surroundings, _ format: ResultFormat) -> [UInt8] {
        let words = surroundings.phrasebook
        let rows = Metric.all.flatMap { metric in
            metric.definitions.map { definition -> [CSVEncoder.Field] in
                [
                    .text(metric.id), .text(definition.id),
                    .text(words.say("definition.\(metric.id).\(definition.id)")),
                    .text(definition.numerator), .text(definition.denominator),
                ]
            }
        }
        let columns = ["metric", "definition", "name", "numerator", "denominator"]
        return ExportTable(name: "metrics", columns: columns.map { .init($0) }, rows: rows)
            .printed(format, words)
    }
}
