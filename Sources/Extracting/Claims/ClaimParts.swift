import FormCatalog
import ReportModel

/// What a number is a part of, by the other numbers of its sentence.
extension ParagraphReader {
    /// The claims found so far in the sentence that a place stands in, those in front of it.
    private func sentence(
        before place: Int,
        of found: [(at: Int, claim: Claim)]
    ) -> ArraySlice<(at: Int, claim: Claim)> {
        let start = startOfSentence(before: place)
        return found[found.partitionPoint { $0.at >= start }...].prefix { $0.at < place }
    }

    /// What stands in front of a place in its sentence, as far back as a sentence reaches.
    func sentence(before place: Int) -> Text {
        text[startOfSentence(before: place)..<place].suffix(Self.longestSentence)
    }

    /// Where the sentence begins that a place stands in, or as far back as anybody looks.
    func startOfSentence(before place: Int) -> Int {
        let first = max(0, place - Self.longestLook)
        return text[first..<place].lastIndex(where: PhraseSearch.endsSentence).map { $0 + 1 }
            ?? first
    }

    /// A text without a full stop is read in a time that grows with its length.
    private static let longestLook = 500

    /// Whether a claim is on some requests only, those of some applicants or on some matter: 自然人申请195件，予以公开109件. Behind
    /// the number of all requests it is on all.
    func isOfSomeRequests(
        _ claim: Claim,
        at place: Int,
        of found: [(at: Int, claim: Claim)]
    ) -> Bool {
        guard Self.isDisposition(claim.kind) || claim.kind == .answered else { return false }
        let earlier = sentence(before: place, of: found)
        if earlier.contains(where: { [.received, .answered, .total].contains($0.claim.kind) }) {
            return false
        }
        return earlier.contains { Self.isOfApplicants($0.claim.kind) }
            || numbers(in: startOfSentence(before: place)..<place).contains { number in
                number.unit == .pieces && isOnSomeMatter(lead(to: number.range.lowerBound))
            }
    }

    /// Whether requests on something are counted behind these words: 其中涉及市场监管的申请.
    private func isOnSomeMatter(_ lead: Text) -> Bool {
        PhraseSearch.contains("申请", in: lead)
            && (lead.starts(with: "其中".unicodeScalars)
                || ["涉及", "关于", "针对"].contains { PhraseSearch.contains($0, in: lead) })
    }

    private static func isOfApplicants(_ kind: Claim.Kind) -> Bool {
        switch kind {
        case .fromNaturalPersons, .fromBusinesses, .fromResearch, .fromPublicInterest,
            .fromLegalServices, .fromOthers, .fromOrganisations:
            true
        default: false
        }
    }

    /// Without numbers that count answers to new requests only, beside those to requests taken over: 办结209件，另办结上年结转7件.
    func withoutAnswersInParts(
        _ found: [(at: Int, claim: Claim)]
    ) -> [(at: Int, claim: Claim)] {
        let takenOver = numbers.map(\.range.lowerBound).filter { place in
            let kinds = PhraseSearch.all(words.before, in: lead(to: place))
            return kinds.contains(.carriedIn) && kinds.contains(.answered)
        }
        guard !takenOver.isEmpty else { return found }
        return found.filter { at, claim in
            claim.kind != .answered || isSum(at: at)
                || !takenOver.contains { place in
                    let between = text[min(at, place)..<max(at, place)]
                    return !between.contains(where: PhraseSearch.endsSentence)
                        && !["其中", "含", "包括"].contains { PhraseSearch.contains($0, in: between) }
                }
        }
    }

    /// Without a number of grants that has the partial ones in it: 予以公开30件（其中部分公开3件）.
    func withoutGrantsOfBoth(
        _ found: [(at: Int, claim: Claim)]
    ) -> [(at: Int, claim: Claim)] {
        found.enumerated().filter { index, granted in
            guard granted.claim.kind == .granted, found.indices.contains(index + 1) else {
                return true
            }
            let next = found[index + 1]
            let between = text[granted.at..<next.at]
            return next.claim.kind != .partial
                || between.contains(where: PhraseSearch.endsSentence)
                || !["其中", "含", "包括"].contains { PhraseSearch.contains($0, in: between) }
        }.map(\.element)
    }

