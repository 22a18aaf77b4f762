import DocumentModel
import Extracting
public import FormCatalog
import Reading
import ReportModel
public import Specimens

/// Damaged files through reader and extraction. A crash ends the process; what is left to check is that whatever
/// was read keeps its own promises.
public struct Fuzzing: Sendable {
    private let renderer: ReportRenderer
    private let extraction: ReportExtraction

    /// A fuzzing that knows the catalogue's forms and wordings.
    public init(catalog: FormCatalog) {
        renderer = ReportRenderer(catalog: catalog)
        extraction = ReportExtraction(catalog: catalog)
    }

    /// The damaged file that belongs to a seed.
    public func file(_ layout: ReportLayout, seed: UInt64) -> [UInt8] {
        var dice = SplitMix64(seed: seed)
        let edition = EditionID.forms[Int(seed % UInt64(EditionID.forms.count))]
        let printed = PrintedReport.consistent(using: &dice, edition: edition)
        let encoding = TextEncodings.allCases[Int(seed / 3 % UInt64(TextEncodings.allCases.count))]
        let bytes = renderer.bytes(printed, layout, layout.isText ? encoding : .utf8)
        return ByteDamage.damaged(bytes, using: &dice)
    }

    /// Reads a file.
    ///
    /// - Returns: what is wrong with the outcome, in words; `nil` if nothing is.
    public func problem(with bytes: [UInt8], name: String) -> String? {
        guard let document = try? DocumentReading.read(bytes, name: name) else { return nil }
        return problem(with: document, name: name)
    }

    /// Reads what `pdftotext -bbox` takes out of a PDF, without the child.
    ///
    /// - Returns: what is wrong with the outcome, in words; `nil` if nothing is.
    public func problem(withWordsOfPDF words: [UInt8], name: String) -> String? {
        guard let document = (try? DocumentReading.read(wordsOfPDF: words)) ?? nil else {
            return nil
        }
        return problem(with: document, name: name)
    }

    private func problem(with document: SourceDocument, name: String) -> String? {
        guard let reports = try? extraction.reports(in: document, fileName: name) else {
            return nil
        }
        for report in reports {
            for (code, cell) in report.cells.inFormOrder {
                if cell.figure.value != nil, cell.printed.isEmpty {
                    return "\(code.name) has a number that nobody printed"
                }
                if cell.figure == .absent, !cell.printed.isEmpty {
                    return "\(code.name) is absent and printed"
                }
            }
        }
        return nil
    }
}
