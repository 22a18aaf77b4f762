public import ReportModel

/// The words by which texts claim things, as data: `Wordings/claims.csv`.
public struct ClaimWords: Sendable {
    /// What a sentence is about, by its words.
    public private(set) var subjects = WordList<Claim.Subject>()
    /// What a number is, by the words in front of it.
    public private(set) var before = WordList<Claim.Kind>()
    /// What a number is, by the words behind it.
    public private(set) var after = WordList<Claim.Kind>()
    /// How a review or a lawsuit ended.
    public private(set) var outcomes = WordList<Claim.Kind>()
    /// What became of normative documents.
    public private(set) var documents = WordList<Claim.Kind>()
    /// What a percentage is, by the words in front of it.
    public private(set) var rates = WordList<Claim.Kind>()
    /// What a percentage is, by the words behind it.
    public private(set) var ratesAfter = WordList<Claim.Kind>()
    /// What an amount of money is for.
    public private(set) var fees = WordList<Claim.Kind>()
    /// How fast, without a number.
    public private(set) var timings: [(phrase: Phrase, kind: Claim.Kind)] = []
    /// That there was none of something.
    public private(set) var absences: [(phrase: Phrase, kind: Claim.Kind)] = []
    /// That every answer was upheld.
    public private(set) var upheld: [Phrase] = []
    /// Rows of the tables that bodies made for themselves before the form of 2014.
    public private(set) var rows: [LabelKey: (subject: Claim.Subject, kind: Claim.Kind)] = [:]
    /// Those tables' columns of the year's figures, the best first.
    public private(set) var columns: [LabelKey] = []
    /// Words of a wish or a duty, which is no claim.
    public private(set) var goals: [Phrase] = []

    /// Takes in one line of the file; `false` if it doesn't fit the vocabulary.
    mutating func add(part: String, code: String, words: String) -> Bool {
        let scalars = Array(words.unicodeScalars)
        guard !scalars.isEmpty else { return false }
        let phrase = Phrase(words)
        if part == "subject" {
            guard let subject = Claim.Subject(rawValue: code) else { return false }
            subjects.add(scalars, subject)
            return true
        }
        if part == "goal" {
            goals.append(phrase)
            return true
        }
        if part == "upheld" {
            upheld.append(phrase)
            return true
        }
        if part == "column" {
            columns.append(LabelKey(words))
            return true
        }
        if part == "row" {
            let names = code.split(separator: ".").map(String.init)
            guard names.count == 2, let subject = Claim.Subject(rawValue: names[0]),
                let kind = Claim.Kind(rawValue: names[1])
            else { return false }
            rows[LabelKey(words)] = (subject, kind)
            return true
        }
        guard let kind = Claim.Kind(rawValue: code) else { return false }
        switch part {
        case "before": before.add(scalars, kind)
        case "after": after.add(scalars, kind)
        case "dispute": outcomes.add(scalars, kind)
        case "document": documents.add(scalars, kind)
        case "rate": rates.add(scalars, kind)
        case "share": ratesAfter.add(scalars, kind)
        case "fee": fees.add(scalars, kind)
        case "timing": timings.append((phrase, kind))
        case "none": absences.append((phrase, kind))
        default: return false
        }
        return true
    }
}
