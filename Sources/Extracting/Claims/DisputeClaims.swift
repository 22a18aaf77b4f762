import FormCatalog
import ReportModel

/// What a paragraph says of reviews and lawsuits: how many there were, how they ended, that there were none.
extension ParagraphReader {
    /// What a number counts of reviews or lawsuits; empty where it counts something that no claim is made of, `nil`
    /// where nothing tells that it is about them.
    func disputes(
        _ number: ClaimNumber,
        _ lead: Text,
        _ tail: Text,
        _ subject: Claim.Subject
    ) -> [Count]? {
        let sentence = sentence(around: number.range)
        // 新发生行政复议5件，上年结转1件: the table has both.
        let isOfNew =
            PhraseSearch.contains("新", in: lead) && PhraseSearch.contains("结转", in: sentence)
        if isOfNew || words.has(.unrelated, in: sentence) { return [] }
        // 上年结转行政复议2件 were taken over.
        if PhraseSearch.contains("结转", in: lead) { return nil }
        // 无行政复议，有1件行政诉讼案件 counts what follows.
        if let other = happened(lead, tail) {
            return [Count(kind: .total, subject: other, end: tail.endIndex)]
        }
        let end = number.range.upperBound
        let ahead = PhraseSearch.nearest(words.outcomes, in: lead)
        if isNamed(subject, in: lead), let start = startOfBoth(before: number.range.lowerBound) {
            // 行政复议、行政诉讼3件 is a sum, and says of neither how many.
            guard number.value == .zero || Self.isOfEach(lead) else { return [] }
            return [.review, .litigation].map {
                Count(kind: ahead ?? .total, subject: $0, start: start, end: end)
            }
        }
        let behind = ahead == nil ? PhraseSearch.nearest(words.outcomes, in: tail) : nil
        if ahead != nil || behind != nil, isPartOfOwnWork(number, subject) { return [] }
        if let ahead { return [Count(kind: ahead, subject: subject, end: end)] }
        if let behind { return [Count(kind: behind, subject: subject)] }
        guard isNamed(subject, in: lead), number.unit == .pieces else { return nil }
        let isOther =
            words.has(.verdict, in: lead) || isOfAllSubjects(number, lead)
            || isOwnWork(lead, subject)
        return isOther ? [] : [Count(kind: .total, subject: subject, end: end)]
    }

    /// Whether reviews are counted that a body has decided itself: those on its answers others decide.
    private func isOwnWork(_ lead: Text, _ subject: Claim.Subject) -> Bool {
        subject == .review && words.has(.ownWork, in: lead)
            && !PhraseSearch.contains("信息公开", in: lead)
    }

    /// Whether a number's sentence begins with reviews that the body decided, 受理行政复议4件: 其中维持1件 is of them.
    private func isPartOfOwnWork(_ number: ClaimNumber, _ subject: Claim.Subject) -> Bool {
        let place = number.range.lowerBound
        let sentence = sentence(before: place)
        guard !PhraseSearch.contains("信息公开", in: sentence),
            let review = PhraseSearch.last("复议", in: sentence)
        else { return false }
        return isOwnWork(sentence[..<review.upperBound], subject)
    }

    /// Whether disputes of a whole region are counted, as by a bureau of justice: 全市发生行政复议60件，其中我局6件.
    func isOfRegion(at place: Int) -> Bool {
        let front = sentence(before: place)
        let region = front.indices.last { words.begins(front[$0...], with: .wholeOfRegion) }
        return region.map { !words.has(.ownBody, in: front[$0...]) } ?? false
    }

    /// The sentence in which a number stands.
    private func sentence(around number: Range<Int>) -> Text {
        let rest = text[number.upperBound...].prefix(Self.longestSentence)
        let end = rest.firstIndex(where: PhraseSearch.endsSentence)
        return text[startOfSentence(before: number.lowerBound)..<(end ?? rest.endIndex)]
    }

    /// Where reviews and lawsuits begin to be named in one breath, if they are the last that is named in front of a
    /// place.
    private func startOfBoth(before place: Int) -> Int? {
        let named = subjects[..<subjects.partitionPoint { $0.end > place }].suffix(2)
        guard let first = named.first, let last = named.last, first.subject.isDispute,
            last.subject.isDispute, first.subject != last.subject
        else { return nil }
        let between = text[first.end..<last.end]
        let isBreath = between.allSatisfy {
            "、和及与或以者并案件申请提起被发生行政复议诉讼应".unicodeScalars.contains($0)
        }
        guard isBreath else { return nil }
        let name = ["行政复议", "行政诉讼", "复议", "诉讼", "应诉"].first {
            text[..<first.end].suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
        }
        return first.end - (name?.unicodeScalars.count ?? 0)
    }

    /// Whether a number behind these words is said of each thing in front of it: 各1件, 均为1件.
    private static func isOfEach(_ lead: Text) -> Bool {
        let word = lead.last { !"为是有".unicodeScalars.contains($0) }
        return word.map { "各均都".unicodeScalars.contains($0) } ?? false
    }

    /// 发生2起关于政府信息公开的行政诉讼案件: the number stands in front of what it counts.
    func happened(_ lead: Text, _ tail: Text) -> Claim.Subject? {
        let verbs = ["发生", "新增", "收到", "产生", "提起", "有"].map { Array($0.unicodeScalars) }
        guard !isInList(tail), verbs.contains(where: { lead.suffix($0.count).elementsEqual($0) })
        else { return nil }
        let subject = subject(at: tail.endIndex)
        let ends = ["复议", "诉讼", "案件", "案", "复议申请"].map { Array($0.unicodeScalars) }
        let isAtEnd = ends.contains { tail.suffix($0.count).elementsEqual($0) }
        return subject.isDispute && isNamed(subject, in: tail) && isAtEnd ? subject : nil
    }

    /// What did not happen: 未发生行政复议、行政诉讼 and 未发生行政复议和行政诉讼 say it of both, 未发生行政复议被撤销 of none.
    func absentDisputes(in clause: Range<Int>) -> [Claim.Subject] {
        let subject = subject(at: clause.upperBound)
        let rest = text[clause.upperBound...].prefix(Self.longestSentence)
            .prefix { $0 == "\u{3001}" || !Self.endsClause($0) }
        let goesOn = rest.first == "\u{3001}"
        guard !words.has(.verdict, in: text[clause]), !goesOn || !words.has(.verdict, in: rest)
        else { return [] }
        let own = text[clause]
        let isBoth =
            PhraseSearch.contains("复议", in: own) && PhraseSearch.contains("诉讼", in: own)
            && !["复议后", "经复议"].contains { PhraseSearch.contains($0, in: own) }
        let isFirst = subject == .review && goesOn && PhraseSearch.contains("诉讼", in: rest)
        return isFirst || isBoth ? [.review, .litigation] : [subject].filter(\.isDispute)
    }

    /// What was not lost: 未发生行政复议纠错或行政诉讼败诉情形 says it of both.
    func lostDisputes(in clause: Range<Int>) -> [Claim.Subject] {
        let here = [(Claim.Subject.review, "复议"), (.litigation, "诉")]
            .filter { PhraseSearch.contains($0.1, in: text[clause]) }.map(\.0)
        return (here.isEmpty ? [subject(at: clause.upperBound)] : here).filter(\.isDispute)
    }
}
