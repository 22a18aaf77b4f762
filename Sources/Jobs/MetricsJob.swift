import CSVCodec
import Exporting
import Measuring
import Phrasebook
import ReportModel
import Warehouse

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
        let example = try example(of: metric, surroundings).map { $0 + "\n" } ?? ""
        return Array(
            "\(words.say(metric.name))\n\(facts)\n\(table)\n\(breaks)\(example)\n\(metric.sql);\n"
                .utf8
        )
    }

    /// The last figure of the primary variant that the warehouse has; `nil` where there is no warehouse, or no figure.
    private static func example(
        of metric: Metric,
        _ surroundings: Surroundings
    ) throws(JobError) -> String? {
        let warehouse: Warehouse
        do { warehouse = try surroundings.openForReading() } catch {
            if case .noWarehouse = error { return nil }
            throw error
        }
        do throws(WarehouseError) {
            guard let definition = metric.definitions.first(where: \.hasWhole),
                let last = try Trend(metric: metric, definition: definition)
                    .observations(in: warehouse).last(where: { $0.status == .ok })
            else { return nil }
            let halves = [last.numerator, last.denominator].compactMap { $0.map { String($0) } }
            return surroundings.phrasebook.say(
                "metrics.example",
                "\(metric.id).\(definition.id)",
                String(last.year),
                halves.joined(separator: " / "),
                FigureText.value(of: last),
                String(last.reports)
            )
        } catch {
            throw surroundings.failure(of: metric, error)
        }
    }
}
