import FormCatalog

/// Finds labels among words that line breaks may have cut.
struct WordRun {
    /// How many pieces a label may be cut into.
    static let mostPieces = 12
    /// Words longer than any label are prose.
    private static let longestWord = 240

    let words: [TextStream.Token]

    /// The labels in the words, left to right; each is made of as many words as fit.
    ///
    /// - Parameter item: what a label stands for, or `nil` if nothing.
    /// - Returns: what each label stands for, and which words it is made of.
    func labels<Item>(_ item: (LabelKey) -> Item?) -> [(item: Item, range: Range<Int>)] {
        var found: [(Item, Range<Int>)] = []
        var start = 0
        while start < words.count {
            guard words[start].text.utf8.count <= Self.longestWord else {
                start += 1
                continue
            }
            let longest = min(words.count, start + Self.mostPieces)
            var end = start + 1
            for last in (start..<longest).reversed() {
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
        let prose = words.lastIndex { $0.text.utf8.count > Self.longestWord }
        let first = max(0, words.count - Self.mostPieces, (prose ?? -1) + 1)
        for start in first..<words.count {
            if let match = item(joined(start...(words.count - 1))) { return (match, start) }
        }
        return nil
    }

    /// Words put together as if no line had broken between them.
    func joined(_ range: ClosedRange<Int>) -> String {
        words[range].map(\.text).joined()
    }
}
