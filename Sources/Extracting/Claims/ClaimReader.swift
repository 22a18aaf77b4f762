import FormCatalog
import ReportModel

/// Reads claims off the text: what a number is by the words nearest to it, what a sentence is about by the
/// last subject in front of it.
///
/// A number is never taken without its words. Wishes and duties (确保、应当) are no claims.
struct ClaimReader {
    let words: ClaimWords

    /// The claims of the text, in reading order.
    ///
    /// - Parameters:
    ///   - prose: the text.
    ///   - year: the year that the report is on, if it is known.
    /// - Returns: the claims; those that their sentence makes of another year say of which.
    func claims(in prose: Prose, reporting year: Int?) -> [Claim] {
        prose.paragraphs.enumerated().flatMap { number, paragraph in
            var reader = ParagraphReader(paragraph, number: number, words: words)
            return reader.claims(reporting: year)
        }
    }
}

/// Reads one paragraph.
struct ParagraphReader {
    typealias Text = ArraySlice<Unicode.Scalar>

    /// What a number counts, and where the words that say so begin and end; as its lead and tail do if `nil`.
    struct Count {
        var kind: Claim.Kind
        var subject: Claim.Subject
        var start: Int?
        var end: Int?
    }

    private let paragraph: Paragraph
    private let number: Int
    let words: ClaimWords
    let text: [Unicode.Scalar]
    let numbers: [ClaimNumber]
    let times: SpokenTimes
    /// Where each subject is named, or implied.
    private(set) var subjects: [(end: Int, subject: Claim.Subject)]

    init(_ paragraph: Paragraph, number: Int, words: ClaimWords) {
        self.paragraph = paragraph
        self.number = number
        self.words = words
        text = paragraph.plain
        numbers = ClaimNumber.all(in: text, words)
        subjects = Self.subjects(in: text, words)
        times = SpokenTimes(text, words)
    }

    mutating func claims(reporting year: Int?) -> [Claim] {
        var found: [(at: Int, claim: Claim)] = []
        var last: (number: ClaimNumber, claim: Claim)?
        for (index, number) in numbers.enumerated() {
            let start = index > 0 ? numbers[index - 1].range.upperBound : 0
            let place = number.range.lowerBound
            // A share is of the number that stands next to it.
            let neighbour = last.flatMap { $0.number.range.upperBound == start ? $0 : nil }
            let own = claims(of: number, from: start, before: neighbour).filter { claim in
                !isPart(claim, at: place, of: found, reporting: year)
                    && !isOfSomeRequests(claim, at: place, of: found)
            }
            for claim in own { found.append((place, claim)) }
            if let claim = own.last, Self.isDisposition(claim.kind) { imply(claim.subject, number) }
            if let claim = own.last, claim.unit == .pieces || claim.unit == nil {
                last = (number, claim)
            }
        }
        found = withoutGrantsOfBoth(withoutLoneRejections(withoutAnswersInParts(found)))
        found = withoutSumsOfYears(found, reporting: year)
        found = withoutRivals(found, reporting: year).filter { at, claim in
            claim.kind != .changeOnYear || isOnYearBefore(lead(to: at), reporting: year)
        }
        let counted = found
        for clause in clauses() {
            let told = counted[counted.partitionPoint { $0.at >= clause.lowerBound }...]
                .prefix { $0.at < clause.upperBound }
            for claim in wordsOnly(clause, besides: counted)
            where !told.contains(where: { $0.claim.kind == claim.kind }) {
                found.append((clause.lowerBound, claim))
            }
        }
        return found.sorted { $0.at < $1.at }.map { at, claim in
            var claim = claim
            // 其中2023年结转2件 were taken over into 2024.
            let isTakenOver = claim.kind == .carriedIn && Self.isTakenOver(by: lead(to: at)) == true
            claim.otherYear = isTakenOver ? nil : times.otherYear(at: at, reporting: year)
            if claim.subject.isDispute, isOfRegion(at: at) { claim.scope = .wholeRegion }
            return claim
        }
    }

    /// 予以公开5件 is about requests, and so is what follows, until something else is named.
    private mutating func imply(_ subject: Claim.Subject, _ number: ClaimNumber) {
        let end = number.range.upperBound
        subjects.insert((end, subject), at: subjects.partitionPoint { $0.end > end })
    }

    // MARK: Numbers

