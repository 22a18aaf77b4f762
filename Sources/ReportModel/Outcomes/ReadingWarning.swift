/// Something that the reader saw and isn't sure of. The report is taken in, marked.
public struct ReadingWarning: Sendable, Hashable {
    /// What it is.
    public var code: Code
    /// What the message is about: a label, a text, a count. In the order that the message names them.
    public var details: [String]
    /// Where it stands.
    public var origin: Origin?

    /// A warning with its details.
    public init(_ code: Code, _ details: [String] = [], origin: Origin? = nil) {
        self.code = code
        self.details = details
        self.origin = origin
    }

    /// The kinds of doubt. The raw value is the code in files.
    public enum Code: String, Sendable, CaseIterable {
        /// The year was read off the file's name or folder.
        case yearFromFileName = "year_from_filename"
        /// The year was reckoned from the day of publication.
        case yearFromPublication = "year_from_publication"
        /// The agency was read off the report's opening sentence.
        case agencyFromOpening = "agency_from_opening"
        /// The agency was read off the page's metadata.
        case agencyFromMetadata = "agency_from_metadata"
        /// The signature names another body than the title.
        case agencyDiffers = "agency_differs"
        /// The page was published before the year it reports on had ended.
        case publishedEarly = "published_early"
        /// A form row that nobody printed.
        case rowMissing = "row_missing"
        /// A printed row that the form doesn't have.
        case rowUnknown = "row_unknown"
        /// A row that is printed twice with different figures.
        case rowTwice = "row_twice"
        /// A row whose label several of the form's have, and nothing in front of it tells which it is.
        case rowAmbiguous = "row_ambiguous"
        /// A figure beside a table in which a cell is empty; whose it is, nothing tells.
        case strayFigure = "stray_figure"
        /// A row with more or fewer values than columns, and nothing to tell which is which.
        case columnAmbiguous = "column_ambiguous"
        /// A row whose blanks have vanished; the form's arithmetic leaves one way to place its figures.
        case columnInferred = "column_inferred"
        /// A column whose header is not printed; its place among the others tells it.
        case headerMissing = "header_missing"
        /// No line of the text occurs twice, though the form's do: a program dropped those that it had seen before.
        case repeatsLost = "repeats_lost"
        /// A row of columns' names that are cut; what is left of them, and their order, tells them.
        case headerCut = "header_cut"
        /// A row whose label is misprinted; its words and its place tell it.
        case labelMisprinted = "label_misprinted"
        /// A table whose header doesn't say which column is which.
        case headerUnknown = "header_unknown"
        /// A cell that holds something other than a number.
        case notANumber = "not_a_number"
        /// A number too long to hold.
        case numberTooLong = "number_too_long"
        /// An amount that carries its own unit, converted to the form's.
        case unitConverted = "unit_converted"
        /// An amount whose unit the form doesn't fix; the number is as printed, the unit in the print.
        case unitAsPrinted = "unit_as_printed"
        /// A number with a remark in brackets behind it; the number was taken.
        case remarkInCell = "remark_in_cell"
        /// Two dates of publication.
        case publicationDiffers = "publication_differs"
        /// All of a page's tables are hidden by its style sheets; they were read all the same.
        case readAlthoughHidden = "read_although_hidden"
        /// The file doesn't declare its encoding.
        case encodingUndeclared = "encoding_undeclared"
    }
}
