import FormCatalog
import ReportModel

/// What a paragraph says of regulations and normative documents.
extension ParagraphReader {
    /// What a number counts of them; empty where it counts others, `nil` where nothing tells that it is about them.
    func documents(_ number: ClaimNumber, _ lead: Text, _ tail: Text) -> [Count]? {
        guard number.unit == .pieces else { return nil }
        if isOfPublished(number) { return [] }
        if let kind = PhraseSearch.nearest(words.documents, in: lead) {
            return [Count(kind: kind, subject: .documents, end: number.range.upperBound)]
        }
        return PhraseSearch.nearest(words.documents, in: tail).map {
            [Count(kind: $0, subject: .documents)]
        }
    }

    /// Whether a number is a part of what stands on a website, of whatever years: 栏目共公开文件46件，其中废止2件.
    private func isOfPublished(_ number: ClaimNumber) -> Bool {
        let place = number.range.lowerBound
        let front = text[startOfSentence(before: place)..<place]
        guard let part = PhraseSearch.last("其中", in: front) else { return false }
        return words.has(.published, in: front[..<part.lowerBound])
    }
}
