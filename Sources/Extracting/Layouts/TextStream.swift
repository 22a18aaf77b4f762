import DocumentModel
import ReportModel

/// A document's lines as one run of words and figures, for tables that come without a grid.
struct TextStream {
    /// A word or a figure.
    struct Token {
        var text: String
        var isFigure: Bool
        var start: Int
        var end: Int
        var isTabbed: Bool
        /// The line's place among the document's lines, empty ones counted.
        var line: Int
        /// Whether nothing else stands on the line.
        var isAlone: Bool
        var origin: Origin
    }

    /// Figures that follow each other without a word between them, and the words in front of them.
    struct Run {
        /// The words since the figures before, in order.
        var words: [Token]
        /// The figures.
        var figures: [Token]
        /// The words behind the figures; empty at the end of the document.
        var wordsBehind: [Token]
    }

    /// The runs in reading order. The last one may have no figures.
    private(set) var runs: [Run] = []

    init(_ document: SourceDocument) {
        var words: [Token] = []
        var figures: [Token] = []
        for token in Self.tokens(of: document) {
            if token.isFigure {
                figures.append(token)
            } else {
                if !figures.isEmpty {
                    runs.append(Run(words: words, figures: figures, wordsBehind: []))
                    words = []
                    figures = []
                }
                words.append(token)
            }
        }
        runs.append(Run(words: words, figures: figures, wordsBehind: []))
        for index in runs.indices.dropLast() { runs[index].wordsBehind = runs[index + 1].words }
    }

    private static func tokens(of document: SourceDocument) -> [Token] {
        var tokens: [Token] = []
        var number = 0
        for case .line(let line) in document.blocks {
            if isPageNumber(line.text) {
                number += pageBreak
            } else {
                tokens += Self.tokens(of: line, number: number)
                number += 1
            }
        }
        for index in tokens.indices where opensBracket(tokens[index]) {
            let inside = tokens[(index + 1)...].prefix(mostPiecesInBrackets)
                .prefix { !$0.isTabbed && !closesBracket($0) }
            guard inside.endIndex < tokens.endIndex, closesBracket(tokens[inside.endIndex]),
                inside.indices.allSatisfy({ !tokens[$0].isFigure || isCounted($0, in: tokens) })
            else { continue }
            for number in inside.indices { tokens[number].isFigure = false }
        }
        return tokens
    }

    /// Lines on two sides of a page's end are as far apart as nothing within a table.
    static let pageBreak = 1000

    /// A label's brackets have no more pieces than this: （不同渠道和方式公开相同信息计 1 条）.
    private static let mostPiecesInBrackets = 6

    /// Whether a number belongs to words, 计 1 条: what it counts follows, and no gap stands in front, nor another line but
    /// behind 计. Numbers between the lines of a label that wraps are its row's.
    private static func isCounted(_ number: Int, in tokens: [Token]) -> Bool {
        guard let next = tokens[(number + 1)...].first?.text.first, counters.contains(next) else {
            return false
        }
        let before = tokens[number - 1]
        return before.line == tokens[number].line
            ? tokens[number].start - before.end < 2
            : before.text.last.map { "计計".contains($0) } ?? false
    }

    private static let counters: Set<Character> = [
        "条", "條", "次", "件", "个", "個", "項", "项", "份", "人", "天", "日", "年", "月", "号", "號", "家", "名",
        "元", "万", "萬", "类", "類", "款", "部", "级", "級",
    ]

    private static func opensBracket(_ token: Token) -> Bool {
        guard !token.isFigure, !token.isTabbed else { return false }
        let marks = token.text.unicodeScalars.filter { "（(）)".unicodeScalars.contains($0) }
        return marks.last.map { $0 == "（" || $0 == "(" } ?? false
    }

    private static func closesBracket(_ token: Token) -> Bool {
        let marks = token.text.unicodeScalars.filter { "（(）)".unicodeScalars.contains($0) }
        return marks.first.map { $0 == "）" || $0 == ")" } ?? false
    }

    private static func tokens(of line: TextLine, number: Int) -> [Token] {
        let pieces = line.pieces
        let firstWord = pieces.firstIndex(where: isWord)
        let words = pieces.count(where: isWord)
        let isHeader = words > 1 && !pieces.contains { !$0.text.isEmpty && !isWord($0) }
        let lastWord = pieces.lastIndex(where: isWord) ?? 0
        return pieces.enumerated().compactMap { index, piece in
            // In front of a label an empty field belongs to the labels, behind it to the figures.
            if piece.text.isEmpty, index < firstWord ?? 0 { return nil }
            // Behind a label stands the rest of a merged one, if another label follows or the row has no figure.
            if piece.text.isEmpty, firstWord != nil {
                let isOfLabel = !piece.isTabbed && (index < lastWord || isHeader)
                if isOfLabel || isHeader && words > mostLabels { return nil }
            }
            return Token(
                text: piece.text,
                isFigure: piece.text.isEmpty || FigureGrammar.isFigure(piece.text),
                start: piece.start,
                end: piece.end,
                isTabbed: piece.isTabbed,
                line: number,
                isAlone: pieces.count == 1,
                origin: line.origin
            )
        }
    }

    /// A row has its own label in front of its figures, and those of two groups. More words than that head columns.
    private static let mostLabels = 3

    private static func isWord(_ piece: TextLine.Piece) -> Bool {
        !piece.text.isEmpty && !FigureGrammar.isFigure(piece.text)
    }

    /// `- 4 -` or 第 4 页 on a line of its own.
    static func isPageNumber(_ line: String) -> Bool {
        let marks = line.unicodeScalars.filter { !TextLine.isSpace($0) }
        let digits = marks.drop { "-\u{2014}\u{2013}第".unicodeScalars.contains($0) }
        let rest = digits.drop { ("0"..."9").contains($0) }
        let dashed =
            rest.count == 1 && "-\u{2014}\u{2013}页".unicodeScalars.contains(rest.first ?? "0")
        return digits.count < marks.count && rest.count < digits.count && dashed
    }
}
