public import ReportModel

/// A table of a page that its reader can sort and filter.
public struct PageTable: Sendable {
    /// A column.
    public struct Column: Sendable {
        var title: Wording
        var isNumeric: Bool

        /// A column with its heading.
        public init(_ title: Wording, isNumeric: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    /// A cell: what it shows, and what it is sorted by where that is something else.
    public struct Cell: Sendable {
        var content: HTMLNode
        var key: String?
        var isDoubtful: Bool

        /// A cell.
        public init(_ content: HTMLNode, sortedBy key: String? = nil, isDoubtful: Bool = false) {
            self.content = content
            self.key = key
            self.isDoubtful = isDoubtful
        }

        /// A cell with words.
        public init(_ text: String) { self.init(.text(text)) }

        /// A cell with a number, or none.
        public init(_ number: Int?) {
            self.init(
                .text(number.map { String($0) } ?? ""),
                sortedBy: number.map { String($0) } ?? ""
            )
        }
    }

    private let id: String
    private let columns: [Column]
    private let rows: [[Cell]]
    private let filter: Wording?

    /// A table.
    ///
    /// - Parameters:
    ///   - id: a name that no other table of the page has.
    ///   - columns: the columns.
    ///   - rows: the rows; each has a cell for each column.
    ///   - filter: what the field to filter with is called; `nil` for none.
    public init(id: String, columns: [Column], rows: [[Cell]], filter: Wording? = nil) {
        self.id = id
        self.columns = columns
        self.rows = rows
        self.filter = filter
    }

    /// The table as a piece of a page.
    public var node: HTMLNode {
        let heads = columns.map { column in
            HTMLNode.tag(
                "th",
                [("scope", "col")] + (column.isNumeric ? [("class", "number")] : []),
                .tag("button", [("type", "button")], .both(column.title))
            )
        }
        let lines = rows.map { row in
            HTMLNode.element("tr", [], zip(row, columns).map(Self.cell))
        }
        let table = HTMLNode.tag(
            "div",
            [("class", "scroll")],
            .tag(
                "table",
                [("class", "sortable"), ("id", id)],
                .tag("thead", [], .element("tr", [], heads)),
                .element("tbody", [], lines)
            )
        )
        guard let filter else { return table }
        let field = HTMLNode.tag(
            "div",
            [("class", "filter")],
            .tag("label", [("for", id + "-filter")], .both(filter)),
            .tag("input", [("type", "search"), ("id", id + "-filter"), ("data-table", id)]),
            .tag("output", [("for", id + "-filter")])
        )
        return .group([field, table])
    }

    private static func cell(_ cell: Cell, _ column: Column) -> HTMLNode {
        var classes: [String] = []
        if column.isNumeric { classes.append("number") }
        if cell.isDoubtful { classes.append("doubtful") }
        var attributes: [(name: String, value: String)] = []
        if !classes.isEmpty { attributes.append(("class", classes.joined(separator: " "))) }
        if let key = cell.key { attributes.append(("data-value", key)) }
        return .element("td", attributes, [cell.content])
    }
}
