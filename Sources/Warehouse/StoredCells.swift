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
    /// For each edition which of the columns are on its form.
    private let forms: [String: [Bool]]

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
            uniqueKeysWithValues: EditionID.allCases.map { edition in
                let codes = Set(edition.codes)
                return (edition.rawValue, columns.map { codes.contains($0.code) })
            }
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
            form: forms[row.values[0].text ?? ""] ?? columns.map { _ in false },
            marks: try database.rows(of: marks, parameters)
        )
        Self.locate(&cells, by: try database.rows(of: places, parameters))
        return cells
    }

    /// The cells of a report's form, and others that were printed all the same.
    private func cells(of row: SQLRow, form: [Bool], marks: [SQLRow]) -> [StoredCell] {
        let marks = Dictionary(uniqueKeysWithValues: marks.map { ($0.values[0].text ?? "", $0) })
        var cells: [StoredCell] = []
        cells.reserveCapacity(columns.count)
        for (index, column) in columns.enumerated() {
            let value = row.values[index + 1]
            let mark = marks.isEmpty ? nil : marks[column.code.name]
            guard form[index] || mark != nil || value != .null else { continue }
            cells.append(
                StoredCell(
                    code: column.code,
                    state: mark?.values[1].text ?? Self.state(of: value),
                    value: value,
                    printed: mark?.values[2].text ?? value.text ?? ""
                )
            )
        }
        return cells
    }

    private static func state(of value: SQLValue) -> String {
        switch value {
        case .null: "blank"
        case .integer(0), .text("0"): "zero"
        default: "number"
        }
    }

    /// Cells that stand one after the other.
    private struct Run {
        var last: Int
        var first: Int?
        var page, table, row, column, line: Int?
        /// How far it is from one cell to the next.
        var columnStep, lineStep: Int

        init(_ row: SQLRow) {
            let numbers = row.values.map(\.integer)
            first = numbers[0]
            last = numbers[1] ?? 0
            (page, table, self.row) = (numbers[2], numbers[3], numbers[4])
            (column, columnStep) = (numbers[5], numbers[6] ?? 0)
            (line, lineStep) = (numbers[7], numbers[8] ?? 0)
        }
    }

    /// Says where cells stand. Both cells and runs come in the form's order.
    private static func locate(_ cells: inout [StoredCell], by rows: [SQLRow]) {
        let runs = rows.map(Run.init)
        var next = 0
        for index in cells.indices {
            let ordinal = cells[index].code.ordinal
            while next < runs.count, runs[next].last < ordinal { next += 1 }
            guard next < runs.count else { return }
            guard let first = runs[next].first, first <= ordinal else { continue }
            let steps = ordinal - first
            cells[index].page = runs[next].page
            cells[index].table = runs[next].table
            cells[index].row = runs[next].row
            cells[index].column = runs[next].column.map { $0 + steps * runs[next].columnStep }
            cells[index].line = runs[next].line.map { $0 + steps * runs[next].lineStep }
        }
    }
}
