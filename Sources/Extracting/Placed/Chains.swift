import FormCatalog
import ReportModel

/// The ways in which words on a sheet may make up labels: beside each other and below each other.
///
/// A way is followed only while its words begin a label that the form or somebody's wording has.
struct Chains {
    /// A label is cut into no more lines than this.
    private static let mostLines = 12
    /// Lines of a label are this much of their height apart at most, in tenths.
    private static let lineGap = 30

    /// No label is longer, in bytes.
    private static let longestLabel = 240
    /// More ways than this are not tried from one word.
    private static let mostChains = 64

    private let segments: [PlacedText.Segment]
    private let beginnings: LabelBeginnings
    /// Which segments are no figures, in their order.
    private let words: [Int]
    /// Where each of those stands in that order.
    private let places: [Int: Int]
    /// A word's neighbours on its line are no further away in that order.
    private static let nearby = 40

    init(_ segments: [PlacedText.Segment], beginnings: LabelBeginnings) {
        self.segments = segments
        self.beginnings = beginnings
        words = segments.indices.filter { !segments[$0].isFigure }
        places = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
    }

    /// Every chain of every word, shorter ones included.
    var all: [[Int]] { words.flatMap(chains) }

    /// The ways in which a label may go on from a segment: to the right while only spaces part the words, then
    /// below, line by line.
    private func chains(from start: Int) -> [[Int]] {
        var chains: [[Int]] = []
        var open: [(members: [Int], lineStart: Int, lines: Int)] = [([start], start, 1)]
        while let (members, lineStart, lines) = open.popLast(), chains.count < Self.mostChains {
            chains.append(members)
            let text = members.map { segments[$0].text }.joined()
            guard let last = members.last, text.utf8.count < Self.longestLabel,
                beginnings.contain(LabelKey(text).withoutAmong)
            else { continue }
            if lines < Self.mostLines {
                // Of a line in several pieces, the next may stand below any; the first and the last are tried.
                let below = next(below: last, behind: text)
                let belowStart = lineStart == last ? nil : next(below: lineStart, behind: text)
                if let next = below { open.append((members + [next], next, lines + 1)) }
                if let next = belowStart, next != below, !members.contains(next) {
                    open.append((members + [next], next, lines + 1))
                }
            }
            if let next = next(beside: last) {
                open.append((members + [next], lineStart, lines))
            }
        }
        return chains
    }

    private func next(beside index: Int) -> Int? {
        let box = segments[index].box
        let place = places[index] ?? 0
        let near = words[max(0, place - Self.nearby)..<min(words.count, place + Self.nearby)]
        return near.first { candidate in
            let other = segments[candidate].box
            return other.left >= box.right && PlacedText.isClose(box, other)
                && abs(other.twiceMiddle - box.twiceMiddle) < min(box.height, other.height)
        }
    }

    /// The segment that goes on below another in the same cell. What begins with a bracket on the next page may be the
    /// header's remark, printed there once more.
    private func next(below index: Int, behind text: String) -> Int? {
        guard let next = nearest(below: index) else { return nil }
        let isOnPage = segments[next].origin.page == segments[index].origin.page
        let isRemark = segments[next].text.first.map { "（(".contains($0) } ?? false
        return isOnPage || !isRemark || text.leavesBracketOpen ? next : nil
    }

    private func nearest(below index: Int) -> Int? {
        let box = segments[index].box
        var best: Int?
        for candidate in words[((places[index] ?? 0) + 1)...] {
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
}
