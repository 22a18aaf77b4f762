import FormCatalog
import ReportModel

/// What the words around a number make of it: a change, a part, a number of another time.
extension ParagraphReader {
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

    /// Whether a number counts several years, or a part of one: 自条例施行以来累计受理100件, 2008年至2012年, 1-11月.
    func isOfAnotherTime(_ number: ClaimNumber) -> Bool {
        let end = number.range.lowerBound
        let starts = clauseStarts(to: end)
        // What a clause says of its own year holds from there on.
        let start = starts.last { start in
            let clause = clause(from: start, to: end)
            return words.begins(clause, with: .ownYear) || Self.year(at: clause) != nil
        }
        let stretch = text[(start ?? starts[0])..<end]
        return words.has(.elsewhen, in: stretch) || Self.hasStretchOfTime(stretch)
    }

    /// The year that something is said of: the one that its clause begins with, or the nearest clause in front of it that
    /// begins with one. `nil` where that is the year reported on, or none is named.
    func otherYear(of kind: Claim.Kind, at place: Int, reporting year: Int?) -> Int? {
        for start in clauseStarts(to: place).reversed() {
            let clause = clause(from: start, to: text.count)
            let isOwn = !text[start..<place].contains(",")
            // 上年结转3件 is on what this year began with, and so is what follows.
            let isTakenOver = PhraseSearch.contains("结转", in: clause.prefix { $0 != "," })
            if let named = Self.year(at: clause), isOwn || !isTakenOver {
                return named == year ? nil : named
            }
            if words.begins(clause, with: .ownYear) { return nil }
            if let year, isOwn, !isTakenOver, words.begins(clause, with: .yearBefore) {
                return year - 1
            }
        }
        return nil
    }

    /// Where the clauses of a sentence begin, up to a place in it.
    private func clauseStarts(to end: Int) -> [Int] {
        let sentence = (text[..<end].lastIndex { "。;!?".unicodeScalars.contains($0) } ?? -1) + 1
        return [sentence] + (sentence..<end).filter { text[$0] == "," }.map { $0 + 1 }
    }

    private func clause(from start: Int, to end: Int) -> Text {
        let clause = text[start..<end]
        return clause.starts(with: "其中".unicodeScalars) ? clause.dropFirst(2) : clause
    }

    /// The year that a text begins with: 2021年我局受理….
    private static func year(at text: Text) -> Int? {
        let head = text.prefix(5)
        guard head.count == 5, head.last == "年" else { return nil }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: head.prefix(4))
        return Int(String(digits)).flatMap { (2000...2099).contains($0) ? $0 : nil }
    }

    /// Whether 至 or a dash stands between two years, or between two months that aren't the first and the last.
    private static func hasStretchOfTime(_ text: Text) -> Bool {
        let named = datesNamed(in: text)
        func isStretch(_ isYear: Bool, unless isWhole: (Int, Int) -> Bool) -> Bool {
            let own = named.filter { $0.isYear == isYear }
            return zip(own, own.dropFirst()).contains { first, second in
                let between = text[first.range.upperBound..<second.range.lowerBound]
                return !isWhole(first.value, second.value) && between.count <= 12
                    && between.contains { "至到-~—".unicodeScalars.contains($0) }
            }
        }
        return isStretch(true) { $0 == $1 } || isStretch(false) { ($0, $1) == (1, 12) }
    }

    private static func datesNamed(
        in text: Text
    ) -> [(value: Int, isYear: Bool, range: Range<Int>)] {
        var named: [(Int, Bool, Range<Int>)] = []
        var index = text.startIndex
        while index < text.endIndex {
            let digits = text[index...].prefix { ("0"..."9").contains($0) }
            guard let value = Int(String(String.UnicodeScalarView(digits))) else {
                index += max(1, digits.count)
                continue
            }
            index = digits.endIndex
            let isYear = digits.count == 4 && (2000...2099).contains(value)
            let isMonth =
                (1...12).contains(value) && index < text.endIndex
                && "月-".unicodeScalars.contains(text[index])
            if isYear || isMonth { named.append((value, isYear, digits.indices)) }
        }
        return named
    }

    /// Whether a claim counts a part of what its sentence has counted before: 收到申请35件，其中收到信函12件.
    func isPart(_ claim: Claim, at place: Int, of found: [(at: Int, claim: Claim)]) -> Bool {
        let earlier = found.last {
            $0.claim.kind == claim.kind && $0.claim.subject == claim.subject
                && $0.claim.unit == claim.unit
        }
        guard let earlier, claim.unit == .pieces else { return false }
        let between = text[earlier.at..<place]
        return !between.contains { "。;!?".unicodeScalars.contains($0) }
            && PhraseSearch.contains("其中", in: between)
    }

    /// Whether a clause speaks of a share that isn't all: 按时答复率98.5%.
    func isShare(_ clause: Range<Int>) -> Bool {
        guard words.has(.share, in: text[clause]) else { return false }
        let own = numbers.filter { clause.overlaps($0.range) && $0.unit == .percent }
        return own.isEmpty || own.contains { $0.value != ExactDecimal(100) }
    }
}

extension ArraySlice {
    /// Without its last elements, as long as they are such.
    fileprivate func dropLast(while isSuch: (Element) -> Bool) -> Self {
        self[..<((lastIndex { !isSuch($0) } ?? startIndex - 1) + 1)]
    }
}
