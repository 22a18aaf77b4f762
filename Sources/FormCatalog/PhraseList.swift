/// Phrases and what each means, in the order of their file.
///
/// Reports have thousands of clauses and the files hundreds of phrases: the phrases' signs lie beside each other, so
/// that all but a few are passed over without a look at their words.
public struct PhraseList<Meaning: Sendable>: Sendable {
    private var signs: [Phrase.Signs] = []
    private var phrases: [(phrase: Phrase, meaning: Meaning)] = []

    init() {}

    mutating func add(_ phrase: Phrase, _ meaning: Meaning) {
        signs.append(phrase.signs)
        phrases.append((phrase, meaning))
    }

    /// What the first phrase means that stands in a text and is accepted.
    ///
    /// - Parameters:
    ///   - text: the words.
    ///   - held: their signs, worked out once for all lists.
    ///   - accepts: whether a meaning will do.
    /// - Returns: the meaning; `nil` if there is none.
    public func first(
        in text: ArraySlice<Unicode.Scalar>,
        _ held: Phrase.Signs,
        where accepts: (Meaning) -> Bool = { _ in true }
    ) -> Meaning? {
        for index in signs.indices where held.mayHold(signs[index]) {
            let (phrase, meaning) = phrases[index]
            if accepts(meaning), phrase.stands(in: text) { return meaning }
        }
        return nil
    }

    /// Whether a text begins with one of the phrases, which have one part each.
    func begins(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        phrases.contains { $0.phrase.begins(text) }
    }

    /// Whether a text ends with one of the phrases, which have one part each.
    func ends(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        phrases.contains { $0.phrase.ends(text) }
    }
}
