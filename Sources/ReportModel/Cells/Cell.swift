/// One cell of one report: what was printed, what was read from it, and where it stands.
public struct Cell: Sendable, Hashable {
    /// The text as printed, white space at the ends removed. Empty for a blank.
    public var printed: String
    /// What was read from the text.
    public var figure: Figure
    /// Where the text stands in the document; `nil` for a cell that nobody printed.
    public var origin: Origin?

    /// A cell with its three parts.
    public init(printed: String, figure: Figure, origin: Origin?) {
        self.printed = printed
        self.figure = figure
        self.origin = origin
    }

    /// The cell of a form row that the document doesn't have.
    public static let absent = Cell(printed: "", figure: .absent, origin: nil)
}

/// What was read from a printed cell. A blank is no zero, and a doubt is no number.
public enum Figure: Sendable, Hashable {
    /// A number, as printed.
    case number(ExactDecimal)
    /// A number whose column only the table's arithmetic fixes.
    case inferred(ExactDecimal)
    /// Printed empty.
    case blank
    /// `/`, `-`, `—`, 无: the body says that the cell doesn't apply.
    case notApplicable
    /// Something printed that is no number of this form.
    case text
    /// Printed, but which cell it belongs to can't be told.
    case ambiguous
    /// Not on this report's form.
    case absent

    /// The number, where there is one to reckon with.
    public var value: ExactDecimal? {
        switch self {
        case .number(let value), .inferred(let value): value
        case .blank, .notApplicable, .text, .ambiguous, .absent: nil
        }
    }

    /// The state's name in files: `number`, `zero`, `blank`, `na`, `text`, `ambiguous`,
    /// `inferred` or `absent`.
    public var state: String {
        switch self {
        case .number(let value): value == .zero ? "zero" : "number"
        case .inferred: "inferred"
        case .blank: "blank"
        case .notApplicable: "na"
        case .text: "text"
        case .ambiguous: "ambiguous"
        case .absent: "absent"
        }
    }
}

/// A place in a document. Lines and pages count from 1; tables, rows and columns too.
public struct Origin: Sendable, Hashable {
    /// The table's number in the document, where the text stands in a table.
    public var table: Int?
    /// The row within the table.
    public var row: Int?
    /// The column within the table, spans counted.
    public var column: Int?
    /// The line of the source file.
    public var line: Int?
    /// The page, for paged formats.
    public var page: Int?

    /// A place; whatever isn't known stays `nil`.
    public init(
        table: Int? = nil,
        row: Int? = nil,
        column: Int? = nil,
        line: Int? = nil,
        page: Int? = nil
    ) {
        self.table = table
        self.row = row
        self.column = column
        self.line = line
        self.page = page
    }
}
