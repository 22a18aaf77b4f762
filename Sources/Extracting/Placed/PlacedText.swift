import DocumentModel
import FormCatalog
import ReportModel

/// The words of a paged document with the boxes that they stand in, and the labels that they make up.
///
/// Lengths are hundredths of a point; the pages are one long sheet.
struct PlacedText {
    /// A box on the sheet.
    struct Box {
        var left: Int
        var right: Int
        var top: Int
        var bottom: Int

        var height: Int { bottom - top }
        var width: Int { right - left }
        /// Twice the middle, so that it is whole.
        var twiceMiddle: Int { top + bottom }

        /// Whether the boxes share some of their width.
        func isAboveOrBelow(_ other: Box) -> Bool {
            min(right, other.right) > max(left, other.left)
        }

        /// The box around both.
        func joined(_ other: Box) -> Box {
            Box(
                left: min(left, other.left),
                right: max(right, other.right),
                top: min(top, other.top),
                bottom: max(bottom, other.bottom)
            )
        }
    }

    /// A word, or a figure with its unit.
    struct Segment {
        var text: String
        var box: Box
        var isFigure: Bool
        var origin: Origin
    }

    /// A label that one segment or several below each other make up.
    struct Label<Item> {
        var item: Item
        var text: String
        var box: Box
        var origin: Origin
        /// Which segments it is made of.
        var members: [Int]
    }

    /// Words of a label are this much of their height apart at most, in tenths.
    private static let wordGap = 6

    /// The segments from the top down, each line from left to right.
    let segments: [Segment]
    /// For each segment how far down it or one before it reaches, and how far up it or one behind it.
    private let reaches: (down: [Int], up: [Int])
    /// Every way in which words may make up a label, with its key.
    private let chains: [(members: [Int], key: LabelKey)]

    /// Whether words stand nearly where their columns are: a line's words move those behind them aside.
    let isLoose: Bool

    /// `nil` for documents whose words have no places.
    init?(_ document: SourceDocument, beginnings: LabelBeginnings, isLoose: Bool = false) {
        var segments: [Segment] = []
        for case .line(let line) in document.blocks {
            guard line.isPlaced else { return nil }
            var own: [Segment] = []
            for piece in line.pieces {
                guard let height = piece.height else { return nil }
                own.append(
                    Segment(
                        text: piece.text,
                        box: Box(
                            left: piece.start,
                            right: piece.end,
                            top: height.lowerBound,
                            bottom: height.upperBound
                        ),
                        isFigure: FigureGrammar.isFigure(piece.text),
                        origin: line.origin
                    )
                )
            }
            var last: Segment?
            for next in Self.withWholeBrackets(own) {
                if let before = last, let both = Self.merged(before, next) {
                    last = both
                } else {
                    if let last { segments.append(last) }
                    last = next
                }
            }
            if let last { segments.append(last) }
        }
        guard !segments.isEmpty else { return nil }
        segments = Self.withNumbersInBrackets(segments)
        segments = Remarks(segments).joined()
        self.segments = segments
        self.isLoose = isLoose
        var down: [Int] = []
        for segment in segments { down.append(max(down.last ?? Int.min, segment.box.bottom)) }
        var up: [Int] = []
        for segment in segments.reversed() { up.append(min(up.last ?? Int.max, segment.box.top)) }
        reaches = (down, up.reversed())
        chains = Chains(segments, beginnings: beginnings).all.compactMap {
            [segments] members in
            let words = members.map { segments[$0].text }
            let isWhole = Self.isWhole(words) || Self.isNumbered(members.map { segments[$0] })
            return isWhole ? (members, LabelKey(words.joined())) : nil
        }
    }

    /// A line's segments, those made one that a pair of brackets holds together, with only spaces between them: the
    /// number in （…计 1 条） is no figure.
    private static func withWholeBrackets(_ line: [Segment]) -> [Segment] {
        var whole: [Segment] = []
        var index = 0
        while index < line.count {
            var joined = line[index]
            var end = index + 1
            while end < line.count, joined.text.leavesBracketOpen,
                isClose(joined.box, line[end].box)
            {
                joined.text += line[end].text
                joined.box = joined.box.joined(line[end].box)
                end += 1
            }
            if end > index + 1, !joined.text.leavesBracketOpen {
                joined.isFigure = FigureGrammar.isFigure(joined.text)
                whole.append(joined)
                index = end
            } else {
                whole.append(line[index])
                index += 1
            }
        }
        return whole
    }

