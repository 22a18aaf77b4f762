import DocumentModel
import FormCatalog

/// A plain text that aligns its columns by spaces, as a sheet of words with places.
///
/// Where labels wrap within their columns, lines say nothing of rows: words that belong together stand below each
/// other, as on a page.
enum AlignedSheet {
    /// A line's height, and twice the width of a column: one space parts words of a label, two part cells.
    private static let lineHeight = 100

    /// Fewer lines that end in a figure behind a gap are no table.
    private static let fewestRows = 3

    /// The text's words by their places, once for each way of counting columns; none where nothing is aligned.
    static func sheets(of document: SourceDocument, beginnings: LabelBeginnings) -> [PlacedText] {
        var rows = 0
        for case .line(let line) in document.blocks where rows < fewestRows {
            guard let words = line.pieces(by: .characters), let last = words.last,
                words.count > 1, FigureGrammar.isFigure(last.text)
            else { continue }
            rows += last.start - words[words.count - 2].end > 1 ? 1 : 0
        }
        guard rows >= fewestRows else { return [] }
        return TextLine.Columns.allCases.compactMap { columns in
            placed(document, by: columns).flatMap {
                PlacedText($0, beginnings: beginnings, isLoose: true)
            }
        }
    }

    /// The text with every word in its place; `nil` where bars or TABs part cells.
    private static func placed(_ document: SourceDocument, by columns: TextLine.Columns)
        -> SourceDocument?
    {
        var sheet = document
        sheet.blocks = []
        for (number, block) in document.blocks.enumerated() {
            guard case .line(let line) = block, let all = line.pieces(by: columns) else {
                return nil
            }
            let words = all.filter { !isRule($0.text) }
            if words.isEmpty || TextStream.isPageNumber(line.text) { continue }
            let top = number * lineHeight
            let pieces = words.map { word in
                var piece = word
                piece.start *= lineHeight / 2
                piece.end *= lineHeight / 2
                piece.height = top..<(top + lineHeight)
                return piece
            }
            sheet.blocks.append(.line(TextLine(placed: pieces, origin: line.origin)))
        }
        return sheet
    }

    /// Whether a word is a line drawn between rows. A label has no signs in it, so that with what is drawn below it, it
    /// would be the same label still, as wide as the table.
    private static func isRule(_ word: String) -> Bool {
        word.unicodeScalars.count > longestStroke
            && word.unicodeScalars.allSatisfy { "-=_─━═".unicodeScalars.contains($0) }
    }

    /// So many strokes stand for a blank.
    private static let longestStroke = 3
}
