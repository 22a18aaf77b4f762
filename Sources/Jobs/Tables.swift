import CSVCodec
import Exporting
import FormCatalog
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// The tables of the export bundle: which columns each has, and how the warehouse's rows fill them.
enum Tables {
    typealias Column = ExportTable.Column

    /// One row a cell of a report.
    static let factColumns = [
        Column("agency"), Column("year", .year), Column("code"), Column("row_label"),
        Column("column_label"), Column("state"), Column("value", .decimal), Column("printed"),
        Column("unit"), Column("file"), Column("page", .integer), Column("table", .integer),
        Column("row", .integer), Column("column", .integer), Column("line", .integer),
        Column("agency_id"),
    ]

    /// What all rows of a report say alike.
    struct FactReport {
        fileprivate let head: CSVTwinEncoder.Block
        fileprivate let path: CSVTwinEncoder.Block
        fileprivate let agency: CSVTwinEncoder.Block

        init(_ report: SQLRow) {
            head = .init([.init(report["agency"].text), .init(report["year"].integer)])
            path = .init([.init(report["path"].text)])
            agency = .init([.init(report["agency_id"].text)])
        }
    }

    /// What all rows of a cell say alike.
    struct FactCell {
        fileprivate let labels: CSVTwinEncoder.Block
        fileprivate let unit: CSVTwinEncoder.Block

        init(_ code: CellCode, _ official: (row: String, column: String)) {
            labels = .init([.text(code.name), .text(official.row), .text(official.column)])
            unit = .init([.text(code.unit.rawValue)])
        }
    }

    /// A cell of a report as a row of ``factColumns``.
    static func fact(
        _ report: FactReport,
        _ cell: StoredCell,
        _ known: FactCell
    ) -> [CSVTwinEncoder.Piece] {
        [
            .block(report.head), .block(known.labels), .field(.text(cell.state)),
            .field(number(cell.value)),
            .field(cell.printed.isEmpty ? .missing : .text(cell.printed)), .block(known.unit),
            .block(report.path), .field(.init(cell.page)), .field(.init(cell.table)),
            .field(.init(cell.row)), .field(.init(cell.column)), .field(.init(cell.line)),
            .block(report.agency),
        ]
    }

    /// The cells of reports that no warehouse holds.
    static func cells(_ reports: [Report], _ official: OfficialLabels) -> ExportTable {
        let keys = ["code", "row_label", "column_label", "state"].map { Column($0) }
        let places = ["page", "table", "row", "column", "line"].map { Column($0, .integer) }
        let cells = reports.flatMap(\.cells.inFormOrder)
        let rows = cells.map { code, cell -> [CSVEncoder.Field] in
            let labels = official.labels(of: code)
            let origin = cell.origin ?? Origin()
            return [
                .text(code.name), .text(labels.row), .text(labels.column),
                .text(cell.figure.state),
                cell.figure.value.map { .number($0.description) } ?? .missing,
                .text(cell.printed), .init(origin.page), .init(origin.table), .init(origin.row),
                .init(origin.column), .init(origin.line),
            ]
        }
        return ExportTable(
            name: "cells",
            columns: keys + [Column("value", .decimal), Column("printed")] + places,
            rows: rows
        )
    }

    /// What is known of a report beside its figures.
    static let reportColumns = [
        Column("agency"), Column("year", .year), Column("published", .date), Column("title"),
        Column("edition"), Column("agency_evidence"), Column("year_evidence"), Column("file"),
        Column("sha256"), Column("revisions", .integer), Column("contested", .integer),
        Column("covered", .integer), Column("failed_findings", .integer),
        Column("uncertain_findings", .integer), Column("warnings", .integer), Column("scope"),
        Column("agency_printed"), Column("agency_id"), Column("region"), Column("level"),
        Column("kind"), Column("sector"),
    ]

    /// One row a report, its refusals by ground.
    static func refusalReasons(_ rows: [SQLRow], _ official: OfficialLabels) -> ExportTable {
        let reasons = RequestRow.refusals.map { row in
            Column(
                row.rawValue,
                .integer,
                label: official.labels(of: .request(row, .total)).row
            )
        }
        let columns =
            [
                Column("agency"), Column("year", .year), Column("closed", .integer),
                Column("refused_answers", .integer),
            ] + reasons + [Column("covered", .integer), Column("agency_id")]
        return ExportTable(name: "refusal_reasons", columns: columns, rows: fields(rows, columns))
    }

    /// One row a report, how fast it was as far as it tells.
    static func responses(_ rows: [SQLRow]) -> ExportTable {
        let columns = [
            Column("agency"), Column("year", .year), Column("closed", .integer),
            Column("closed_on_time", .integer), Column("closed_extended", .integer),
            Column("claims_on_time", .integer), Column("stated_rate"), Column("stated_days"),
            Column("stated_working_days"), Column("quote"), Column("carried_out", .integer),
            Column("to_do", .integer), Column("covered", .integer), Column("agency_id"),
        ]
        return ExportTable(name: "response", columns: columns, rows: fields(rows, columns))
    }

    /// One row a finding.
    static func findings(_ rows: [SQLRow]) -> ExportTable {
        let columns = [
            Column("agency"), Column("year", .year), Column("rule"), Column("severity"),
            Column("scope"), Column("verdict"), Column("formula"),
            Column("left_side"), Column("right_side"), Column("fault"),
            Column("if_blanks_are_zero"), Column("cells"), Column("file"),
            Column("against"), Column("accepted"), Column("finding_id"),
        ]
        return ExportTable(name: "findings", columns: columns, rows: fields(rows, columns))
    }

    /// One row a doubt of the reader's.
    static func warnings(_ rows: [SQLRow], _ phrasebook: Phrasebook) -> ExportTable {
        let columns = [
            Column("agency"), Column("year", .year), Column("warning"), Column("message"),
            Column("file"), Column("table", .integer), Column("line", .integer),
        ]
        return ExportTable(
            name: "warnings",
            columns: columns,
            rows: rows.map { row in
                let details = (1...3).compactMap { row["detail_\($0)"].text }
                let code = row["code"].text ?? ""
                return [
                    .init(row["agency"].text), .init(row["year"].integer), .text(code),
                    .text(phrasebook.say("warning.\(code)", details: details)),
                    .init(row["path"].text), .init(row["table_number"].integer),
                    .init(row["line"].integer),
                ]
            }
        )
    }

    /// One row a claim of a report's text.
    static func claims(_ rows: [SQLRow]) -> ExportTable {
        let columns = [
            Column("agency"), Column("year", .year), Column("subject"), Column("claim"),
            Column("value", .decimal), Column("claim_unit"), Column("approximate", .integer),
            Column("quote"), Column("file"), Column("page", .integer), Column("table", .integer),
            Column("line", .integer),
        ]
        return ExportTable(name: "claims", columns: columns, rows: fields(rows, columns))
    }

    private static let databaseNames = [
        "file": "path", "claim": "kind", "claim_unit": "unit", "table": "table_number",
        "refused_answers": "refused",
    ]

    static func fields(_ rows: [SQLRow], _ columns: [Column]) -> [[CSVEncoder.Field]] {
        rows.map { row in
            columns.map { column in
                let value = row[databaseNames[column.key] ?? column.key]
                return column.type == .text || column.type == .date
                    ? value.text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .missing
                    : number(value)
            }
        }
    }

    static func number(_ value: SQLValue) -> CSVEncoder.Field {
        value.text.map { .number($0) } ?? .missing
    }
}