    /// The segments, with the number at the end of a label's line joined to it where the next line closes the bracket
    /// that it stands in: （…信息计 1 above 条）.
    private static func withNumbersInBrackets(_ segments: [Segment]) -> [Segment] {
        var joined: [Segment] = []
        for (index, segment) in segments.enumerated() {
            guard segment.isFigure, let label = joined.last, label.text.leavesBracketOpen,
                abs(label.box.twiceMiddle - segment.box.twiceMiddle) < label.box.height,
                isClose(label.box, segment.box),
                segments[(index + 1)...].prefix(mostOnLine).contains(where: { next in
                    !next.isFigure && closesBracket(next.text)
                        && abs(next.box.left - label.box.left) < label.box.height
                        && next.box.twiceMiddle > label.box.twiceMiddle
                        && next.box.top < label.box.bottom + 2 * label.box.height
                })
            else {
                joined.append(segment)
                continue
            }
            joined[joined.count - 1].text += segment.text
            joined[joined.count - 1].box = label.box.joined(segment.box)
        }
        return joined
    }

    /// No line of a table has more words.
    private static let mostOnLine = 40

    /// A figure and its unit as one segment, a label's number with the words that it stands before, and one within its
    /// brackets with the words behind it. Digits apart may be two figures in narrow cells: nobody puts them together.
    private static func merged(_ left: Segment, _ right: Segment) -> Segment? {
        guard !right.isFigure, isClose(left.box, right.box) else { return nil }
        let text = left.text + right.text
        if left.isFigure, closesBracket(right.text) {
            return Segment(
                text: text,
                box: left.box.joined(right.box),
                isFigure: false,
                origin: left.origin
            )
        }
        guard left.isFigure ? FigureGrammar.isFigure(text) : isItemNumber(left.text) else {
            return nil
        }
        return Segment(
            text: text,
            box: left.box.joined(right.box),
            isFigure: left.isFigure,
            origin: left.origin
        )
    }

    /// Whether a text says what a number in brackets counts, and closes the bracket: in 1 条） the number is part of a
    /// label's words.
    private static func closesBracket(_ text: String) -> Bool {
        (text.first.map { "条條次件".contains($0) } ?? false)
            && text.first { "（()）".contains($0) }.map { "）)".contains($0) } ?? false
    }

    /// Whether words begin and end as a label does: a group's number in front of a row, as 三 in a narrow cell
    /// beside it, or behind one is no part of it.
    private static func isWhole(_ words: [String]) -> Bool {
        guard words.count > 1 else { return true }
        guard LabelKey(words[0]).hasWords else { return false }
        var behind = ""
        for index in words.indices.dropFirst().reversed() {
            behind = words[index] + behind
            guard behind.count <= 4, behind.allSatisfy({ "（）()、.．一二三四五六七八九十".contains($0) })
            else { return true }
            if !words[..<index].joined().leavesBracketOpen { return false }
        }
        return true
    }

    /// Whether a label has its number on a line of its own above its words: （一） above 予以公开.
    private static func isNumbered(_ members: [Segment]) -> Bool {
        guard members.count > 1, let first = members[0].text.first, "（(".contains(first),
            isItemNumeral(members[0].text), members[1].box.top >= members[0].box.twiceMiddle / 2,
            abs(members[1].box.left - members[0].box.left) < members[0].box.height
        else { return false }
        return isWhole(members.dropFirst().map(\.text))
    }

    /// （一） and nothing else.
    private static func isItemNumeral(_ text: String) -> Bool {
        guard let last = text.last, "）)".contains(last) else { return false }
        let inner = text.dropFirst().dropLast()
        return (1...3).contains(inner.count) && inner.allSatisfy { "一二三四五六七八九十".contains($0) }
    }

