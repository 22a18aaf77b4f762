import DocumentModel
import ReportModel

/// Figures on lines of their own right above and below a table: what a converter could not put into its cells. They may
/// be those of the table's first or last row, so that a cell of it without a figure isn't called blank.
struct StrayFigures {
    /// The line above the table, and the one below.
    let above, below: TextLine?

    /// Looks at a table's surroundings.
    ///
    /// - Parameters:
    ///   - block: the table's place among the document's blocks.
    ///   - document: the document.
    init(besideTable block: Int, of document: SourceDocument) {
        above = Self.nearest(document.blocks[..<block].reversed())
        below = Self.nearest(document.blocks[(block + 1)...])
    }

    /// The first line that isn't empty, if it has figures and nothing else.
    private static func nearest(_ blocks: some Sequence<SourceDocument.Block>) -> TextLine? {
        for block in blocks {
            guard case .line(let line) = block else { return nil }
            let pieces = line.pieces.filter { !$0.text.isEmpty }
            if pieces.isEmpty || TextStream.isPageNumber(line.text) { continue }
            // Strokes alone are a line that somebody drew.
            let hasNumber = pieces.contains { $0.text.contains(where: \.isWholeNumber) }
            return hasNumber && pieces.allSatisfy { FigureGrammar.isFigure($0.text) } ? line : nil
        }
        return nil
    }
}
