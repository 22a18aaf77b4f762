import FormCatalog
import ReportModel

/// What the words around a number make of it: a change, a part, a number of another time.
extension ParagraphReader {
    /// More characters than lie between the parts of a sentence that belong together.
    static let longestSentence = 200

    /// Whether a number behind these words is a change or what a change began with: 增加15件, 由15个工作日.
    func isChange(_ lead: Text) -> Bool {
        words.ends(without(.filler, at: lead), with: .change)
    }

    /// Whether a number behind these words is what something is compared with, or began with: 比法定的20个工作日, 由去年的12天.
    /// Behind 至 or 为 it is the outcome.
    func isCompared(_ lead: Text) -> Bool {
        !words.ends(lead, with: .outcome) && words.has(.comparison, in: lead)
    }

    /// Whether a number behind these words is another year's, to which this one is compared: 比2011年的20件.
    func isOfAnotherYear(_ lead: Text) -> Bool {
        let own = without(.particle, at: lead)
        return words.ends(own, with: .timeNoun)
            && (words.has(.comparison, in: own) || words.has(.beside, in: own))
    }

    /// Whether a percentage is by how much a rate has changed, or what it changed from: 答复率较去年提高5%, 由98%提高到100%.
    func isOfAnotherRate(_ lead: Text, _ kind: Claim.Kind?) -> Bool {
        switch kind {
        case .changeOnYear: lead.contains("率")
        // 占比 is a word of its own.
        case .share: false
        default: isCompared(lead)
        }
    }

    /// Whether a claim counts a part of what its sentence has counted before: 收到申请35件，其中收到信函12件. What came in the year
    /// reported on is the whole of it: 截至2012年底共受理1,245件，其中2012年受理312件.
    func isPart(
        _ claim: Claim,
        at place: Int,
        of found: [(at: Int, claim: Claim)],
        reporting year: Int?
    ) -> Bool {
        if isOfOwnYear(claim, at: place, reporting: year) { return false }
        let earlier = found.last {
            $0.claim.kind == claim.kind && $0.claim.subject == claim.subject
                && $0.claim.unit == claim.unit
        }
        guard let earlier, claim.unit == .pieces, place - earlier.at < Self.longestSentence else {
            return false
        }
        // 收到230件，其中退回13件，实际受理217件: all that there were to do.
        if PhraseSearch.contains("实际", in: lead(to: place)) { return false }
        let between = text[earlier.at..<place]
        return !between.contains(where: PhraseSearch.endsSentence)
            && PhraseSearch.contains("其中", in: between)
    }

    /// Whether all requests are counted that came in the year reported on, as a part of those of several years; not those of
    /// its last month, or on some matter.
    private func isOfOwnYear(_ claim: Claim, at place: Int, reporting year: Int?) -> Bool {
        claim.kind == .received && times.isPartOfOwnYear(at: place, reporting: year)
            && without(.ownYearPart, at: lead(to: place)).isEmpty
    }

    /// Without requests of several years, of which those that came in the year reported on stand behind them.
    func withoutSumsOfYears(
        _ found: [(at: Int, claim: Claim)],
        reporting year: Int?
    ) -> [(at: Int, claim: Claim)] {
        let own = found.filter { isOfOwnYear($1, at: $0, reporting: year) }
        return found.filter { at, claim in
            let behind = own[own.partitionPoint { $0.at > at }...]
            return !behind.prefix { $0.at - at < Self.longestSentence }.contains { part in
                part.claim.subject == claim.subject && part.claim.kind == claim.kind
                    && !text[at..<part.at].contains(where: PhraseSearch.endsSentence)
            }
        }
    }

    /// Without the parts that a sentence counts one after the other: 镇街收到8件，部门收到27件. Of several numbers of requests
    /// for one thing and year only the one that is called their sum is all there are.
    func withoutRivals(
        _ found: [(at: Int, claim: Claim)],
        reporting year: Int?
    ) -> [(at: Int, claim: Claim)] {
        struct Thing: Hashable {
            var sentence: Int
            var kind: Claim.Kind
            var year: Int?
        }
        var sentence = 0
        var last = 0
        let things = found.map { at, claim -> Thing? in
            sentence += text[last..<at].count { $0 == "。" }
            last = at
            guard claim.subject == .requests, claim.unit == .pieces else { return nil }
            return Thing(
                sentence: sentence,
                kind: claim.kind,
                year: times.otherYear(at: at, reporting: year)
            )
        }
        var dropped: Set<Int> = []
        for (thing, rivals) in Dictionary(grouping: found.indices, by: { things[$0] })
        where thing != nil && Set(rivals.map { found[$0].claim.value }).count > 1 {
            let sums = rivals.filter { isSum(at: found[$0].at) }
            let own = sums.isEmpty ? rivals.filter { !isCumulative(at: found[$0].at) } : sums
            dropped.formUnion(own.count == 1 ? rivals.filter { $0 != own[0] } : rivals)
        }
        return found.indices.filter { !dropped.contains($0) }.map { found[$0] }
    }

    /// Whether the number at a place is called a sum.
    func isSum(at place: Int) -> Bool {
        let lead = lead(to: place)
        // 各县区共收到30件 is the sum of others.
        return words.has(.sum, in: lead) && lead.first != "各" && !isCumulative(at: place)
    }

    /// Whether the number at a place counts what has come together over years: 累计收到36件.
    private func isCumulative(at place: Int) -> Bool {
        PhraseSearch.contains("累计", in: lead(to: place))
    }

    /// The words in front of the number at a place.
    func lead(to place: Int) -> Text {
        let before = numbers.partitionPoint { $0.range.upperBound > place }
        return lead(to: place, from: before > 0 ? numbers[before - 1].range.upperBound : 0)
    }

    /// The words behind a number, up to punctuation or the next number.
    func tail(from start: Int) -> Text {
        var end = start
        while end < text.count, !Self.isBreak(text[end], at: end, in: text), !isDigit(at: end) {
            end += 1
        }
        return text[start..<end]
    }

    /// Whether digits begin or go on, or a count in numerals begins.
    func isDigit(at place: Int) -> Bool {
        if ("0"..."9").contains(text[place]) { return true }
        let next = numbers.partitionPoint { $0.range.lowerBound < place }
        return next < numbers.count && numbers[next].range.lowerBound == place
    }

    /// Whether things on everything are counted, of which those on information are a part: 行政复议120件，其中涉及政府信息公开的5件.
    func isOfAllSubjects(_ number: ClaimNumber, _ lead: Text) -> Bool {
        if PhraseSearch.contains("各类", in: lead) { return true }
        let rest = text[number.range.upperBound...].prefix(Self.longestSentence)
            .prefix { !PhraseSearch.endsSentence($0) }
        guard let part = Phrase.range(of: Array("其中".unicodeScalars), in: rest) else {
            return false
        }
        let named = rest[part.upperBound...].prefix { !("0"..."9").contains($0) && $0 != "," }
        return PhraseSearch.contains("信息公开", in: named)
    }

    /// Whether a clause speaks of a share that isn't all: 按时答复率98.5%.
    func isShare(_ clause: Range<Int>) -> Bool {
        guard words.has(.share, in: text[clause]) else { return false }
        let own = numbers(in: clause).filter { $0.unit == .percent }
        return own.isEmpty || own.contains { $0.value != ExactDecimal(100) }
    }

    /// Some words without those of a kind, a character each, at their end.
    func without(_ remark: ClaimWords.Remark, at lead: Text) -> Text {
        var own = lead
        while words.ends(own, with: remark) { own = own.dropLast() }
        return own
    }
}