    /// `1.`, `2、` or `(3)`: set in a font of its own, such a number is a word of its own, and a column of them
    /// would read as one label.
    private static func isItemNumber(_ word: String) -> Bool {
        guard word.utf8.count <= 8, let first = word.first, let last = word.last else {
            return false
        }
        let digits = word.filter { ("0"..."9").contains($0) }
        guard (1...2).contains(digits.count), digits.count < word.count else { return false }
        let isBracketed = "(（".contains(first) && ")）".contains(last)
        return isBracketed
            ? word.count == digits.count + 2
            : ".．、".contains(last) && word.count == digits.count + 1
    }

    /// Whether no more than a space parts two boxes on a line.
    static func isClose(_ left: Box, _ right: Box) -> Bool {
        (right.left - left.right) * 10 <= min(left.height, right.height) * wordGap
    }

    /// The labels that segments make up, whole and long ones first to take their segments, from the top down.
    ///
    /// - Parameters:
    ///   - isWithin: which segments may be part of a label.
    ///   - item: what a label stands for, or `nil` if nothing.
    /// - Returns: the labels, none sharing a segment with another.
    func labels<Item>(
        where isWithin: (Segment) -> Bool,
        _ item: (LabelKey) -> Item?
    ) -> [Label<Item>] {
        let within = segments.map(isWithin)
        var found: [Label<Item>] = []
        for chain in chains where chain.members.allSatisfy({ within[$0] }) {
            guard let match = item(chain.key) else { continue }
            let first = segments[chain.members[0]]
            let box = chain.members.dropFirst().reduce(first.box) { $0.joined(segments[$1].box) }
            found.append(
                Label(
                    item: match,
                    text: chain.members.map { segments[$0].text }.joined(),
                    box: box,
                    origin: first.origin,
                    members: chain.members
                )
            )
        }
        // An open bracket swallows whatever stands below: of two ways the one that closes it is the label.
        func rank(_ label: Label<Item>) -> (Int, Int, Int) {
            (label.text.leavesBracketOpen ? 1 : 0, -label.members.count, label.members[0])
        }
        found.sort { rank($0) < rank($1) }
        var taken: Set<Int> = []
        return found.filter { label in
            guard taken.isDisjoint(with: label.members) else { return false }
            taken.formUnion(label.members)
            return true
        }.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    }

    /// The segments whose middle lies within the height of a row, give or take a third of a line, right of
    /// an edge.
    func values(beside label: Box, from left: Int) -> [Segment] {
        segments(between: label.top - label.height, and: label.bottom + label.height)
            .filter { segment in
                let slack = segment.box.height / 3
                return segment.box.left >= left
                    && segment.box.twiceMiddle >= 2 * (label.top - slack)
                    && segment.box.twiceMiddle <= 2 * (label.bottom + slack)
            }.sorted { $0.box.left < $1.box.left }
    }

    /// All segments that touch some height of the sheet, and maybe others near it.
    func segments(between top: Int, and bottom: Int) -> ArraySlice<Segment> {
        let first = Self.first(in: reaches.down) { $0 >= top }
        let last = Self.first(in: reaches.up) { $0 > bottom }
        return segments[first..<max(first, last)]
    }

    /// The first place in a rising list whose number is large enough.
    private static func first(in rising: [Int], where isEnough: (Int) -> Bool) -> Int {
        var (low, high) = (0, rising.count)
        while low < high {
            let middle = (low + high) / 2
            if isEnough(rising[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The columns of a table.
    ///
    /// - Parameters:
    ///   - headers: the boxes of its headers from left to right.
    ///   - strangers: the heads of columns beside them that the form doesn't have.
    ///   - rows: the figures of its rows, each from left to right.
    /// - Returns: `nil` where they don't stand apart.
    func columns(under headers: [Box], beside strangers: [Box], of rows: [[Segment]])
        -> PlacedColumns?
    {
        guard isLoose else {
            return PlacedColumns(headers: headers, strangers: strangers, rows: rows)
        }
        if let aligned = PlacedColumns(alignedUnder: headers, strangers: strangers, rows: rows) {
            return aligned
        }
        // In a row that has lost a figure, one of another column would make up for it.
        guard strangers.isEmpty || rows.areFull(headers.count),
            zip(headers, headers.dropFirst()).allSatisfy({ $0.right <= $1.left })
        else { return nil }
        return PlacedColumns(inOrder: headers.count)
    }
}
