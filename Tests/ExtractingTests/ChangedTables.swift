import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens

extension FormTables {
    /// What is read of these tables, rendered in a layout as those of a report.
    ///
    /// - Returns: the report.
    func read(_ layout: ReportLayout, of printed: PrintedReport, _ catalog: FormCatalog) throws
        -> Report
    {
        let file = ReportRenderer(catalog: catalog).bytes(printed, self, layout)
        let document = try DocumentReading.read(file, name: layout.fileName)
        return try ReportExtraction(catalog: catalog)
            .report(in: document, fileName: layout.fileName)
    }
}

extension FormCell {
    /// A cell that says something else, and holds no figure of the form.
    func saying(_ text: String, rows: Int = 1, columns: Int = 1) -> FormCell {
        var cell = self
        (cell.text, cell.rows, cell.columns, cell.code) = (text, rows, columns, nil)
        return cell
    }
}

extension PrintedReport {
    /// This report and others like it that lack more and more of its figures.
    ///
    /// A figure that another column has in place of a blank is told only by what else the table shows.
    func losingFigures(using dice: inout SplitMix64) -> [PrintedReport] {
        [self] + blankShares.map { withBlanks(share: $0, using: &dice) }
    }
}

/// How many of a table's figures are blank, in each of the reports that lack some.
private let blankShares = [0.2, 0.6]
