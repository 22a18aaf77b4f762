import ReportModel
import Specimens

/// What was made of a report beside what was printed.
extension PrintedReport {
    /// The rows of the cells whose number isn't the printed one, or which have none.
    func unread(in report: Report) -> Set<String> {
        Set(
            report.cells.inFormOrder.filter { $0.cell.figure != figure($0.code) }
                .map { String($0.code.name.split(separator: ".")[1]) }
        )
    }

    /// How many cells have another number than the printed one, or are called empty although one is printed.
    func wrong(in report: Report) -> Int {
        report.cells.inFormOrder.count { contradicts($0.code, $0.cell) }
    }

    /// Whether a cell has another number than the printed one, or is called empty although one is printed.
    func contradicts(_ code: CellCode, _ cell: Cell) -> Bool {
        switch cell.figure {
        case .number(let value), .inferred(let value): value != figure(code).value
        case .blank, .notApplicable: figure(code).value != nil
        case .text, .ambiguous, .absent: false
        }
    }
}
