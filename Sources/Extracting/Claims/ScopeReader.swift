import FormCatalog
import ReportModel

/// Finds the sentences that say whose requests are counted: the body's own, or those of the whole region.
struct ScopeReader {
    let words: ScopeWords

    /// A sentence that says so.
    struct Statement {
        var scope: ReportScope
        var paragraph: Int
        var range: Range<Int>
        var quote: String
        var origin: Origin
    }

    /// All sentences that say so, in reading order.
    func statements(in prose: Prose) -> [Statement] {
        prose.paragraphs.enumerated().flatMap { number, paragraph in
            paragraph.sentences.compactMap { range -> Statement? in
                let sentence = paragraph.plain[range]
                guard let scope = words.scope(of: sentence) else { return nil }
                return Statement(
                    scope: scope,
                    paragraph: number,
                    range: start(of: scope, in: sentence)..<range.upperBound,
                    quote: paragraph.quote(range),
                    origin: paragraph.origin(at: range.lowerBound)
                )
            }
        }
    }

    /// Where the clause begins that names a scope first: what stands before it may count another, as the office does of which
    /// 市政府本级收到86件，全市收到423件 speaks.
    private func start(of scope: ReportScope, in sentence: ArraySlice<Unicode.Scalar>) -> Int {
        let commas = sentence.indices.filter { sentence[$0] == "," }
        let end = (commas + [sentence.endIndex]).first {
            words.scope(of: sentence[..<$0]) == scope
        }
        let named = sentence[..<(end ?? sentence.endIndex)]
        return commas.last { $0 < named.endIndex && words.scope(of: named[$0...]) == scope }
            .map { $0 + 1 } ?? sentence.startIndex
    }

    /// What the tables count: what the text says of the number that they print, or else what it says at all.
    ///
    /// A report that speaks of the office's 17 requests and prints the district's 95 is the district's.
    static func scope(
        of statements: [Statement],
        claims: [Claim],
        cells: CellTable
    ) -> Evidenced<ReportScope>? {
        func evidenced(_ statement: Statement) -> Evidenced<ReportScope> {
            Evidenced(
                statement.scope,
                evidence: .period,
                quote: statement.quote,
                origin: statement.origin
            )
        }
        let new = cells.value(.request(.newReceived, .total))
        let all = new.flatMap { new in
            cells.value(.request(.carriedIn, .total)).flatMap(new.adding)
        }
        let printed = [new, all].compactMap(\.self)
        let agreeing = statements.first { statement in
            claims.contains { claim in
                claim.subject == .requests && claim.kind == .received
                    && claim.scope == statement.scope && claim.paragraph == statement.paragraph
                    && claim.value.map(printed.contains) ?? false
            }
        }
        if let agreeing { return evidenced(agreeing) }
        guard let first = statements.first,
            statements.allSatisfy({ $0.scope == first.scope })
        else { return nil }
        // What the text counts under this scope is not what the table prints.
        let isDenied = claims.contains { claim in
            claim.subject == .requests && claim.kind == .received && claim.scope == first.scope
                && claim.value != nil && !printed.isEmpty
        }
        return isDenied ? nil : evidenced(first)
    }

    /// The claims, each with the scope of the sentence that it stands in.
    static func marked(
        _ claims: [Claim],
        by statements: [Statement],
        in prose: Prose
    ) -> [Claim] {
        let told = Set(statements.map(\.paragraph))
        return claims.map { claim in
            guard claim.subject == .requests, told.contains(claim.paragraph),
                let place = prose.paragraphs[claim.paragraph].place(of: claim.quote)
            else { return claim }
            var claim = claim
            claim.scope =
                statements.first {
                    $0.paragraph == claim.paragraph && $0.range.contains(place)
                }?.scope
            return claim
        }
    }
}

extension Paragraph {
    /// The sentences, without their ends.
    var sentences: [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for (index, scalar) in plain.enumerated() where PhraseSearch.endsSentence(scalar) {
            if index > start { sentences.append(start..<index) }
            start = index + 1
        }
        if start < plain.count { sentences.append(start..<plain.count) }
        return sentences
    }

    /// Where words begin that were quoted from the paragraph.
    func place(of quote: String) -> Int? {
        let words = Array(quote.unicodeScalars)
        guard let first = words.first, printed.count >= words.count else { return nil }
        return (0...(printed.count - words.count)).first {
            printed[$0] == first && printed[$0..<($0 + words.count)].elementsEqual(words)
        }
    }
}
