extension LabelKey {
    /// How many characters have to be added, removed or changed to make one label the other.
    ///
    /// Source: Levenshtein, with two rows of the table at a time.
    public func edits(to other: LabelKey) -> Int {
        let mine = Array(description.unicodeScalars)
        let theirs = Array(other.description.unicodeScalars)
        var previous = Array(0...theirs.count)
        for (row, scalar) in mine.enumerated() {
            var current = [row + 1]
            for (column, candidate) in theirs.enumerated() {
                let change = previous[column] + (scalar == candidate ? 0 : 1)
                current.append(min(change, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[theirs.count]
    }
}
