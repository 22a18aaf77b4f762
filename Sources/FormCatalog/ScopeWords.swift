public import ReportModel

/// The words by which reports say whose requests they count, as data: `Wordings/scopes.csv`.
public struct ScopeWords: Sendable {
    /// Words that stand in a sentence one behind the other, and what they say.
    public private(set) var phrases: [(phrase: ClaimWords.Phrase, scope: ReportScope)] = []

    /// Takes in one line of the file; `false` if it doesn't fit the vocabulary.
    mutating func add(scope: String, words: String) -> Bool {
        guard let scope = ReportScope(rawValue: scope), !words.isEmpty else { return false }
        phrases.append((ClaimWords.Phrase(words), scope))
        return true
    }

    /// What a sentence says, by the first line of the file that fits; `nil` if none does.
    public func scope(of sentence: ArraySlice<Unicode.Scalar>) -> ReportScope? {
        let signs = ClaimWords.signs(of: sentence)
        return phrases.first { phrase, _ in
            phrase.signs & ~signs == 0 && Self.stand(phrase.parts, in: sentence)
        }?.scope
    }

    private static func stand(
        _ parts: [[Unicode.Scalar]],
        in sentence: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        var rest = sentence
        for part in parts {
            guard let start = place(of: part, in: rest) else { return false }
            rest = rest[(start + part.count)...]
        }
        return true
    }

    private static func place(
        of part: [Unicode.Scalar],
        in text: ArraySlice<Unicode.Scalar>
    ) -> Int? {
        guard let first = part.first, text.count >= part.count else { return nil }
        var index = text.startIndex
        while index + part.count <= text.endIndex {
            if text[index] == first, text[index..<(index + part.count)].elementsEqual(part) {
                return index
            }
            index += 1
        }
        return nil
    }
}