    private func claims(
        of number: ClaimNumber,
        from start: Int,
        before last: (number: ClaimNumber, claim: Claim)?
    ) -> [Claim] {
        let lead = lead(to: number.range.lowerBound, from: start)
        let tail = tail(from: number.range.upperBound)
        let subject = subject(at: number.range.lowerBound)
        let quote = lead.startIndex..<tail.endIndex
        func claim(
            _ kind: Claim.Kind,
            _ subject: Claim.Subject,
            from start: Int? = nil,
            to end: Int? = nil
        ) -> Claim {
            Claim(
                subject,
                kind,
                value: number.value,
                unit: number.unit,
                isApproximate: number.isApproximate,
                quote: paragraph.quote(
                    (start ?? quote.lowerBound)..<max(
                        end ?? quote.upperBound,
                        number.range.upperBound
                    )
                ),
                origin: paragraph.origin(at: number.range.lowerBound),
                paragraph: self.number
            )
        }
        if paragraph.isApart(number.range) || times.isStretch(at: number.range.lowerBound)
            || isOneOfSeveral(lead) || words.has(.plan, in: lead)
        {
            return []
        }
        let isChange = isChange(lead)
        let isMean = words.has(.each, in: lead)
        switch number.unit {
        case .percent:
            let kind = PhraseSearch.nearest(words.rates, in: lead)
            if isChange, kind != .changeOnYear { return [] }
            let isReached = !words.has(.shortfall, in: lead) && !words.has(.goal, in: lead)
            guard isReached, !isOfAnotherRate(lead, kind) else { return [] }
            if let kind {
                if kind == .share {
                    guard let last, isShareOfAll(lead, last.claim, at: last.number) else {
                        return []
                    }
                    return [claim(.share, last.claim.subject)]
                }
                if kind == .changeOnYear {
                    return change(number, lead, subject, behind: last?.claim).map { change in
                        var claim = claim(kind, subject)
                        claim.value = change
                        return [claim]
                    } ?? []
                }
                return [claim(kind, subject)]
            }
            return PhraseSearch.nearest(words.ratesAfter, in: tail).map { [claim($0, subject)] }
                ?? []
        case .days, .workingDays:
            let isAverage =
                PhraseSearch.contains("平均", in: lead) && !isChange && !isCompared(lead)
                && !words.has(.goal, in: lead)
            return isAverage ? [claim(.averageDays, subject)] : []
        case .yuan:
            // 10元/件 is a price.
            guard !words.has(.otherMoney, in: lead), !isMean, tail.first != "/",
                PhraseSearch.nearest(words.fees, in: lead) != nil,
                subject.isOnTheForm || subject == .other
            else { return [] }
            return [claim(.fees, .requests)]
        case .pieces, nil:
            if isChange || isMean || isOfAnotherYear(lead) || words.has(.denial, in: lead) {
                return []
            }
            return counts(number, lead, tail, subject).map {
                claim($0.kind, $0.subject, from: $0.start, to: $0.end)
            }
        }
    }

    private func counts(
        _ number: ClaimNumber,
        _ lead: Text,
        _ tail: Text,
        _ subject: Claim.Subject
    ) -> [Count] {
        let end = number.range.upperBound
        if subject.isDispute, let counts = disputes(number, lead, tail, subject) { return counts }
        if subject == .documents, let counts = documents(number, lead, tail) { return counts }
        // 21件为商业企业申请: what is said of the number outweighs what stands before it.
        let isDefined = tail.first.map { "为系是属".unicodeScalars.contains($0) } ?? false
        if isDefined, number.unit == .pieces, let kind = PhraseSearch.nearest(words.after, in: tail)
        {
            if Self.isDisposition(kind), isOfItems(tail) || isOfSeveral(words.after, tail) {
                return []
            }
            return [Count(kind: kind, subject: Self.isDisposition(kind) ? .requests : subject)]
        }
        if let counts = flow(number, lead, tail, subject) { return counts }
        guard number.unit == .pieces else { return [] }
        if let kind = PhraseSearch.nearest(words.after, in: tail) {
            if Self.isDisposition(kind), isOfItems(tail) || isOfSeveral(words.after, tail) {
                return []
            }
            if kind == .answered, !isAlone(lead, tail) { return [] }
            let about = self.subject(at: tail.endIndex)
            return [Count(kind: kind, subject: Self.isDisposition(kind) ? .requests : about)]
        }
        if let dispute = happened(lead, tail) {
            return [Count(kind: .total, subject: dispute, end: tail.endIndex)]
        }
        return subject == .information && isNamed(subject, in: lead)
            ? [Count(kind: .proactiveItems, subject: subject, end: end)] : []
    }

    /// The subjects that are named in some words, in their order.
    func subjects(in lead: Text) -> ArraySlice<(end: Int, subject: Claim.Subject)> {
        subjects[subjects.partitionPoint { $0.end > lead.startIndex }...]
            .prefix { $0.end <= lead.endIndex }
    }

    func isNamed(_ subject: Claim.Subject, in lead: Text) -> Bool {
        subjects(in: lead).contains { $0.subject == subject }
    }

    /// The numbers that stand in a clause, or reach into it.
    func numbers(in clause: Range<Int>) -> ArraySlice<ClaimNumber> {
        numbers[numbers.partitionPoint { $0.range.upperBound > clause.lowerBound }...]
            .prefix { $0.range.lowerBound < clause.upperBound }
    }

