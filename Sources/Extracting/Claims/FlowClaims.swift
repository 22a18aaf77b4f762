import FormCatalog
import ReportModel

/// What a paragraph says of how requests, and whatever else is asked, came in and were answered.
extension ParagraphReader {
    /// What a number counts by the words in front of it; empty where no claim is made of it, `nil` where those words say
    /// nothing of it.
    func flow(
        _ number: ClaimNumber,
        _ lead: Text,
        _ tail: Text,
        _ subject: Claim.Subject
    ) -> [Count]? {
        let kinds = PhraseSearch.all(words.before, in: lead)
        guard var kind = kinds.last else { return nil }
        // “同意公开”答复18件: how they were answered says more than that they were.
        if kind == .answered, let disposition = kinds.dropLast().last,
            Self.isDisposition(disposition)
        {
            kind = disposition
        }
        let end = number.range.upperBound
        // The dispositions are names that only answers to requests have.
        if Self.isDisposition(kind) {
            let isAnswer =
                ![.webMessages, .hotline, .proposals].contains(subject)
                && !countsItems(number, lead, subject) && !isOfSeveral(words.before, lead)
                // 不予公开的申请1件属于内部事务信息: one of them.
                && tail.first != "属"
            return isAnswer ? [Count(kind: kind, subject: .requests, end: end)] : []
        }
        guard number.unit == .pieces else { return [] }
        let about = counted(lead, tail, subject)
        if about.isDispute, !subject.isDispute {
            return happened(lead, tail).map {
                [Count(kind: .total, subject: $0, end: tail.endIndex)]
            } ?? []
        }
        let isNamedBehind = about != subject
        return flow(number, kinds, lead, about).map {
            Count(kind: $0, subject: about, end: isNamedBehind ? tail.endIndex : end)
        }
    }

    /// What is counted: what the words in front of a number name, or those behind it, as 收到8份政府信息公开申请 does, or
    /// what the paragraph spoke of last.
    private func counted(_ lead: Text, _ tail: Text, _ subject: Claim.Subject) -> Claim.Subject {
        guard subjects(in: lead).isEmpty, !subjects(in: tail).isEmpty else { return subject }
        return self.subject(at: tail.endIndex)
    }

    private func flow(
        _ number: ClaimNumber,
        _ kinds: [Claim.Kind],
        _ lead: Text,
        _ about: Claim.Subject
    ) -> [Claim.Kind] {
        // 结转下年度办理2件 are carried over, but 上年结转办结2件 and 办结上年结转2件 a part of what was answered.
        if kinds.contains(.carriedIn), kinds.last != .carriedIn || kinds.contains(.answered) {
            return []
        }
        if kinds.contains(.carriedOut) {
            return Self.isTakenOver(by: lead).map { $0 ? [.carriedIn] : [] } ?? [.carriedOut]
        }
        switch kinds.last {
        case .answered? where words.has(.unfinished, in: lead): return []
        case .received?, .answered?:
            // 收到网上申请12件, 书面答复8件: a part of all.
            if about == .requests, words.has(.route, in: lead) { return [] }
            // 受理申请3500件，其中政府信息公开申请5件: requests for anything at all.
            let isOfAll = about == .requests && isOfAllSubjects(number, lead)
            if isOfAll, !PhraseSearch.contains("公开", in: lead) { return [] }
            // 收到并办结16件 says two things.
            let joins = ["并", "且", "及", "和", "、", "后"]
            if kinds.suffix(2) == [.received, .answered],
                joins.contains(where: { PhraseSearch.contains($0, in: lead) })
            {
                return [.received, .answered]
            }
            return kinds.suffix(1)
        case let kind?: return [kind]
        case nil: return []
        }
    }

    /// Whether several outcomes have one number: 无法提供或不予处理25件.
    func isOfSeveral(_ list: WordList<Claim.Kind?>, _ words: Text) -> Bool {
        Set(PhraseSearch.all(list, in: words).filter(Self.isDisposition)).count > 1
    }

    /// 不予公开信息27条 and 不予公开文件3件 count what a body wrote, not how it answered, and so does 不予公开12条 behind 信息325条.
    private func countsItems(
        _ number: ClaimNumber,
        _ lead: Text,
        _ subject: Claim.Subject
    ) -> Bool {
        let counted = without(.introduction, at: lead)
        let ending = String(String.UnicodeScalarView(counted.suffix(2)))
        let unit = text[number.range.upperBound - 1]
        return ["文件", "公文"].contains(ending) || ending == "事项" && unit == "项"
            || (ending == "信息" || subject != .requests) && unit == "条"
            || isPartOfItems(number)
    }

    /// Whether what is answered in the words behind a number is information that nobody has asked for: 35条信息不予公开.
    func isOfItems(_ tail: Text) -> Bool {
        ["信息", "文件"].contains { PhraseSearch.contains($0, in: tail) }
            && !PhraseSearch.contains("申请", in: tail)
    }

    /// Whether a number stands in a list of how documents are classified, as in 制作公文320件，其中主动公开210件，依申请公开80件，
    /// 不予公开30件: what the sentence counted before are documents, and no requests since.
    private func isPartOfItems(_ number: ClaimNumber) -> Bool {
        let place = number.range.lowerBound
        let before = numbers(in: max(place - Self.longestSentence, 0)..<place)
        var next = place
        for earlier in before.reversed().map(\.range) {
            if text[earlier.upperBound..<next].contains("。") { return false }
            let own = lead(to: earlier.lowerBound)
            if words.has(.items, in: own), !words.has(.alreadyPublic, in: own) { return true }
            let isInformation =
                text[earlier.upperBound - 1] == "条" && PhraseSearch.contains("信息", in: own)
            if isInformation, !PhraseSearch.contains("申请", in: own) { return true }
            let isWhole = PhraseSearch.contains("其中", in: text[earlier.upperBound..<next])
            let isAsked = PhraseSearch.contains("申请", in: own)
            let isReceived =
                !PhraseSearch.contains("依申请公开", in: own)
                || PhraseSearch.all(words.before, in: own).contains(.received)
            if isAsked, isWhole || isReceived { return false }
            next = earlier.lowerBound
        }
        return false
    }

    /// Whether requests of a named year were taken over from it, as 含2022年结转的3件 says; `nil` where no year
    /// stands in front of 结转 or where it says whither. Of 2022年结转3件 either could be meant.
    static func isTakenOver(by lead: Text) -> Bool? {
        guard
            let year = Phrase.range(of: Array("年结转".unicodeScalars), in: lead)
                ?? Phrase.range(of: Array("年度结转".unicodeScalars), in: lead),
            year.lowerBound > lead.startIndex,
            ("0"..."9").contains(lead[year.lowerBound - 1])
        else { return nil }
        if let next = lead[year.upperBound...].first, "至到下入转".unicodeScalars.contains(next) {
            return nil
        }
        return ["含", "包括", "其中"].contains {
            PhraseSearch.contains($0, in: lead[..<year.lowerBound])
        }
    }
}
