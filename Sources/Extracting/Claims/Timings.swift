import FormCatalog
import ReportModel

/// What a clause says of how fast requests were answered.
extension ParagraphReader {
    /// What the words of a clause say.
    ///
    /// - Parameters:
    ///   - clause: the clause.
    ///   - signs: the bits of its characters.
    ///   - counted: what the paragraph counts, in reading order.
    /// - Returns: what they say; `nil` if nothing, or not of all requests.
    func timing(
        _ clause: Range<Int>,
        _ signs: Phrase.Signs,
        besides counted: [(at: Int, claim: Claim)]
    ) -> Claim.Kind? {
        let own = text[clause]
        let pieces = numbers(in: clause).filter { $0.unit == .pieces }
        let timing = words.timings.first(in: own, signs)
        if words.has(.late, in: own, signs) {
            if words.has(.noneLate, in: own, signs) { return pieces.isEmpty ? timing : nil }
            let isOfSome = pieces.count == 1 && pieces.allSatisfy { $0.value != .zero }
            return isOfSome && !words.has(.denial, in: own, signs) ? .notAllOnTime : nil
        }
        guard timing == .allOnTime else { return timing }
        let isOfPart =
            isShare(clause) || words.has(.respectively, in: own, signs)
            || words.has(.partly, in: own, signs)
        return isOfPart || !isOfAll(pieces.last, in: clause, besides: counted) ? nil : .allOnTime
    }

    /// Whether a number of requests that were answered in time is that of all: of 36 that were received 35 are not, unless
    /// one was carried over.
    private func isOfAll(
        _ number: ClaimNumber?,
        in clause: Range<Int>,
        besides counted: [(at: Int, claim: Claim)]
    ) -> Bool {
        guard let number else { return true }
        func count(_ kinds: Claim.Kind...) -> ExactDecimal? {
            counted.first { at, claim in
                kinds.contains(claim.kind) && claim.subject == .requests
                    && claim.unit == .pieces && at != number.range.lowerBound
            }?.claim.value
        }
        guard let received = count(.received, .total) else {
            return count(.answered).map { $0 == number.value }
                ?? !text[clause].starts(with: "其中".unicodeScalars)
        }
        let all = [received, count(.carriedIn).flatMap(received.adding)].compactMap(\.self)
        let unanswered = [count(.carriedOut), count(.pendingWithinLimit)].compactMap(\.self)
        let answered = [number.value] + unanswered.compactMap(number.value.adding)
        return answered.contains(where: all.contains) || count(.answered) == number.value
    }
}
