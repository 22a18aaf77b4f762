/// Why a document could not be taken in: what, where, and with which words of the document.
public struct Rejection: Error, Sendable, Hashable {
    /// What it is.
    public var code: Code
    /// What the message is about, in the order that the message names them.
    public var details: [String]
    /// Where it stands, as far as it stands somewhere.
    public var origin: Origin?
    /// The body, if it was recognised all the same.
    public var agency: String?
    /// The year, if it was recognised all the same.
    public var year: Int?

    /// A rejection with its details.
    public init(
        _ code: Code,
        _ details: [String] = [],
        origin: Origin? = nil,
        agency: String? = nil,
        year: Int? = nil
    ) {
        self.code = code
        self.details = details
        self.origin = origin
        self.agency = agency
        self.year = year
    }

    /// The kinds of refusal. The raw value is the code in files.
    public enum Code: String, Sendable, CaseIterable {
        /// Nothing in the file.
        case emptyFile = "empty_file"
        /// The file can't be opened or read.
        case unreadableFile = "unreadable_file"
        /// A link, a pipe, a device: something in a folder that is no file.
        case notAFile = "not_a_file"
        /// The program that was reading the file was ended by the system or by a fault of its own.
        case crashed
        /// Reading the file took longer than any report takes.
        case timedOut = "timed_out"
        /// More bytes than a report has.
        case fileTooLarge = "file_too_large"
        /// A format that this build doesn't read.
        case formatUnsupported = "format_unsupported"
        /// A program that reads the format is not installed.
        case programMissing = "program_missing"
        /// A library that the format needs is not built in.
        case libraryMissing = "library_missing"
        /// A PDF whose fonts name characters by numbers that only the maps of a language pack explain.
        case languagePackMissing = "language_pack_missing"
        /// A document beyond the bounds that a reader sets: pages, seconds, bytes, nesting.
        case limitExceeded = "limit_exceeded"
        /// A file that isn't put together as its format asks.
        case damagedFile = "damaged_file"
        /// A file that only a password opens.
        case encrypted
        /// Pages without text: scans.
        case noTextLayer = "no_text_layer"
        /// Text that a program has recognised on pictures of the pages: a scan all the same.
        case recognisedText = "recognised_text"
        /// Text that no reader can make out: a font without its table of characters.
        case garbledText = "garbled_text"
        /// An image, whatever the file's name says.
        case image
        /// Bytes that are no text.
        case notText = "not_text"
        /// A byte that the encoding doesn't have.
        case undecodable
        /// A table beyond all bounds.
        case tableTooLarge = "table_too_large"
        /// No table of the official form.
        case noFormTable = "no_form_table"
        /// The form, not filled in.
        case blankForm = "blank_form"
        /// The document doesn't say which body reports.
        case agencyUnknown = "agency_unknown"
        /// The document doesn't say on which year.
        case yearUnknown = "year_unknown"
        /// The document names two years.
        case yearConflict = "year_conflict"
        /// The form's headings without its tables: they are pictures, or were left out.
        case tablesMissing = "tables_missing"
        /// A page about reports: news, a meeting, an interpretation.
        case aboutReports = "about_reports"
        /// The report of a university, by another law.
        case universityReport = "university_report"
        /// The report of a public enterprise or institution, by another law.
        case enterpriseReport = "enterprise_report"
        /// A copy of a report on a site that put its own name in place of the body's.
        case nameReplaced = "name_replaced"
        /// Figures of less than a year.
        case partOfYear = "part_of_year"
        /// A yearly report on something else.
        case otherSubject = "other_subject"
    }
}
