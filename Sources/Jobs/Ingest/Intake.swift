import Checking
import DocumentModel
import Extracting
public import FormCatalog
import Reading
public import ReportModel

/// One file's way from bytes to a checked report: reading, extracting, checking.
public struct Intake: Sendable {
    /// The version of everything that a file goes through; when it changes, files are read again.
    public let reader: String
    private let extraction: ReportExtraction
    private let keepsPasses: Bool

    /// An intake that knows the catalogue's forms and wordings.
    ///
    /// - Parameters:
    ///   - catalog: the forms and their wordings.
    ///   - keepsPasses: whether outcomes have the findings that pass, which nobody stores.
    public init(catalog: FormCatalog, keepsPasses: Bool = false) {
        self.keepsPasses = keepsPasses
        extraction = ReportExtraction(catalog: catalog)
        reader = [
            String(DocumentReading.version), String(ReportExtraction.version),
            String(Rulebook.version), String(catalog.fingerprint.description.prefix(8)),
        ].joined(separator: ".")
    }

    /// A report, what the rules say about it, and what the document was.
    public struct Outcome: Sendable {
        /// The report.
        public var report: Report
        /// What the rules say about it, passes left out.
        public var findings: [Finding]
        /// How many judgements were made on it, passes included.
        public var judgements: Int
        /// The format that the document was read as.
        public var format: String
        /// The encoding that it was in.
        public var encoding: String
        /// The version of everything that it went through.
        public var reader: String
    }

    /// Takes in a file.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - fileName: its name without folders.
    ///   - folders: the folders above it, from the outermost.
    /// - Returns: each report in it with its findings; at least one.
    /// - Throws: ``Rejection`` with the place and the reason.
    public func outcomes(
        of bytes: [UInt8],
        fileName: String,
        folders: [String]
    ) throws(Rejection) -> [Outcome] {
        let document = try DocumentReading.read(bytes, name: fileName)
        return try extraction.reports(in: document, fileName: fileName, folders: folders)
            .map { report in
                let findings = Rulebook.findings(on: report)
                return Outcome(
                    report: report,
                    findings: keepsPasses ? findings : findings.filter { $0.verdict != .pass },
                    judgements: findings.count,
                    format: document.format.rawValue,
                    encoding: document.encoding,
                    reader: reader
                )
            }
    }
}
