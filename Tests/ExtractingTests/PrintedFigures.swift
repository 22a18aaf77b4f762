import ReportModel
import Specimens

/// What was made of a report beside what was printed.
extension PrintedReport {
    /// The rows of the cells whose number isn't the printed one, or which have none.
    func unread(in report: Report) -> Set<String> {
        let wanted = self.report.cells
        return Set(
            report.cells.inFormOrder.filter { $0.cell.figure != wanted[$0.code].figure }
                .map { String($0.code.name.split(separator: ".")[1]) }
        )
    }

    /// How many cells have another number than the printed one.
    func wrong(in report: Report) -> Int {
        report.cells.inFormOrder.count { code, cell in
            cell.figure.value.map { $0 != self.report.cells.value(code) } ?? false
        }
    }
}
