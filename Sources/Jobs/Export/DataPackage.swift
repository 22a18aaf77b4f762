import Exporting
import Phrasebook

/// The description of the bundle's tables for programs: a Frictionless data package.
///
/// Source: the Data Package and Table Schema specifications, version 1.
struct DataPackage {
    private let tables: [BundleWriter.Table]
    private let surroundings: Surroundings

    init(_ tables: [BundleWriter.Table], _ surroundings: Surroundings) {
        self.tables = tables
        self.surroundings = surroundings
    }

    var bytes: [UInt8] {
        let words = surroundings.phrasebook
        let package = JSONValue.object([
            "name": .string("government-information-disclosure"),
            "title": .string(words.say("package.title")),
            "description": .string(words.say("package.description")),
            "profile": .string("tabular-data-package"),
            "resources": .array(
                tables.map { resource($0, $0.data, "") }
                    + tables.map { resource($0, $0.excel, "_excel") }
            ),
        ])
        return Array(package.text.utf8)
    }

    private func resource(
        _ table: BundleWriter.Table,
        _ file: BundleWriter.File,
        _ suffix: String
    ) -> JSONValue {
        let isExcel = !suffix.isEmpty
        let names = isExcel ? table.titles : table.columns.map(\.key)
        return .object([
            "name": .string(table.name + suffix),
            "path": .string(file.path),
            "profile": .string("tabular-data-resource"),
            "format": .string("csv"),
            "mediatype": .string("text/csv"),
            "encoding": .string(isExcel ? "utf-8-sig" : "utf-8"),
            "bytes": .integer(file.bytes),
            "hash": .string("sha256:" + file.sha256),
            "rows": .integer(table.rows),
            "dialect": .object([
                "delimiter": .string(","), "doubleQuote": .boolean(true),
                "lineTerminator": .string(isExcel ? "\r\n" : "\n"), "header": .boolean(true),
            ]),
            "schema": .object([
                "fields": .array(
                    zip(names, table.columns).map { name, column in field(name, column, table) }
                ),
                "missingValues": .array([.string("")]),
            ]),
        ])
    }

    private func field(
        _ name: String,
        _ column: ExportTable.Column,
        _ table: BundleWriter.Table
    ) -> JSONValue {
        let words = surroundings.phrasebook
        let explanation = "explain.\(column.key)"
        return .object([
            "name": .string(name),
            "type": .string(Self.type(column.type)),
            "title": .string(column.title(in: words)),
            "description": .string(words.has(explanation) ? words.say(explanation) : ""),
        ])
    }

    private static func type(_ type: ExportTable.ColumnType) -> String {
        switch type {
        case .text: "string"
        case .integer: "integer"
        case .decimal, .share: "number"
        case .date: "date"
        case .year: "year"
        }
    }
}
