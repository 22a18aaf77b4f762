/// A paragraph of a Word file while it is read: its text, and how high each stretch of it stands.
struct WordParagraph {
    /// What the paragraph's style says of the runs in it.
    var style = RunProperties()
    private var stretches: [(text: String, height: Int)] = []

    /// Adds text that stands so many half points above the line.
    mutating func write(_ text: String, height: Int) {
        if let last = stretches.indices.last, stretches[last].height == height {
            stretches[last].text += text
        } else {
            stretches.append((text, height))
        }
    }

    /// The text. What stands higher than the rest of it is raised, as a footnote's number; a paragraph that is higher or lower
    /// as a whole is only moved in its line.
    var text: String {
        guard stretches.count > 1 else { return stretches.first?.text ?? "" }
        let printed = stretches.filter { stretch in
            stretch.text.unicodeScalars.contains { !$0.properties.isWhitespace }
        }
        let lowest = printed.map(\.height).min() ?? 0
        return stretches.map { stretch in
            stretch.height > lowest ? TextMark.raised.applied(to: stretch.text) : stretch.text
        }.joined()
    }
}
