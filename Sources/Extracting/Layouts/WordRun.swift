import FormCatalog

/// Finds labels among words that line breaks may have cut.
struct WordRun {
    /// How many pieces a label may be cut into.
    static let mostPieces = 12
    /// Bytes of UTF-8. Words longer than any label are prose.
    private static let longestLabel = 240

    let words: [TextStream.Token]

    /// The labels in the words, left to right; each is made of as many words as fit.
    ///
    /// - Parameter item: what a label stands for, or `nil` if nothing.
    /// - Returns: what each label stands for, and which words it is made of.
    func labels<Item>(_ item: (LabelKey) -> Item?) -> [(item: Item, range: Range<Int>)] {
        var found: [(Item, Range<Int>)] = []
        var start = 0
        while start < words.count {
            var end = start + 1
            for last in (start..<longest(from: start)).reversed() {
                if let match = item(LabelKey(joined(start...last))) {
                    found.append((match, start..<(last + 1)))
                    end = last + 1
                    break
                }
            }
            start = end
        }
        return found
    }

    /// The label that the words end with, made of as many words as fit.
    func lastLabel<Item>(_ item: (String) -> Item?) -> (item: Item, start: Int)? {
        var bytes = 0
        let most = words.reversed().prefix(Self.mostPieces).prefix { word in
            bytes += word.text.utf8.count
            return bytes <= Self.longestLabel
        }
        for start in (words.count - most.count)..<words.count {
            if let match = item(joined(start...(words.count - 1))) { return (match, start) }
        }
        return nil
    }

    /// The end of the most words from a place on that may be one label.
    private func longest(from start: Int) -> Int {
        var bytes = 0
        var end = start
        while end < min(words.count, start + Self.mostPieces) {
            bytes += words[end].text.utf8.count
            guard bytes <= Self.longestLabel else { break }
            end += 1
        }
        return end
    }

    /// Words put together as if no line had broken between them.
    func joined(_ range: ClosedRange<Int>) -> String {
        words[range].map(\.text).joined()
    }
}
