public import ReportModel

/// The words by which reports say whose requests they count, as data: `Wordings/scopes.csv`.
public struct ScopeWords: Sendable {
    private var phrases = PhraseList<Saying>()

    /// What some words say.
    public struct Saying: Sendable {
        /// Whose requests are counted.
        public let scope: ReportScope
        /// Whether they say so of a number, which may be one of messages or licences, and not of the report.
        public let isOfNumber: Bool
    }

    /// Takes in one line of the file; `false` if it doesn't fit the vocabulary.
    mutating func add(scope: String, about: String, words: String) -> Bool {
        guard let scope = ReportScope(rawValue: scope), ["requests", "report"].contains(about),
            !words.isEmpty
        else { return false }
        phrases.add(Phrase(words), Saying(scope: scope, isOfNumber: about == "requests"))
        return true
    }

    /// What a sentence says, by the first line of the file that fits; `nil` if none does.
    public func saying(of sentence: ArraySlice<Unicode.Scalar>) -> Saying? {
        phrases.first(in: sentence, Phrase.Signs(of: sentence))
    }
}
