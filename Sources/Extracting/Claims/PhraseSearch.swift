import FormCatalog
import ReportModel

/// Looks for the words of claims in plain text, character by character.
enum PhraseSearch {
    typealias Text = ArraySlice<Unicode.Scalar>

    /// The kind whose words end last; of those the longest.
    static func nearest(
        _ list: WordList<Claim.Kind?>,
        in text: Text
    ) -> Claim.Kind? {
        all(list, in: text).last
    }

    /// The kinds in a text in the order in which their words end; words within longer ones don't count.
    static func all(
        _ list: WordList<Claim.Kind?>,
        in text: Text
    ) -> [Claim.Kind] {
        var kinds: [Claim.Kind] = []
        var index = text.startIndex
        while index < text.endIndex {
            if let match = list.longest(at: index, in: text) {
                if let kind = match.meaning { kinds.append(kind) }
                index += match.count
            } else {
                index += 1
            }
        }
        return kinds
    }

    /// Whether words stand anywhere in a text.
    static func contains(_ words: String, in text: Text) -> Bool {
        Phrase.range(of: Array(words.unicodeScalars), in: text) != nil
    }

    /// Where words stand last in a text.
    static func last(_ words: String, in text: Text) -> Range<Int>? {
        let sought = Array(words.unicodeScalars)
        guard let first = sought.first, text.count >= sought.count else { return nil }
        for index in (text.startIndex...(text.endIndex - sought.count)).reversed()
        where text[index] == first && text[index...].starts(with: sought) {
            return index..<(index + sought.count)
        }
        return nil
    }

    /// Whether a character ends a sentence, once the text was made fit for comparing.
    static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", ";", "!", "?": true
        default: false
        }
    }
}
