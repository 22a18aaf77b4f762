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
///
/// Every cell of every report has one: it is kept in twenty bytes, and a number beyond 2³¹ is none.
public struct Origin: Sendable, Hashable {
    /// The table's number in the document, where the text stands in a table.
    public var table: Int? {
        get { Self.number(tableNumber) }
        set { tableNumber = Self.stored(newValue) }
    }
    /// The row within the table.
    public var row: Int? {
        get { Self.number(rowNumber) }
        set { rowNumber = Self.stored(newValue) }
    }
    /// The column within the table, spans counted.
    public var column: Int? {
        get { Self.number(columnNumber) }
        set { columnNumber = Self.stored(newValue) }
    }
    /// The line of the source file.
    public var line: Int? {
        get { Self.number(lineNumber) }
        set { lineNumber = Self.stored(newValue) }
    }
    /// The page, for paged formats.
    public var page: Int? {
        get { Self.number(pageNumber) }
        set { pageNumber = Self.stored(newValue) }
    }

    private var tableNumber: Int32
    private var rowNumber: Int32
    private var columnNumber: Int32
    private var lineNumber: Int32
    private var pageNumber: Int32

    /// A place; whatever isn't known stays `nil`.
    public init(
        table: Int? = nil,
        row: Int? = nil,
        column: Int? = nil,
        line: Int? = nil,
        page: Int? = nil
    ) {
        tableNumber = Self.stored(table)
        rowNumber = Self.stored(row)
        columnNumber = Self.stored(column)
        lineNumber = Self.stored(line)
        pageNumber = Self.stored(page)
    }

    private static let unknown = Int32.min

    private static func number(_ stored: Int32) -> Int? {
        stored == unknown ? nil : Int(stored)
    }

    private static func stored(_ number: Int?) -> Int32 {
        number.flatMap { Int32(exactly: $0) } ?? unknown
    }
}