    static func isDisposition(_ kind: Claim.Kind) -> Bool {
        switch kind {
        case .granted, .partial, .grantedAndPartial, .refused, .unable, .unprocessed, .otherOutcome:
            true
        default: false
        }
    }

    // MARK: Words

    /// What a clause says without a number: how fast, that there was none, that all was upheld.
    private func wordsOnly(
        _ clause: Range<Int>,
        besides counted: [(at: Int, claim: Claim)]
    ) -> [Claim] {
        let own = text[clause]
        let signs = Phrase.Signs(of: own)
        let isGoal = words.has(.goal, in: own, signs)
        if isGoal, !words.has(.asking, in: own, signs) { return [] }
        func claim(_ subject: Claim.Subject, _ kind: Claim.Kind, value: ExactDecimal? = nil)
            -> Claim
        {
            Claim(
                subject,
                kind,
                value: value,
                unit: value.map { _ in kind == .fees ? .yuan : .pieces },
                quote: paragraph.quote(clause),
                origin: paragraph.origin(at: clause.lowerBound),
                paragraph: number
            )
        }
        let about = subject(at: clause.upperBound)
        // 未收到行政许可申请 is about something else, and so are 无依申请公开收费情况 and 未收到网上申请.
        let isOfAllRequests =
            about == .requests && !words.has(.otherAbsence, in: own, signs)
            && !words.has(.route, in: own, signs)
        let absence = words.absences.first(in: own, signs) { $0 != .received || isOfAllRequests }
        if let absence, numbers(in: clause).isEmpty {
            let subjects =
                switch absence {
                case .corrected: lostDisputes(in: clause)
                case .total: absentDisputes(in: clause)
                default: [Claim.Subject.requests]
                }
            return subjects.map { claim($0, absence, value: .zero) }
        }
        guard !isGoal else { return [] }
        if let timing = timing(clause, signs, besides: counted) { return [claim(about, timing)] }
        if words.has(.upheld, in: own, signs) {
            return [claim(about, .allMaintained)]
        }
        return []
    }

    // MARK: Places

    /// The stretches between two marks of punctuation.
    private func clauses() -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = 0
        for index in text.indices where Self.isBreak(text[index], at: index, in: text) {
            if index > start { clauses.append(start..<index) }
            start = index + 1
        }
        if start < text.count { clauses.append(start..<text.count) }
        return clauses
    }

    /// The words in front of a number, up to punctuation; remarks in brackets without numbers are passed
    /// over, and so is a comma in front of 共 or 为.
    func lead(to end: Int, from start: Int) -> Text {
        var index = end
        var isExtended = false
        while index > start {
            let scalar = text[index - 1]
            if scalar == ")", let open = text[start..<index].lastIndex(of: "(") {
                index = open
                continue
            }
            if Self.isBreak(scalar, at: index - 1, in: text) {
                let own = text[index..<end]
                // 有 alone begins to say something else, and 其中 a part.
                let isIntroduction =
                    !own.isEmpty && !own.elementsEqual(["有"]) && !own.contains("其")
                    && own.allSatisfy { words.begins([$0], with: .introduction) }
                guard isIntroduction, !isExtended, scalar == "," || scalar == ":" else { break }
                isExtended = true
            }
            index -= 1
        }
        return text[index..<end]
    }

    func subject(at place: Int) -> Claim.Subject {
        let next = subjects.partitionPoint { $0.end > place }
        return next > 0 ? subjects[next - 1].subject : .other
    }

    /// Where subjects are named, the longest name at each place; 申请 alone means a request where nothing else
    /// has been named.
    private static func subjects(
        in text: [Unicode.Scalar],
        _ words: ClaimWords
    ) -> [(end: Int, subject: Claim.Subject)] {
        var found: [(end: Int, subject: Claim.Subject)] = []
        var index = 0
        while index < text.count {
            if let match = words.subjects.longest(at: index, in: text[...]) {
                index += match.count
                found.append((index, match.meaning))
            } else if text[index] == "申", index + 1 < text.count, text[index + 1] == "请",
                [nil, .information].contains(found.last?.subject)
            {
                index += 2
                found.append((index, .requests))
            } else {
                index += 1
            }
        }
        return found
    }

    static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
        "。;:!?(),".unicodeScalars.contains(scalar)
    }

    static func isBreak(
        _ scalar: Unicode.Scalar,
        at index: Int,
        in text: [Unicode.Scalar]
    ) -> Bool {
        switch scalar {
        case "。", ";", ":", "!", "?", "(", ")": return true
        case "\u{3001}":
            // 公民、法人和其他组织: who may ask is named in one breath.
            return !["法人", "其他组织"].contains { words in
                text[(index + 1)...].starts(with: words.unicodeScalars)
            }
        case ",":
            // 1,234 is one number.
            let isWithin =
                index > 0 && index + 1 < text.count && ("0"..."9").contains(text[index - 1])
                && ("0"..."9").contains(text[index + 1])
            return !isWithin
        default: return false
        }
    }
}
