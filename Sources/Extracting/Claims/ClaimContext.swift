import FormCatalog
import ReportModel

/// What the words around a number make of it: a change, a part, a number of another time.
extension ParagraphReader {
    /// More characters than lie between the parts of a sentence that belong together.
    static let longestSentence = 200

    /// Whether a number behind these words is a change or what a change began with: 增加15件, 由15个工作日.
    func isChange(_ lead: Text) -> Bool {
        words.ends(lead.dropLast(while: { "了约近".unicodeScalars.contains($0) }), with: .change)
    }

    /// Whether a number behind these words is what something is compared with, or began with: 比法定的20个工作日, 由去年的12天.
    /// Behind 至 or 为 it is the outcome.
    func isCompared(_ lead: Text) -> Bool {
        guard let last = lead.last, !"至到为是达".unicodeScalars.contains(last) else { return false }
        return lead.contains { "比较由从".unicodeScalars.contains($0) }
    }

    /// Whether a number behind these words is another year's, to which this one is compared: 比2011年的20件.
    func isOfAnotherYear(_ lead: Text) -> Bool {
        let own = lead.dropLast(while: { "的度".unicodeScalars.contains($0) })
        guard let last = own.last, "年期".unicodeScalars.contains(last) else { return false }
        return own.contains { "比较与同由从".unicodeScalars.contains($0) }
    }

    /// Whether a claim counts a part of what its sentence has counted before: 收到申请35件，其中收到信函12件.
    func isPart(_ claim: Claim, at place: Int, of found: [(at: Int, claim: Claim)]) -> Bool {
        let earlier = found.last {
            $0.claim.kind == claim.kind && $0.claim.subject == claim.subject
                && $0.claim.unit == claim.unit
        }
        guard let earlier, claim.unit == .pieces, place - earlier.at < Self.longestSentence else {
            return false
        }
        let between = text[earlier.at..<place]
        return !between.contains { "。;!?".unicodeScalars.contains($0) }
            && PhraseSearch.contains("其中", in: between)
    }

    /// Whether a clause speaks of a share that isn't all: 按时答复率98.5%.
    func isShare(_ clause: Range<Int>) -> Bool {
        guard words.has(.share, in: text[clause]) else { return false }
        let own = numbers(in: clause).filter { $0.unit == .percent }
        return own.isEmpty || own.contains { $0.value != ExactDecimal(100) }
    }
}

extension ArraySlice {
    /// Without its last elements, as long as they are such.
    fileprivate func dropLast(while isSuch: (Element) -> Bool) -> Self {
        self[..<((lastIndex { !isSuch($0) } ?? startIndex - 1) + 1)]
    }
}
