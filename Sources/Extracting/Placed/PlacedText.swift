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

    /// Words that stand close together on one line, or a figure by itself.
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

    /// The segments from the top down, each line from left to right.
    let segments: [Segment]

    /// `nil` for documents whose words have no places.
    init?(_ document: SourceDocument) {
        var segments: [Segment] = []
        for case .line(let line) in document.blocks {
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

    /// Two pieces as one segment: words that only a space parts, or a figure and its unit.
    private static func merged(_ left: Segment, _ right: Segment) -> Segment? {
        let gap = right.box.left - left.box.right
        guard gap * 10 <= min(left.box.height, right.box.height) * wordGap else { return nil }
        let text = left.text + right.text
        let isFigure = FigureGrammar.isFigure(text)
        // Digits apart may be two figures in narrow cells: nobody puts them together.
        if left.isFigure, !(isFigure && !right.isFigure) { return nil }
        if right.isFigure { return nil }
        return Segment(
            text: text,
            box: left.box.joined(right.box),
            isFigure: isFigure,
            origin: left.origin
        )
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
            var members = [start]
            var text = segments[start].text
            var box = segments[start].box
            while true {
                if let match = item(text) {
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
                guard members.count < Self.mostLines, text.utf8.count < 240,
                    let last = members.last, let next = next(below: last, among: candidates)
                else { break }
                members.append(next)
                text += segments[next].text
                box = box.joined(segments[next].box)
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

    /// The segment that goes on below another in the same cell.
    private func next(below index: Int, among candidates: [Int]) -> Int? {
        let box = segments[index].box
        var best: Int?
        for candidate in candidates where candidate > index {
            let other = segments[candidate].box
            if other.top - box.bottom > box.height * 4 { break }
            let gap = other.top - box.bottom
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
