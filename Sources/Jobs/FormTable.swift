import CSVCodec
import Exporting
import FormCatalog
import ReportModel
import Warehouse

/// A report's cells laid out as the official form has them: a table for each section, rows and columns in the
/// form's words.
enum FormTable {
    /// The tables of one report.
    ///
    /// - Parameters:
    ///   - cells: the report's cells in the form's order, as the warehouse gives them.
    ///   - failed: the codes that findings which fail speak of.
    ///   - official: the form's words.
    /// - Returns: a table for each section that has cells; a mark stands behind doubtful figures.
    static func tables(
        of cells: [SQLRow],
        _ failed: Set<String>,
        _ official: OfficialLabels
    ) -> [ExportTable] {
        let codes = Dictionary(uniqueKeysWithValues: CellCode.all.map { ($0.name, $0) })
        var sections:
            [FormSection: (columns: [String], rows: [(label: String, cells: [String: String])])] =
                [:]
        for cell in cells {
            guard let code = cell["code"].text.flatMap({ codes[$0] }) else { continue }
            let labels = official.labels(of: code)
            var section = sections[code.section] ?? ([], [])
            let rowKey = code.name.split(separator: ".").dropLast().joined(separator: ".")
            if !section.columns.contains(labels.column) { section.columns.append(labels.column) }
            if section.rows.last.map({ $0.cells["key"] != rowKey || code.section == .statistics })
                ?? true
            {
                section.rows.append((labels.row, ["key": rowKey]))
            }
            section.rows[section.rows.count - 1].cells[labels.column] = text(
                of: cell,
                isFailed: failed.contains(code.name)
            )
            sections[code.section] = section
        }
        return FormSection.allCases.compactMap { section in
            guard let (columns, rows) = sections[section] else { return nil }
            return ExportTable(
                name: section.rawValue,
                columns: [.init("row_label")] + columns.map { .init($0) },
                rows: rows.map { row in
                    [.text(row.label)] + columns.map { .init(row.cells[$0]) }
                }
            )
        }
    }

    /// What was printed, and what is doubtful about it: `?` ambiguous, `~` inferred, `!` a rule fails.
    private static func text(of cell: SQLRow, isFailed: Bool) -> String {
        let printed = cell["printed"].text ?? ""
        let mark =
            switch cell["state"].text {
            case "ambiguous": "?"
            case "inferred": "~"
            case "absent": "×"
            default: ""
            }
        return printed + mark + (isFailed ? "!" : "")
    }
}
