import CSVCodec
import Exporting
import Measuring
import Phrasebook

/// Tells which metrics there are and how each is reckoned.
public enum MetricsJob {
    /// The dictionary of metrics, in the form asked for.
    public static func answer(_ surroundings: Surroundings, _ format: ResultFormat) -> [UInt8] {
        let words = surroundings.phrasebook
        let rows = surroundings.metrics.metrics.flatMap { metric in
            metric.definitions.map { definition -> [CSVEncoder.Field] in
                [
                    .text(metric.id), .text(definition.id),
                    .text(words.say(definition.name)),
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
        let metric = try surroundings.metric(id)
        let words = surroundings.phrasebook
        let columns = ["definition", "unit", "name", "numerator", "denominator"]
        let variants = ExportTable(
            name: "definitions",
            columns: columns.map { .init($0) },
            rows: metric.definitions.map { definition in
                [
                    .text(definition.id), .text(definition.unit.rawValue),
                    .text(words.say(definition.name)),
                    .text(definition.numerator), .text(definition.denominator),
                ]
            }
        )
        if format != .table { return variants.printed(format, words) }
        let facts = [
            ("question", words.say(metric.question)), ("caveat", words.say(metric.caveat)),
            ("source", words.say(metric.source)),
            ("better", words.say("better.\(metric.better.rawValue)")),
            ("version", String(metric.version)),
        ].map { "  \(words.say("metrics.\($0.0)")): \($0.1)\n" }.joined()
        let breaks = metric.definitions.flatMap { definition in
            definition.breaks.map { mark in
                "  \(definition.id) \(mark.year): \(words.say(mark.reason)) "
                    + "(\(words.say(mark.isComparable ? "break.mark" : "break.gap")))\n"
            }
        }.joined()
        let table = String(decoding: variants.printed(.table, words), as: UTF8.self)
        return Array(
            "\(words.say(metric.name))\n\(facts)\n\(table)\n\(breaks)\(metric.sql);\n".utf8
        )
    }
}
