public import ReportModel

/// The words by which reports say whose requests they count, as data: `Wordings/scopes.csv`.
public struct ScopeWords: Sendable {
    private var phrases = PhraseList<ReportScope>()

    /// Takes in one line of the file; `false` if it doesn't fit the vocabulary.
    mutating func add(scope: String, words: String) -> Bool {
        guard let scope = ReportScope(rawValue: scope), !words.isEmpty else { return false }
        phrases.add(Phrase(words), scope)
        return true
    }

    /// What a sentence says, by the first line of the file that fits; `nil` if none does.
    public func scope(of sentence: ArraySlice<Unicode.Scalar>) -> ReportScope? {
        phrases.first(in: sentence, Phrase.Signs(of: sentence))
    }
}
