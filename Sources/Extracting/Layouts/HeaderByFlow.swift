import FormCatalog
import ReportModel

/// Reads a table's header in running text by the order of its words.
struct HeaderByFlow {
    let catalog: FormCatalog

    /// The columns in their order, if the words in front of the first row name them all; the header
    /// 自然人 alone may be lost, for its place is the first.
    ///
    /// - Parameters:
    ///   - tokens: the words in front of the first row's label.
    ///   - collector: is told of a lost header.
    /// - Returns: one applicant a column, or `nil`.
    func columns(
        _ tokens: [TextStream.Token],
        into collector: inout CellCollector
    ) -> [Applicant]? {
        columns(named: tokens, &collector) ?? columns(named: completed(tokens), &collector)
    }

    private func columns(
        named tokens: [TextStream.Token],
        _ collector: inout CellCollector
    ) -> [Applicant]? {
        let words = WordRun(words: tokens)
        let named = words.labels(name).map(\.item)
        guard
            let start = named.lastIndex(of: .organisations).map({ max(0, $0 - 1) })
                ?? named.indices.first
        else { return nil }
        let header = Array(named[start...])
        let organisations = Applicant.parts.dropFirst().map(HeaderWord.applicant)
        let total = HeaderWord.applicant(.total)
        let natural = HeaderWord.applicant(.naturalPerson)
        // Row by row, as merged headers are written, or column by column.
        let layouts = [
            [.organisations, total] + organisations, [.organisations] + organisations + [total],
            organisations + [total],
        ]
        for layout in layouts where header.suffix(layout.count + 1) == [natural] + layout {
            return Applicant.allCases
        }
        for layout in layouts where header.suffix(layout.count) == layout[...] {
            let label = catalog.official.labels(of: .request(.granted, .naturalPerson)).column
            collector.warn(.headerMissing, [label], at: words.words.last?.origin)
            return Applicant.allCases
        }
        return nil
    }

    private func name(_ key: LabelKey) -> HeaderWord? {
        if let applicant = catalog.applicants.item(for: key) { return .applicant(applicant) }
        return catalog.headings[.requests]?.item(for: key) == "organisations" ? .organisations : nil
    }

    /// Names that go on in a row of their own: 商业, 科研, 其他 above 企业, 机构.
    ///
    /// Only where each of the lower row's words makes a name of one of the upper's, in order.
    private func completed(_ tokens: [TextStream.Token]) -> [TextStream.Token] {
        var tokens = tokens
        for line in Set(tokens.map(\.line)) {
            let lower = tokens.indices.filter { tokens[$0].line == line + 1 }
            let upper = tokens.indices.filter {
                tokens[$0].line == line && name(LabelKey(tokens[$0].text)) == nil
            }
            guard !lower.isEmpty, lower.count == upper.count,
                zip(upper, lower).allSatisfy({ above, below in
                    name(LabelKey(tokens[above].text + tokens[below].text)) != nil
                })
            else { continue }
            for (above, below) in zip(upper, lower) {
                tokens[above].text += tokens[below].text
                tokens[below].text = ""
            }
        }
        return tokens.filter { !$0.text.isEmpty }
    }

    private enum HeaderWord: Hashable {
        case applicant(Applicant)
        case organisations
    }
}
