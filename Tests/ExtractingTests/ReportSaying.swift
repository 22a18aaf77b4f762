import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens

/// A report of good tables whose first section says something.
func report(
    saying prose: String,
    by agency: String? = nil,
    _ catalog: FormCatalog
) throws -> Report {
    var dice = SplitMix64(seed: 1)
    var printed = PrintedReport.consistent(using: &dice)
    if let agency { printed.agency = agency }
    var tables = FormTables(printed, catalog)
    tables.sections[0].prose = prose
    let page = ReportRenderer(catalog: catalog).render(printed, tables, .page)
    let document = try DocumentReading.read(Array(page.utf8), name: "report.html")
    return try ReportExtraction(catalog: catalog).report(in: document, fileName: "report.html")
}

extension Claim {
    /// What is claimed, in a few words.
    var brief: String {
        let value = value.map { " \(isApproximate ? "~" : "")\($0)" } ?? ""
        let year = otherYear.map { " of \($0)" } ?? ""
        return "\(subject.rawValue) \(kind.rawValue)\(value)\(year)"
    }
}
