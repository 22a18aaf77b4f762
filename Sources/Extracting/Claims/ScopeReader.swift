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
    ///
    /// - Parameters:
    ///   - prose: the text.
    ///   - claims: what it claims: 全市共收到留言3000件 says nothing of requests.
    /// - Returns: the sentences that speak of the report, or claim something of requests.
    func statements(in prose: Prose, claiming claims: [Claim]) -> [Statement] {
        let claims = Dictionary(
            grouping: claims.filter { $0.subject == .requests },
            by: \.paragraph
        )
        return prose.paragraphs.enumerated().flatMap { number, paragraph -> [Statement] in
            let found = paragraph.sentences.compactMap { range in
                words.saying(of: paragraph.plain[range]).map { (range: range, saying: $0) }
            }
            guard !found.isEmpty else { return [] }
            let places = paragraph.places(of: claims[number] ?? []).compactMap(\.self).sorted()
            return found.compactMap { range, saying -> Statement? in
                let first = places.partitionPoint { $0 >= range.lowerBound }
                let sentence = paragraph.plain[range]
                // 本机关收到政府信息公开申请件 has lost its number.
                let isOnRequests =
                    first < places.count && places[first] < range.upperBound
                    || ["公开申请", "申请公开"].contains { PhraseSearch.contains($0, in: sentence) }
                guard isOnRequests || !saying.isOfNumber else { return nil }
                return Statement(
                    scope: saying.scope,
                    paragraph: number,
                    range: start(of: saying.scope, in: sentence)..<range.upperBound,
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
            words.saying(of: sentence[..<$0])?.scope == scope
        }
        let named = sentence[..<(end ?? sentence.endIndex)]
        return commas.last { $0 < named.endIndex && words.saying(of: named[$0...])?.scope == scope }
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
        let told = Dictionary(grouping: statements, by: \.paragraph)
        var marked = claims
        let own = Dictionary(grouping: claims.indices, by: { claims[$0].paragraph })
        for (number, statements) in told {
            let indices = (own[number] ?? []).filter { claims[$0].subject == .requests }
            let places = prose.paragraphs[number].places(of: indices.map { claims[$0] })
            for (index, place) in zip(indices, places) {
                guard let place else { continue }
                marked[index].scope = statements.first { $0.range.contains(place) }?.scope
            }
        }
        return marked
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

    /// Where the quotes of claims begin, which are in reading order.
    func places(of claims: [Claim]) -> [Int?] {
        var last = 0
        return claims.map { claim in
            let found = place(of: claim.quote, from: max(0, last - ParagraphReader.longestSentence))
            last = found ?? last
            return found
        }
    }

    /// Where words begin that were quoted from the paragraph.
    private func place(of quote: String, from start: Int) -> Int? {
        let words = Array(quote.unicodeScalars)
        guard let first = words.first, printed.count >= start + words.count else { return nil }
        return (start...(printed.count - words.count)).first {
            printed[$0] == first && printed[$0..<($0 + words.count)].elementsEqual(words)
        }
    }
}
