import CSVCodec
import Exporting
import FormCatalog
import Measuring
import Phrasebook
import ReportModel

/// The table that explains the others: every column, every cell code, every metric.
enum DataDictionary {
    private static func explanation(
        of column: ExportTable.Column,
        _ words: Phrasebook
    ) -> String {
        words.has("explain.\(column.key)") ? words.say("explain.\(column.key)") : column.label ?? ""
    }

    private static func isCell(_ key: String) -> Bool { key.contains(".") }

    /// One row for each thing that has a name in the bundle.
    static func table(of tables: [BundleWriter.Table], _ surroundings: Surroundings) -> ExportTable
    {
        let words = surroundings.phrasebook
        var rows: [[CSVEncoder.Field]] = []
        for table in tables {
            for column in table.columns where Int(column.key) == nil && !Self.isCell(column.key) {
                rows.append([
                    .text("column"), .text(table.name + ".csv"), .text(column.key),
                    .text(column.title(in: words)), .text(column.type.rawValue),
                    .missing, .text(Self.explanation(of: column, words)),
                ])
            }
        }
        for code in CellCode.all {
            let labels = surroundings.official.labels(of: code)
            rows.append([
                .text("cell"), .text("facts.csv"), .text(code.name), .text(labels.row),
                .text(code.unit.isWhole ? "integer" : "decimal"), .text(code.unit.rawValue),
                .text(labels.column),
            ])
        }
        for metric in surroundings.metrics.metrics {
            for definition in metric.definitions {
                rows.append([
                    .text("metric"), .text("trends.csv"), .text("\(metric.id).\(definition.id)"),
                    .text(words.say(definition.name)), .text(definition.unit.rawValue),
                    .missing, .text(definition.formula),
                ])
            }
        }
        let columns = ["kind", "file", "key", "name", "type", "unit", "explanation"]
        return ExportTable(
            name: "data_dictionary",
            columns: columns.map { .init($0) },
            rows: rows
        )
    }
}
