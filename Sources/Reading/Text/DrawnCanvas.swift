import DocumentModel
import ReportModel

/// Lines of text as a sheet of places, and the boxes that bars and rules draw on it.
struct DrawnCanvas {
    /// How wide whoever drew the boxes took characters to be.
    enum CharacterWidth: CaseIterable {
        /// As terminals show them: Chinese characters take two columns.
        case display
        /// The same, with “ ” and other characters that are wide only among Chinese ones.
        case wideAmbiguous
        /// Each takes one.
        case characters

        func of(_ scalar: Unicode.Scalar) -> Int {
            switch self {
            case .characters: 1
            case .display: DisplayWidth.of(scalar)
            case .wideAmbiguous:
                DrawnCanvas.isDrawn(scalar) || scalar.value < 0xA0
                    ? DisplayWidth.of(scalar) : max(2, DisplayWidth.of(scalar))
            }
        }
    }

    /// The places of a box's lines: its corners stand on them.
    struct Box {
        var top: Int
        var left: Int
        var bottom: Int
        var right: Int
    }

    private enum Mark: UInt8 {
        case text, rule, bar, joint
    }

    /// More places than the largest sheet of statistics takes, drawn wide.
    private static let mostPlaces = 1 << 20
    /// Each place is looked at so many times at most: enough for any table, and a bound for what only looks like one.
    private static let mostLooks = 64

    private let lines: [[(scalar: Unicode.Scalar, column: Int)]]
    private let marks: [Mark]
    private let height: Int
    private let width: Int
    private var steps = 0

    init(_ lines: ArraySlice<Substring>, _ characters: CharacterWidth) {
        // The frame may be set in from the margin.
        let margin = lines.first?.unicodeScalars.prefix { TextLine.isSpace($0) }.count ?? 0
        self.lines = lines.map { line in
            var column = -margin
            return line.unicodeScalars.map { scalar in
                defer { column += characters.of(scalar) }
                return (scalar, column)
            }.filter { $0.column >= 0 }
        }
        height = lines.count
        let widest = self.lines.compactMap { $0.last { !TextLine.isSpace($0.scalar) }?.column }
            .max()
        width = (widest ?? -1) + 1
        var marks: [Mark] = []
        if height * width <= Self.mostPlaces {
            marks = Array(repeating: .text, count: height * width)
            for (row, line) in self.lines.enumerated() {
                for (scalar, column) in line where column < width {
                    if let mark = Self.mark(scalar) { marks[row * width + column] = mark }
                }
            }
        }
        self.marks = Self.joined(marks, width)
    }

    /// The marks, with joints also where a bar meets a rule: some draw `|----` and `-----` for corners.
    private static func joined(_ marks: [Mark], _ width: Int) -> [Mark] {
        var joined = marks
        for place in marks.indices {
            let sides: [Int]
            let other: Mark
            switch marks[place] {
            case .bar: (sides, other) = ([place - 1, place + 1], .rule)
            case .rule: (sides, other) = ([place - width, place + width], .bar)
            case .text, .joint: continue
            }
            if sides.contains(where: { marks.indices.contains($0) && marks[$0] == other }) {
                joined[place] = .joint
            }
        }
        return joined
    }

    /// The boxes, by the places of their upper left corners; `nil` where looking for them takes too long.
    ///
    /// From each corner the smallest box is looked for whose sides are all drawn: rightwards, down, back and up.
    mutating func boxes() -> [Box]? {
        guard !marks.isEmpty, height > 2, width > 2 else { return nil }
        var open: Set<Int> = [0]
        var boxes: [Box] = []
        while let place = open.min() {
            open.remove(place)
            let (top, left) = (place / width, place % width)
            guard top < height - 1, left < width - 1 else { continue }
            guard steps < Self.mostLooks * marks.count else { return nil }
            // A corner may be only the end of a rule beside it.
            guard let box = box(top, left) else { continue }
            boxes.append(box)
            open.formUnion([top * width + box.right, box.bottom * width + left])
        }
        return boxes
    }

    /// The lines of text within each box; `nil` where two share a place, text stands outside of them, or a bar anywhere but
    /// at their sides: then not all is drawn where it should be.
    func texts(in boxes: [Box]) -> [[String]]? {
        var owners = [Int?](repeating: nil, count: marks.count)
        var isSide = [Bool](repeating: false, count: marks.count)
        for (number, box) in boxes.enumerated() {
            for row in (box.top + 1)..<box.bottom {
                isSide[row * width + box.left] = true
                isSide[row * width + box.right] = true
                for place in (row * width + box.left + 1)..<(row * width + box.right) {
                    guard owners[place] == nil, marks[place] != .bar else { return nil }
                    owners[place] = number
                }
            }
        }
        // A cell whose bar stands beyond the frame has no box, and those in front of it would take its column.
        guard zip(marks, isSide).allSatisfy({ $0 != .bar || $1 }) else { return nil }
        var texts = boxes.map { box in
            [String.UnicodeScalarView](repeating: .init(), count: box.bottom - box.top - 1)
        }
        for (row, line) in lines.enumerated() {
            for (scalar, column) in line where column < width {
                let place = row * width + column
                if let owner = owners[place] {
                    texts[owner][row - boxes[owner].top - 1].append(scalar)
                } else if marks[place] == .text, !TextLine.isSpace(scalar) {
                    return nil
                }
            }
        }
        return texts.map { $0.map { TextLine.trimmed(String($0)) } }
    }

    static func isJoint(_ scalar: Unicode.Scalar) -> Bool { mark(scalar) == .joint }

    private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool { mark(scalar) != nil }

    private static func mark(_ scalar: Unicode.Scalar) -> Mark? {
        switch scalar {
        case "-", "=", "\u{2500}", "\u{2501}", "\u{2550}": .rule
        case "|", "\u{2502}", "\u{2503}", "\u{2551}": .bar
        case "+", "\u{250C}"..."\u{254B}", "\u{2552}"..."\u{256C}": .joint
        default: nil
        }
    }

    private func mark(_ row: Int, _ column: Int) -> Mark { marks[row * width + column] }

    private mutating func box(_ top: Int, _ left: Int) -> Box? {
        guard mark(top, left) == .joint else { return nil }
        for right in (left + 1)..<width {
            steps += 1
            switch mark(top, right) {
            case .rule: continue
            case .joint:
                if let bottom = bottom(top, left, right) {
                    return Box(top: top, left: left, bottom: bottom, right: right)
                }
            case .text, .bar: return nil
            }
        }
        return nil
    }

    /// Where a box ends whose upper side is known.
    private mutating func bottom(_ top: Int, _ left: Int, _ right: Int) -> Int? {
        for bottom in (top + 1)..<height {
            steps += 1
            switch mark(bottom, right) {
            case .bar: continue
            case .joint: if isClosed(top, left, bottom, right) { return bottom }
            case .text, .rule: return nil
            }
        }
        return nil
    }

    /// Whether a box has its lower side and its left one.
    private mutating func isClosed(_ top: Int, _ left: Int, _ bottom: Int, _ right: Int) -> Bool {
        steps += right - left + bottom - top
        return mark(bottom, left) == .joint
            && ((left + 1)..<right).allSatisfy { [.rule, .joint].contains(mark(bottom, $0)) }
            && ((top + 1)..<bottom).allSatisfy { [.bar, .joint].contains(mark($0, left)) }
    }
}
