/// Puts the remarks under figures, 22 above （其中修订16件）, into the figures' texts, so that no number of a
/// remark is taken for another figure of the row.
struct Remarks {
    /// A remark takes no more lines than this.
    private static let mostLines = 4

    private let segments: [PlacedText.Segment]

    init(_ segments: [PlacedText.Segment]) {
        self.segments = segments
    }

    /// The segments with every remark in its figure's text.
    func joined() -> [PlacedText.Segment] {
        var joined = segments
        var gone: Set<Int> = []
        for start in segments.indices where "（(".contains(segments[start].text.first ?? " ") {
            guard let members = remark(from: start), gone.isDisjoint(with: members),
                let figure = figure(above: members)
            else { continue }
            joined[figure].text += members.map { segments[$0].text }.joined()
            gone.formUnion(members)
        }
        return joined.indices.filter { !gone.contains($0) }.map { joined[$0] }
    }

    /// The segments of a remark from its opening bracket to its closing one, line by line.
    private func remark(from start: Int) -> [Int]? {
        var members: [Int] = []
        var line = [start]
        for _ in 0..<Self.mostLines {
            while let last = line.last, !isClosed(members + line), let next = beside(last) {
                line.append(next)
            }
            members += line
            if isClosed(members) { break }
            guard let next = below(line) else { return nil }
            line = [next]
        }
        let text = members.map { segments[$0].text }.joined()
        return isClosed(members) && Remark.isRemark(text[...]) ? members : nil
    }

    private func isClosed(_ members: [Int]) -> Bool {
        members.last.flatMap { segments[$0].text.last }.map { "）)".contains($0) } ?? false
    }

    private func beside(_ index: Int) -> Int? {
        let box = segments[index].box
        return segments.indices.dropFirst(index + 1).first { other in
            let next = segments[other].box
            return next.left >= box.right && PlacedText.isClose(box, next)
                && abs(next.twiceMiddle - box.twiceMiddle) < min(box.height, next.height)
        }
    }

    private func below(_ line: [Int]) -> Int? {
        let box = box(line)
        return segments.indices.dropFirst((line.last ?? 0) + 1).first { other in
            let next = segments[other].box
            return next.isAboveOrBelow(box) && next.twiceMiddle > 2 * box.bottom
                && next.top - box.bottom < box.height
        }
    }

    /// The figure in whose cell a remark stands: right above it.
    private func figure(above members: [Int]) -> Int? {
        let first = segments[members[0]].box
        let whole = box(members)
        return segments.indices.last { index in
            let box = segments[index].box
            return segments[index].isFigure && !members.contains(index)
                && box.isAboveOrBelow(whole) && box.twiceMiddle < 2 * first.top
                && first.top - box.bottom < box.height
        }
    }

    private func box(_ members: [Int]) -> PlacedText.Box {
        members.dropFirst().reduce(segments[members[0]].box) { $0.joined(segments[$1].box) }
    }
}

/// A remark in brackets behind a figure.
enum Remark {
    /// Whether a text is one pair of brackets with words in it; a numeral alone is a number of an item.
    static func isRemark(_ text: Substring) -> Bool {
        guard let first = text.first, let last = text.last, "（(".contains(first),
            "）)".contains(last)
        else { return false }
        let inside = text.dropFirst().dropLast()
        guard !inside.contains(where: { "（()）".contains($0) }) else { return false }
        return inside.count { character in
            !"一二三四五六七八九十〇".contains(character)
                && character.unicodeScalars.allSatisfy(\.properties.isIdeographic)
        } >= 2
    }

    /// The text in front of a remark that it ends with, if there is one.
    static func front(of text: String) -> String? {
        guard text.unicodeScalars.last.map({ "）)".unicodeScalars.contains($0) }) ?? false,
            let start = text.firstIndex(where: { "（(".contains($0) }), start > text.startIndex,
            isRemark(text[start...])
        else { return nil }
        return String(text[..<start])
    }
}
