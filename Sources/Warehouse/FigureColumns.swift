import ReportModel

/// The columns of the tables of figures: one for each cell of the forms, named after its code.
enum FigureColumns {
    /// Where a form's numbers stand: those of 2019 and later, and the sheet of statistics of 2014.
    enum Table: String, CaseIterable {
        case figures
        case sheet = "sheet_figures"

        /// The table in which a cell has its column.
        init(of code: CellCode) {
            self = code.section == .statistics ? .sheet : .figures
        }

        /// Its columns, in the form's order.
        var columns: [Column] { FigureColumns.all.filter { $0.table == self } }

        /// The statement that stores a report's numbers.
        var insert: String {
            let names = columns.map(\.name)
            return
                "INSERT INTO \(rawValue) (revision_id, \(names.joined(separator: ", "))) VALUES (?"
                + String(repeating: ", ?", count: names.count) + ")"
        }
    }

    /// A cell's column.
    struct Column {
        let code: CellCode
        let table: Table
        let name: String
        /// Amounts are decimals and stay text; a float would change them.
        let type: String

        /// The name with its table's.
        var qualified: String { "\(table.rawValue).\(name)" }
    }

    /// All columns, in the form's order.
    static let all: [Column] = CellCode.all.map { code in
        Column(
            code: code,
            table: Table(of: code),
            name: name(of: code),
            type: code.unit.isWhole ? "INTEGER" : "TEXT"
        )
    }

    /// `s3_granted_total` for `s3.granted.total`.
    static func name(of code: CellCode) -> String {
        String(code.name.map { $0 == "." ? "_" : $0 })
    }

    /// The view that turns a report's row into a row a cell, on which `v_cell` stands.
    static let byCode: String =
        "CREATE VIEW figure_by_code (revision_id, ordinal, code, value) AS\n"
        + all.map { column in
            "SELECT revision_id, \(column.code.ordinal), '\(column.code.name)', \(column.name)"
                + " FROM \(column.table.rawValue)"
        }.joined(separator: "\nUNION ALL\n")

    /// The view that says which codes an edition's form has.
    static let ofEditions: String =
        "CREATE VIEW edition_code (edition, code) AS VALUES\n"
        + EditionID.allCases.flatMap { edition in
            edition.codes.map { "('\(edition.rawValue)', '\($0.name)')" }
        }.joined(separator: ",\n")

    /// The statements that store a report's numbers, a table each.
    static let inserts = Table.allCases.map { table in
        (table: table, columns: table.columns, statement: table.insert)
    }

    /// The number as its column holds it; no value where the column can't.
    static func value(of cell: Cell, in code: CellCode) -> SQLValue {
        guard let value = cell.figure.value else { return .null }
        return code.unit.isWhole ? SQLValue(value.whole) : .text(value.description)
    }

    /// Whether the number in its column tells all that there is to tell.
    static func tellsAll(_ cell: Cell, in code: CellCode) -> Bool {
        switch cell.figure {
        case .number(let value):
            cell.printed == value.description
                && (!code.unit.isWhole || value.whole != nil)
        case .blank: cell.printed.isEmpty
        default: false
        }
    }
}
