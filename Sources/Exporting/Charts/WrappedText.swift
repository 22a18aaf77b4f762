import ReportModel

/// A text in lines that fit: broken at spaces, and between characters of double width.
enum WrappedText {
    /// The lines.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - width: how much a line holds, in characters of single width. A longer word has a line of its own.
    /// - Returns: at least one line for a text with anything in it; none is cut.
    static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            if !line.isEmpty, DisplayWidth.of(line + piece) > width {
                lines.append(line)
                line = piece == " " ? "" : piece
            } else if !(line.isEmpty && piece == " ") {
                line += piece
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// Words, spaces and single wide characters.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var word = ""
        for character in text {
            let isWide = DisplayWidth.of(String(character)) > 1
            if isWide || character == " " {
                if !word.isEmpty { pieces.append(word) }
                pieces.append(String(character))
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { pieces.append(word) }
        return pieces
    }
}
