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

    /// A label is cut into no more lines than this.
    private static let mostLines = 12
    /// Words of a label are this much of their height apart at most, in tenths.
    private static let wordGap = 6
    /// Lines of a label are this much of their height apart at most, in tenths.
    private static let lineGap = 30

    /// No label is longer, in bytes.
    private static let longestLabel = 240
    /// More ways than this are not tried from one word.
    private static let mostChains = 64

    /// The segments from the top down, each line from left to right.
    let segments: [Segment]

    /// `nil` for documents whose words have no places.
    init?(_ document: SourceDocument) {
        var segments: [Segment] = []
        for case .line(let line) in document.blocks {
            guard line.isPlaced else { return nil }
            var last: Segment?
            for piece in line.pieces {
                guard let height = piece.height else { return nil }
                let next = Segment(
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
        self.segments = segments
    }

    /// A figure and its unit as one segment. Digits apart may be two figures in narrow cells: nobody puts them
    /// together.
    private static func merged(_ left: Segment, _ right: Segment) -> Segment? {
        guard left.isFigure, !right.isFigure, isClose(left.box, right.box) else { return nil }
        let text = left.text + right.text
        guard FigureGrammar.isFigure(text) else { return nil }
        return Segment(
            text: text,
            box: left.box.joined(right.box),
            isFigure: true,
            origin: left.origin
        )
    }

    /// Whether no more than a space parts two boxes on a line.
    private static func isClose(_ left: Box, _ right: Box) -> Bool {
        (right.left - left.right) * 10 <= min(left.height, right.height) * wordGap
    }

    /// The labels that segments make up, the longest first to take its segments, from the top down.
    ///
    /// - Parameters:
    ///   - isWithin: which segments may be part of a label.
    ///   - item: what a label stands for, or `nil` if nothing.
    func labels<Item>(
        where isWithin: (Segment) -> Bool,
        _ item: (String) -> Item?
    ) -> [Label<Item>] {
        var found: [Label<Item>] = []
        let candidates = segments.indices.filter { isWithin(segments[$0]) }
        for start in candidates {
            for members in chains(from: start, among: candidates) {
                let text = members.map { segments[$0].text }.joined()
                guard let match = item(text) else { continue }
                let box = members.dropFirst().reduce(segments[start].box) {
                    $0.joined(segments[$1].box)
                }
                found.append(
                    Label(
                        item: match,
                        text: text,
                        box: box,
                        origin: segments[start].origin,
                        members: members
                    )
                )
            }
        }
        found.sort { ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0]) }
        var taken: Set<Int> = []
        return found.filter { label in
            guard taken.isDisjoint(with: label.members) else { return false }
            taken.formUnion(label.members)
            return true
        }.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    }

    /// The ways in which a label may go on from a segment: to the right while only spaces part the words, then
    /// below, line by line.
    private func chains(from start: Int, among candidates: [Int]) -> [[Int]] {
        var chains: [[Int]] = []
        var open: [(members: [Int], lines: Int)] = [([start], 1)]
        while let (members, lines) = open.popLast(), chains.count < Self.mostChains {
            chains.append(members)
            let size = members.reduce(0) { $0 + segments[$1].text.utf8.count }
            guard let last = members.last, size < Self.longestLabel else { continue }
            let lineStart =
                members.last { segments[$0].box.left <= segments[last].box.left } ?? last
            if lines < Self.mostLines, let next = next(below: lineStart, among: candidates) {
                open.append((members + [next], lines + 1))
            }
            if let next = next(beside: last, among: candidates) {
                open.append((members + [next], lines))
            }
        }
        return chains
    }

    private func next(beside index: Int, among candidates: [Int]) -> Int? {
        let box = segments[index].box
        return candidates.first { candidate in
            let other = segments[candidate].box
            return other.left >= box.right && Self.isClose(box, other)
                && abs(other.twiceMiddle - box.twiceMiddle) < min(box.height, other.height)
        }
    }

    /// The segment that goes on below another in the same cell.
    private func next(below index: Int, among candidates: [Int]) -> Int? {
        let box = segments[index].box
        var best: Int?
        for candidate in candidates where candidate > index {
            let other = segments[candidate].box
            let gap = other.top - box.bottom
            if gap > box.height * 4 { break }
            let shared = min(box.right, other.right) - max(box.left, other.left)
            guard gap * 10 >= -3 * box.height, gap * 10 <= Self.lineGap * box.height,
                shared * 2 >= min(box.width, other.width)
            else { continue }
            if let known = best, segments[known].box.top <= other.top { continue }
            best = candidate
        }
        return best
    }

    /// The segments whose middle lies within the height of a row, give or take a third of a line, right of
    /// an edge.
    func values(beside label: Box, from left: Int) -> [Segment] {
        segments.filter { segment in
            let slack = segment.box.height / 3
            return segment.box.left >= left
                && segment.box.twiceMiddle >= 2 * (label.top - slack)
                && segment.box.twiceMiddle <= 2 * (label.bottom + slack)
        }.sorted { $0.box.left < $1.box.left }
    }
}
