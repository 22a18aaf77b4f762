import FormCatalog
import ReportModel

/// Which time each clause of a paragraph speaks of: the year reported on, another, or a stretch of several.
///
/// Found in one walk through the paragraph, and asked for each number in it.
struct SpokenTimes {
    private typealias Text = ArraySlice<Unicode.Scalar>

    private var clauses: [Clause] = []
    /// Where words end that make several years, or a part of one, of what follows: 以来, 2008年至2012年, 1-11月.
    private var stretches: [Int] = []
    /// Where 截至 ends, and where 累计: both together make all years up to a day.
    private var days: [Int] = []
    private var sums: [Int] = []

    private enum Time {
        case ownYear, year(Int), yearBefore
    }

    private struct Clause {
        var start: Int
        /// What it says itself.
        var own: Time?
        /// What the clauses in front of it say, of the same sentence.
        var inherited: Time?
        /// Whether it begins with 其中.
        var isPart = false
        /// Where in its sentence the time was named last.
        var stretch: Int
    }

    /// - Parameters:
    ///   - text: a paragraph, made fit for comparing.
    ///   - words: the words that speak of times.
    init(_ text: [Unicode.Scalar], _ words: ClaimWords) {
        var dates = Dates()
        var index = 0
        begin(at: 0, in: text, words)
        while index < text.count {
            let scalar = text[index]
            if scalar == "," || PhraseSearch.endsSentence(scalar) {
                index += 1
                begin(at: index, in: text, words)
                continue
            }
            if let match = words.times.longest(at: index, in: text[...]) {
                index += match.count
                switch match.meaning {
                case .own: break
                case .elsewhen: stretches.append(index)
                case .asOf: days.append(index)
                case .cumulative: sums.append(index)
                }
                continue
            }
            let count = text[index...].prefix(5).prefix { ("0"..."9").contains($0) }.count
            if count > 0, dates.isStretch(endingWith: index..<(index + count), in: text) {
                stretches.append(index + count)
            }
            index += max(count, 1)
        }
    }

    /// Whether a number at a place counts several years, or a part of one.
    func isStretch(at place: Int) -> Bool {
        guard let clause = clause(at: place) else { return false }
        func has(_ places: [Int]) -> Bool {
            let first = places.partitionPoint { $0 > clause.stretch }
            return first < places.count && places[first] <= place
        }
        return has(stretches) || (has(days) && has(sums))
    }

    /// The year that a place speaks of, where it isn't the one reported on: the one that its clause begins with, or the
    /// nearest clause in front of it, in the same sentence, that begins with one.
    func otherYear(at place: Int, reporting year: Int?) -> Int? {
        guard let clause = clause(at: place) else { return nil }
        switch clause.own ?? clause.inherited {
        case .year(let named): return named == year ? nil : named
        case .yearBefore: return year.map { $0 - 1 }
        case .ownYear, nil: return nil
        }
    }

    /// Whether a place stands in a clause on the part of something that came in the year reported on: 其中2012年受理12件.
    func isPartOfOwnYear(at place: Int, reporting year: Int?) -> Bool {
        guard let clause = clause(at: place), clause.isPart else { return false }
        switch clause.own {
        case .ownYear: return true
        case .year(let named): return named == year
        case .yearBefore, nil: return false
        }
    }

    private func clause(at place: Int) -> Clause? {
        let next = clauses.partitionPoint { $0.start > place }
        return next > 0 ? clauses[next - 1] : nil
    }

    private mutating func begin(at start: Int, in text: [Unicode.Scalar], _ words: ClaimWords) {
        var clause = Clause(start: start, stretch: start)
        let isWithin = start > 0 && !PhraseSearch.endsSentence(text[start - 1])
        if isWithin, let last = clauses.last {
            clause.inherited = last.inherited
            clause.stretch = last.stretch
            // 上年结转3件 is on what this year began with, and so is what follows.
            let isTakenOver = PhraseSearch.contains(
                "结转",
                in: text[last.start..<(start - 1)].prefix(40)
            )
            switch last.own {
            case .ownYear: clause.inherited = .ownYear
            case .year(let year) where !isTakenOver: clause.inherited = .year(year)
            default: break
            }
        }
        var head = text[start...]
        clause.isPart =
            isWithin && text[..<(start - 1)].suffix(2).elementsEqual("其中".unicodeScalars)
        if head.starts(with: "其中".unicodeScalars) {
            clause.isPart = true
            head = head.dropFirst(2)
        }
        if let year = Self.year(at: head) {
            clause.own = .year(year)
        } else if words.begins(head, with: .ownYear) {
            clause.own = .ownYear
        } else if words.begins(head, with: .yearBefore), !Self.isTakenOver(head) {
            clause.own = .yearBefore
        }
        switch clause.own {
        case .ownYear, .year: clause.stretch = start
        default: break
        }
        clauses.append(clause)
    }

    private static func isTakenOver(_ head: Text) -> Bool {
        PhraseSearch.contains(
            "结转",
            in: head.prefix(40).prefix { $0 != "," && !PhraseSearch.endsSentence($0) }
        )
    }

    /// The year that a text begins with: 2021年我局受理….
    private static func year(at text: Text) -> Int? {
        let head = text.prefix(5)
        guard head.count == 5, head.last == "年" else { return nil }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: head.prefix(4))
        return Int(String(digits)).flatMap { (2000...2099).contains($0) ? $0 : nil }
    }

    /// The years and months named so far.
    private struct Dates {
        private var year: (value: Int, end: Int)?
        private var month: (value: Int, end: Int)?

        /// Takes in a number; whether it ends a stretch, two years or two months with 至 or a dash between them. From January
        /// to December is a year.
        mutating func isStretch(endingWith digits: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
            let value = text[digits].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
            let next = digits.upperBound < text.count ? text[digits.upperBound] : " "
            func isJoined(to end: Int) -> Bool {
                let between = text[end..<digits.lowerBound]
                return between.count <= 12 && between.contains(where: Self.joins)
            }
            if digits.count == 4, (2000...2099).contains(value) {
                defer { year = (value, digits.upperBound) }
                return year.map { $0.value != value && isJoined(to: $0.end) } ?? false
            }
            guard digits.count <= 2, (1...12).contains(value), next == "月" || next == "-" else {
                return false
            }
            defer { month = (value, digits.upperBound) }
            return month.map { ($0.value, value) != (1, 12) && isJoined(to: $0.end) } ?? false
        }

        private static func joins(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "至", "到", "-", "~", "—": true
            default: false
            }
        }
    }
}
