/// Columns' names that wrap within their columns, in text that has the page's lines: 结果 结果 其他 above 维持 纠正 结果.
struct InterleavedNames {
    private let names: [[Unicode.Scalar]]
    /// So many pieces are tried at most: enough for any header that wraps, and a bound for what only looks like one.
    private var stepsLeft = 20_000

    /// - Parameter names: the columns' names, from left to right.
    init(_ names: [String]) {
        self.names = names.map { Array($0.unicodeScalars) }
    }

    /// Whether lines of pieces are these names: each line's pieces in columns from left to right, also several in one,
    /// each column's pieces from the top down its whole name.
    mutating func areMade(of lines: [[String]]) -> Bool {
        let pieces = lines.map { $0.map { Array($0.unicodeScalars) } }
        let length = pieces.joined().reduce(0) { $0 + $1.count }
        guard length == names.reduce(0, { $0 + $1.count }) else { return false }
        return fit(pieces[...], piece: 0, from: 0, taken: Array(repeating: 0, count: names.count))
    }

    private mutating func fit(
        _ lines: ArraySlice<[[Unicode.Scalar]]>,
        piece: Int,
        from column: Int,
        taken: [Int]
    ) -> Bool {
        guard let line = lines.first else { return true }
        guard piece < line.count else {
            return fit(lines.dropFirst(), piece: 0, from: 0, taken: taken)
        }
        stepsLeft -= 1
        guard stepsLeft > 0 else { return false }
        for place in names.indices.dropFirst(column)
        where names[place][taken[place]...].starts(with: line[piece]) {
            var taken = taken
            taken[place] += line[piece].count
            if fit(lines, piece: piece + 1, from: place, taken: taken) { return true }
        }
        return false
    }
}
