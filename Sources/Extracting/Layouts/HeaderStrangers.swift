import FormCatalog
import ReportModel

/// Words in the header of section three, in running text, that head other columns than the form's: a year's before, or
/// running numbers.
struct HeaderStrangers {
    let catalog: FormCatalog

    /// Looks for them.
    ///
    /// - Parameter words: the words in front of the first row's label.
    /// - Returns: whether there are any.
    func stand(among words: [TextStream.Token]) -> Bool {
        let known = WordRun(words: words).labels { isOfForm($0) ? $0 : nil }
        // It may be one word with another column's name: 总计自然人.
        let natural = known.last { catalog.applicants.item(for: $0.item) == .naturalPerson }
        // A column's name that is as high as the whole header comes before the applicants'.
        let over = known.last {
            $0.range.upperBound <= natural?.range.lowerBound ?? words.count
                && catalog.headings[.requests]?.item(for: $0.item) == "applicants"
        }
        guard let start = (over ?? natural)?.range.lowerBound else { return false }
        let named = Set(known.flatMap(\.range))
        let isBehind = words.indices[start...].contains { index in
            !named.contains(index) && isStranger(words[index].text)
        }
        let labels = StatisticLabels(catalog: catalog)
        return isBehind
            || words[..<start].suffix(Self.mostBefore)
                .contains { labels.isSerialHeader($0.text) }
    }

    /// Whether a word may be a column's name, and is neither a part of one of the form's nor of a heading.
    func isStranger(_ word: String) -> Bool {
        word.utf8.count <= Self.longestName && !isPiece(LabelKey(word))
    }

    private func isOfForm(_ key: LabelKey) -> Bool {
        catalog.applicants.item(for: key) != nil
            || catalog.headings[.requests]?.item(for: key) != nil
    }

    /// Whether a word may be a part of a name that wraps within its column, or none.
    private func isPiece(_ key: LabelKey) -> Bool {
        !key.hasWords || catalog.applicants.hasWording(with: key)
            || catalog.headings[.requests]?.hasWording(with: key) ?? false
    }

    /// Bytes of UTF-8: a column's name has no more, the form's note on its sums has.
    private static let longestName = 36
    /// The note in the header's corner and the words over the columns have no more pieces.
    private static let mostBefore = 12
}
