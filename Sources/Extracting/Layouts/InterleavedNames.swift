/// Columns' names that wrap within their columns, in text that has the page's lines: 结果 结果 其他 above 维持 纠正 结果.
struct InterleavedNames {
    /// A word of the header.
    struct Piece {
        var text: String
        /// How far to the right it begins, where that tells its column from those of other lines; else `nil`.
        var left: Int?
    }

    private typealias Word = (scalars: [Unicode.Scalar], left: Int?)

    private let names: [[Unicode.Scalar]]
    /// So many pieces are tried at most: enough for any header that wraps, and a bound for what only looks like one.
    private var stepsLeft = 20_000

    /// - Parameter names: the columns' names, from left to right.
    init(_ names: [String]) {
        self.names = names.map { Array($0.unicodeScalars) }
    }

    /// Whether lines of pieces are these names: each line's pieces in columns from left to right, also several in one,
    /// each column's pieces from the top down its whole name, and the columns' first pieces from left to right.
    mutating func areMade(of lines: [[Piece]]) -> Bool {
        let words = lines.map { line in
            line.map { piece -> Word in (Array(piece.text.unicodeScalars), piece.left) }
        }
        let length = words.joined().reduce(0) { $0 + $1.scalars.count }
        guard length == names.reduce(0, { $0 + $1.count }) else { return false }
        let nothing = Taken(
            counts: Array(repeating: 0, count: names.count),
            lefts: Array(repeating: nil, count: names.count)
        )
        return fit(words[...], piece: 0, from: 0, nothing)
    }

    /// What the names have been given so far.
    private struct Taken {
        var counts: [Int]
        var lefts: [Int?]

        /// Whether a name may begin at a place, beside those that have begun.
        func letsBegin(_ name: Int, at left: Int) -> Bool {
            lefts.enumerated().allSatisfy { other, known in
                known.map { other < name ? $0 < left : left < $0 } ?? true
            }
        }
    }

    private mutating func fit(
        _ lines: ArraySlice<[Word]>,
        piece: Int,
        from column: Int,
        _ taken: Taken
    ) -> Bool {
        guard let line = lines.first else { return true }
        guard piece < line.count else {
            return fit(lines.dropFirst(), piece: 0, from: 0, taken)
        }
        stepsLeft -= 1
        guard stepsLeft > 0 else { return false }
        let (scalars, left) = line[piece]
        for name in names.indices.dropFirst(column)
        where names[name][taken.counts[name]...].starts(with: scalars) {
            var taken = taken
            if taken.counts[name] == 0, let left {
                guard taken.letsBegin(name, at: left) else { continue }
                taken.lefts[name] = left
            }
            taken.counts[name] += scalars.count
            if fit(lines, piece: piece + 1, from: name, taken) { return true }
        }
        return false
    }
}
