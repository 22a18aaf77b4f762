/// The words around a report by which its page tells what it is, and what it isn't, as data: `Wordings/pages.csv`.
public struct PageWords: Sendable {
    /// What words tell.
    public enum Part: String, Sendable, CaseIterable {
        /// Ends the name of a school, whose reports have a form of their own.
        case school
        /// Ends the name of an enterprise or institution, whose reports have a form of their own.
        case institution
        /// Stands in the title of news about reports.
        case article
        /// Stands in the title of a body's other yearly reports.
        case otherReport = "other_report"
        /// What sites of bets and games call themselves. They copy reports and put their name wherever a place's stood.
        case bettingSite = "betting_site"
        /// Heads a section of the form that has a table.
        case formHeading = "form_heading"
        /// Stands in front of a document's index number; in order of trust.
        case indexLabel = "index_label"
        /// Stands in front of the body that put a document online; in order of trust.
        case issuerLabel = "issuer_label"
        /// Stands in front of something, and so may end what stands before it.
        case label
    }

    private var words: [Part: [String]] = [:]

    /// The words of a part, in the file's order.
    public subscript(part: Part) -> [String] { words[part] ?? [] }

    /// Takes in one line of the file; `false` if it doesn't fit the vocabulary.
    mutating func add(part: String, words: String) -> Bool {
        guard let part = Part(rawValue: part), !words.isEmpty else { return false }
        self.words[part, default: []].append(words)
        return true
    }
}
