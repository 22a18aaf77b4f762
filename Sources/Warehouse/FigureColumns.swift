import ReportModel

/// The columns of `figures`: one for each cell of the form, named after its code.
enum FigureColumns {
    /// A column's name and type. Amounts are decimals and stay text; a float would change them.
    static let all: [(code: CellCode, name: String, type: String)] = CellCode.all.map { code in
        (code, name(of: code), code.unit.isWhole ? "INTEGER" : "TEXT")
    }

    /// `s3_granted_total` for `s3.granted.total`.
    static func name(of code: CellCode) -> String {
        String(code.name.map { $0 == "." ? "_" : $0 })
    }

    /// The view that turns a report's row into a row a cell, on which `v_cell` stands.
    static let byCode: String =
        "CREATE VIEW figure_by_code (revision_id, ordinal, code, value) AS\n"
        + all.map { column in
            "SELECT revision_id, \(column.code.ordinal), '\(column.code.name)', \(column.name) FROM figures"
        }.joined(separator: "\nUNION ALL\n")

    /// The view that says which codes an edition's form has.
    static let ofEditions: String =
        "CREATE VIEW edition_code (edition, code) AS VALUES\n"
        + EditionID.allCases.flatMap { edition in
            edition.codes.map { "('\(edition.rawValue)', '\($0.name)')" }
        }.joined(separator: ",\n")

    /// All of them, in their order, for a query on `figures`.
    static let selected = all.map { "figures." + $0.name }.joined(separator: ", ")

    /// The statement that stores a report's numbers.
    static let insert: String =
        "INSERT INTO figures (revision_id, \(all.map(\.name).joined(separator: ", "))) VALUES (?"
        + String(repeating: ", ?", count: all.count) + ")"

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
