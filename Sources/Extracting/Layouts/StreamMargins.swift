/// What stands in a table's rows beside the form's columns, as far as running text shows: cells in front of the first
/// figure or behind the last.
struct StreamMargins {
    /// Whether rows have an empty cell behind their last column.
    private let hasEdge: Bool
    /// Whether an empty column may stand in front of the first one: no row with more cells than columns begins with a figure.
    private let hasLead: Bool
    /// Whether a cell with a figure stands behind the last column of a row: then a row with a blank at its end or beside its
    /// label has as many cells as the form's, and none is where the form has it.
    private let hasMore: Bool

    /// A number that strays into a text of one cell a line, as a page's, makes a row longer, and not several.
    private static let fewestRows = 3

    /// - Parameters:
    ///   - rows: the rows of the table.
    ///   - counts: how many columns the form has for each.
    init(_ rows: [TextStream.Run], counts: [Int]) {
        let counted = zip(rows, counts)
        hasEdge = counted.contains { row, count in
            row.figures.count > count && row.figures.last?.text.isEmpty == true
                && !Self.mayBeOfLabel(row.figures[0], row)
        }
        hasLead = counted.allSatisfy { row, count in
            row.figures.count <= count || row.figures[0].text.isEmpty
        }
        let more = counted.compactMap { row, count in
            row.figures.drop { Self.mayBeOfLabel($0, row) }.dropFirst(count)
                .first { !$0.text.isEmpty }
        }
        hasMore = more.count >= Self.fewestRows || more.contains(where: \.isTabbed)
    }

    /// The figures of a row without what stands beside them, or `nil` where nobody knows which is which.
    func stripped(_ run: TextStream.Run, to count: Int) -> [TextStream.Token]? {
        var figures = run.figures
        if figures.count > count {
            // A merged label's rest; where the first figure is blank too, nobody knows which is which.
            figures = Array(figures.drop { Self.mayBeOfLabel($0, run) })
            // Where the table's edge leaves a cell too, a row fits in more than one way.
            let isSure = !hasEdge || figures.count == run.figures.count
            guard isSure || figures.allSatisfy(\.text.isEmpty) else { return nil }
        }
        if !figures.allSatisfy(\.text.isEmpty) {
            // With a blank at either end, an empty column in front looks like one behind.
            let isMoved = hasLead && figures.count > count && figures[0].text.isEmpty
            if hasMore || isMoved { return nil }
        }
        while figures.count > count, figures.last?.text.isEmpty == true { figures.removeLast() }
        return figures
    }

    /// Whether an empty cell may be the rest of a label that was merged over several columns.
    private static func mayBeOfLabel(_ cell: TextStream.Token, _ run: TextStream.Run) -> Bool {
        cell.text.isEmpty && !cell.isTabbed && cell.line == run.words.last?.line
    }
}
