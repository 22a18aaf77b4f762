public import ReportModel

/// A cell of a report as the warehouse holds it.
public struct StoredCell: Sendable, Hashable {
    /// The cell.
    public var code: CellCode
    /// Its state, such as `number` or `blank`.
    public var state: String
    /// Its number, if it has one.
    public var value: SQLValue
    /// What is printed in it.
    public var printed: String
    /// Where it stands, as far as that is known: page, table, row, column and line, counted from one.
    public var page, table, row, column, line: Int?
}

extension Warehouse {
    /// The cells of some reports, each report's in the form's order: what ``cells(ofReport:)`` gives, for exports.
    ///
    /// - Parameters:
    ///   - reports: the reports' ids.
    ///   - codes: which cells; all if `nil`.
    ///   - take: takes a report's place among them, and its cells.
    /// - Throws: ``WarehouseError`` when the database refuses, and what `take` throws.
    public func eachReportsCells(
        _ reports: [SQLValue],
        among codes: Set<CellCode>? = nil,
        _ take: (_ report: Int, [StoredCell]) throws -> Void
    ) throws {
        let query = try CellQuery(database, among: codes)
        for (index, report) in reports.enumerated() {
            if let cells = try query.cells(ofReport: report, in: database) {
                try take(index, cells)
            }
        }
    }

    /// All reports that count, with their cells, as ``Listing/reports`` has them.
    ///
    /// - Parameter take: takes a report and its cells.
    /// - Throws: ``WarehouseError`` when the database refuses, and what `take` throws.
    public func eachReportWithCells(_ take: (SQLRow, [StoredCell]) throws -> Void) throws {
        let query = try CellQuery(database, among: nil)
        try each(.reports) { report in
            if let cells = try query.cells(ofReport: report["report_id"], in: database) {
                try take(report, cells)
            }
        }
    }
}

/// Asks for the cells of one report after the other.
///
/// The view looks at each of the form's columns for itself. For one report that doesn't matter; for all of them it
/// takes most of an export's time. So a report's row is taken as it is, and put together here.
private struct CellQuery: ~Copyable {
    private let columns: [FigureColumns.Column]
    private let figures: Statement
    private let marks: Statement
    private let places: Statement
    private let forms: [String: Set<CellCode>]

    init(
        _ database: borrowing Connection,
        among codes: Set<CellCode>?
    ) throws(WarehouseError) {
        let columns = FigureColumns.all.filter { codes?.contains($0.code) ?? true }
        let figures = try database.prepare(
            try Schema.text("queries/report_figures", figures: columns)
        )
        let marks = try database.prepare(
            "SELECT code, state, printed FROM cell_mark WHERE revision_id = :report"
        )
        let places = try database.prepare(
            """
            SELECT first_ordinal, last_ordinal, page, table_number, row_number, column_number, column_step, line,
                line_step
            FROM place WHERE revision_id = :report ORDER BY first_ordinal
            """
        )
        self.columns = columns
        self.figures = figures
        self.marks = marks
        self.places = places
        forms = Dictionary(
            uniqueKeysWithValues: EditionID.allCases.map { ($0.rawValue, Set($0.codes)) }
        )
    }

    /// The cells of a report; `nil` if there is none.
    func cells(
        ofReport report: SQLValue,
        in database: borrowing Connection
    ) throws(WarehouseError) -> [StoredCell]? {
        let parameters = ["report": report]
        guard let row = try database.rows(of: figures, parameters).first else { return nil }
        var cells = cells(
            of: row,
            form: forms[row.values[0].text ?? ""] ?? [],
            marks: try database.rows(of: marks, parameters)
        )
        Self.locate(&cells, by: try database.rows(of: places, parameters))
        return cells
    }

    /// The cells of a report's form, and others that were printed all the same.
    private func cells(of row: SQLRow, form: Set<CellCode>, marks: [SQLRow]) -> [StoredCell] {
        let marks = Dictionary(uniqueKeysWithValues: marks.map { ($0.values[0].text ?? "", $0) })
        return zip(columns, row.values.dropFirst()).compactMap { column, value in
            let mark = marks.isEmpty ? nil : marks[column.code.name]
            guard value != .null || mark != nil || form.contains(column.code) else { return nil }
            return StoredCell(
                code: column.code,
                state: mark?.values[1].text ?? Self.state(of: value),
                value: value,
                printed: mark?.values[2].text ?? value.text ?? ""
            )
        }
    }

    private static func state(of value: SQLValue) -> String {
        switch value {
        case .null: "blank"
        case .integer(0), .text("0"): "zero"
        default: "number"
        }
    }

    /// Says where cells stand. Both cells and runs come in the form's order.
    private static func locate(_ cells: inout [StoredCell], by runs: [SQLRow]) {
        var next = 0
        for index in cells.indices {
            let ordinal = cells[index].code.ordinal
            while next < runs.count, runs[next].values[1].integer ?? 0 < ordinal { next += 1 }
            guard next < runs.count else { return }
            let run = runs[next].values.map(\.integer)
            guard let first = run[0], first <= ordinal else { continue }
            cells[index].page = run[2]
            cells[index].table = run[3]
            cells[index].row = run[4]
            cells[index].column = run[5].map { $0 + (ordinal - first) * (run[6] ?? 0) }
            cells[index].line = run[7].map { $0 + (ordinal - first) * (run[8] ?? 0) }
        }
    }
}
