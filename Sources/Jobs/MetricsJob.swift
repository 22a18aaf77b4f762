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

    /// One metric: its question, its variants, what to beware of, and the SQL that reckons it.
    ///
    /// - Parameters:
    ///   - id: the metric.
    ///   - surroundings: the words.
    ///   - format: how it is printed.
    /// - Returns: the explanation.
    /// - Throws: ``JobError/usage(_:_:)`` when there is no such metric.
    public static func show(
        _ id: String,
        _ surroundings: Surroundings,
        _ format: ResultFormat
    ) throws(JobError) -> [UInt8] {
        guard let metric = Metric.all.first(where: { $0.id == id }) else {
            throw .usage("error.no_such_metric", [id, TrendJob.metrics.joined(separator: ", ")])
        }
        let words = surroundings.phrasebook
        let columns = ["definition", "unit", "name", "numerator", "denominator"]
        let variants = ExportTable(
            name: "definitions",
            columns: columns.map { .init($0) },
            rows: metric.definitions.map { definition in
                [
                    .text(definition.id), .text(definition.unit.rawValue),
                    .text(words.say("definition.\(id).\(definition.id)")),
                    .text(definition.numerator), .text(definition.denominator),
                ]
            }
        )
        if format != .table { return variants.printed(format, words) }
        let head = [words.say("metric.\(id)"), words.say("caveat.\(id)")].joined(separator: "\n")
        let table = String(decoding: variants.printed(.table, words), as: UTF8.self)
        return Array("\(head)\n\n\(table)\n\(metric.sql ?? "")".utf8)
    }
}