    /// Without requests that weren't taken in, 不予受理2件, where no other outcome stands beside them: only in a list of
    /// outcomes is it the form's 不予处理.
    func withoutLoneRejections(
        _ found: [(at: Int, claim: Claim)]
    ) -> [(at: Int, claim: Claim)] {
        found.filter { at, claim in
            claim.kind != .unprocessed || !claim.quote.contains("不予受理")
                || found.contains { other in
                    Self.isDisposition(other.claim.kind) && other.at != at
                        && !text[min(at, other.at)..<max(at, other.at)].contains("。")
                }
        }
    }

    /// Whether several things are named and their numbers follow, as in 予以公开和部分公开分别为6件和10件. 分别为予以公开45件 is a list.
    func isOneOfSeveral(_ lead: Text) -> Bool {
        guard words.has(.respectively, in: lead) else { return false }
        let own = lead.lastIndex(of: "别").map { lead[$0...].dropFirst() } ?? lead
        return !PhraseSearch.all(words.before, in: own).contains(where: Self.isDisposition)
            && PhraseSearch.all(words.outcomes, in: own).isEmpty
    }

    /// Whether words behind a number say something of it and of nothing else: 12件均已答复, not 网上申请8件均已答复, nor 12件已答复10件.
    func isAlone(_ lead: Text, _ tail: Text) -> Bool {
        without(.introduction, at: lead).isEmpty && !isInList(tail)
    }

    /// Whether the words behind a number run on to the next one: 行政复议6件行政诉讼10件.
    func isInList(_ tail: Text) -> Bool {
        tail.endIndex < text.count && isDigit(at: tail.endIndex)
    }

    /// Whether a percentage is what the number in front of it makes of all requests: 予以公开125件，占申请总数的57.9%. 占不予公开的 and 占公开类的 are
    /// of others, and what all requests are a share of is no part of them.
    func isShareOfAll(_ lead: Text, _ claim: Claim, at number: ClaimNumber) -> Bool {
        guard claim.kind != .received,
            !text[number.range.upperBound..<lead.endIndex].contains("。"),
            let start = lead.lastIndex(of: "占")
        else { return false }
        let whole = lead[start...].dropFirst()
        let front = sentence(before: start)
        if words.has(.wholeOfRegion, in: whole), !words.has(.wholeOfRegion, in: front) {
            return false
        }
        return without(.whole, at: whole).isEmpty && !whole.starts(with: "公开".unicodeScalars)
            && !PhraseSearch.all(words.before, in: whole)
                .contains { Self.isDisposition($0) || Self.isOfApplicants($0) }
    }

    /// A change on the year before, below zero where it is a fall.
    ///
    /// - Returns: `nil` where the words don't tell a rise from a fall, or it isn't all requests that changed.
    func change(
        _ number: ClaimNumber,
        _ lead: Text,
        _ subject: Claim.Subject,
        behind claim: Claim?
    ) -> ExactDecimal? {
        let start =
            lead.indices.first {
                words.rates.longest(at: $0, in: lead)?.meaning == .changeOnYear
            } ?? lead.startIndex
        let isFall = words.has(.fall, in: lead[start...])
        guard isFall != words.has(.rise, in: lead[start...]),
            subject != .requests || isOfRequests(lead[..<start], behind: claim)
        else { return nil }
        return isFall ? number.value.negated : number.value
    }

    /// Whether a change is one of the number of all requests: 申请量同比增长20%, or 收到36件，同比增长20% behind their claim. 其中网上申请, 办理时长
    /// and 满意度 change too.
    private func isOfRequests(_ noun: Text, behind claim: Claim?) -> Bool {
        let noun = without(.introduction, at: noun)
        guard !noun.isEmpty else {
            return claim.map {
                $0.subject == .requests && [.received, .answered, .total].contains($0.kind)
            } ?? false
        }
        let isPart =
            ["其中", "涉及", "类"].contains { PhraseSearch.contains($0, in: noun) }
            || words.has(.route, in: noun)
            || PhraseSearch.all(words.before, in: noun)
                .contains { Self.isDisposition($0) || Self.isOfApplicants($0) }
        return words.ends(noun, with: .allRequests) && !isPart
    }

    /// Whether a change is one on the year before, as 较2023年 is for 2024, and 较2022年 isn't.
    func isOnYearBefore(_ lead: Text, reporting year: Int?) -> Bool {
        guard let year else { return true }
        let digits = lead.indices.filter { lead[$0] == "年" }.map { end in
            lead[..<end].suffix(4).reduce(into: "") { $0.unicodeScalars.append($1) }
        }
        return digits.compactMap { Int($0) }.allSatisfy { $0 == year - 1 || $0 == year }
    }
}
