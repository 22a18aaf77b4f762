import DocumentModel

extension [[GridCell]] {
    /// Whether rows' figures may stand one column beside their headers: none stands under the first, and the rows reach
    /// farther than their header. What an unnamed column in front of them does looks like an empty first one.
    ///
    /// - Parameters:
    ///   - first: the columns under the first header.
    ///   - last: the last column under a header.
    ///   - reach: how many columns the header has cells in, empty ones counted.
    ///   - others: columns under headers that aren't the form's.
    /// - Returns: whether nobody can tell.
    func isShifted(
        beside first: Range<Int>,
        upTo last: Int,
        reach: Int,
        _ others: [Int] = []
    ) -> Bool {
        let figures = joined().filter { !$0.text.isEmpty }
        return !figures.isEmpty && !figures.contains { $0.columns.overlaps(first) }
            && joined().contains { cell in
                cell.column > last && !others.contains(cell.column)
                    && (!cell.text.isEmpty || cell.column >= reach)
            }
    }
}
