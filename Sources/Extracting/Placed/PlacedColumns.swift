/// Which column each figure of a row stands in, by the headers above and by the rows that are full.
struct PlacedColumns {
    private let count: Int
    /// What each column covers from left to right: its header, and the figures of full rows; empty where only
    /// their order is known.
    private let extents: [ClosedRange<Int>]
    /// The heads of columns of figures that the form doesn't have.
    private let strangers: [PlacedText.Box]

    /// Columns of which only the order is known, in a text whose words stand only nearly where their columns are: a
    /// long label moves the figures behind it aside. A full row's order tells its columns.
    init(inOrder count: Int) {
        self.count = count
        extents = []
        strangers = []
    }

    /// The columns of a text that aligns them to the character: in every row each figure begins where its header does,
    /// or each ends where it does. `nil` where one stands elsewhere, or there are too few to tell.
    ///
    /// - Parameters:
    ///   - headers: the boxes of the headers from left to right.
    ///   - strangers: the heads of columns beside them that the form doesn't have.
    ///   - rows: the figures of all rows, each from left to right.
    init?(
        alignedUnder headers: [PlacedText.Box],
        strangers: [PlacedText.Box],
        rows: [[PlacedText.Segment]]
    ) {
        let figures = rows.joined().map(\.box)
        let all = (headers + strangers).sorted { $0.left < $1.left }
        guard figures.count >= Self.fewestAligned,
            zip(all, all.dropFirst()).allSatisfy({ $0.right <= $1.left })
        else { return nil }
        func stand(at edge: KeyPath<PlacedText.Box, Int>) -> Bool {
            let edges = Set(all.map { $0[keyPath: edge] })
            let taken = Set(figures.map { $0[keyPath: edge] })
            // Where a header has none, all of them may stand one column along.
            return taken.isSubset(of: edges)
                && headers.allSatisfy { taken.contains($0[keyPath: edge]) }
        }
        count = headers.count
        if stand(at: \.left) {
            extents = headers.map { header in
                let next = all.first { $0.left > header.left }
                return header.left...(next.map { $0.left - 1 } ?? Int.max)
            }
        } else if stand(at: \.right) {
            extents = headers.map { header in
                let last = all.last { $0.right < header.right }
                return (last.map { $0.right + 1 } ?? Int.min)...header.right
            }
        } else {
            return nil
        }
        // A column of remarks may have no figure.
        self.strangers = strangers.filter { head in
            figures.contains { $0.left == head.left || $0.right == head.right }
        }
    }

    /// Fewer figures may stand under the edges of headers by chance.
    private static let fewestAligned = 40

    /// The columns; `nil` where headers and figures don't give columns that stand apart.
    ///
    /// - Parameters:
    ///   - headers: the boxes of the headers from left to right; `nil` for one that isn't printed.
    ///   - strangers: the heads of columns beside them that the form doesn't have.
    ///   - rows: the figures of all rows, each from left to right.
    init?(
        headers: [PlacedText.Box?],
        strangers: [PlacedText.Box],
        rows: [[PlacedText.Segment]]
    ) {
        var extents = headers.map { $0.map { $0.left...max($0.left, $0.right) } }
        let filled = rows.filter { !$0.isEmpty }
        // A figure under the head of remarks may be one of the form's that has moved along.
        self.strangers = strangers.filter { stranger in
            !headers.contains { $0?.isAboveOrBelow(stranger) ?? false }
                && filled.count { row in row.contains { stranger.isAboveOrBelow($0.box) } } * 4
                    >= filled.count * 3
        }
        let own = rows.map { [strangers = self.strangers] row in
            row.filter { !Self.isForeign($0, strangers) }
        }
        let printed = extents
        let full = own.filter { row in
            row.count == headers.count && Self.keeps(row, to: printed)
                && row.indices.allSatisfy { column in
                    headers.indices.allSatisfy { other in
                        other == column
                            || !(headers[other]?.isAboveOrBelow(row[column].box) ?? false)
                    }
                }
        }
        for row in full {
            for (column, figure) in row.enumerated() {
                let own = figure.box.left...max(figure.box.left, figure.box.right)
                extents[column] =
                    extents[column].map {
                        min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound)
                    } ?? own
            }
        }
        let known = extents.compactMap(\.self)
        guard known.count == headers.count,
            zip(known, known.dropFirst()).allSatisfy({ $0.upperBound < $1.lowerBound }),
            !Self.haveMoved(own.joined().map(\.box), along: known)
        else { return nil }
        self.extents = known
        count = headers.count
    }

    /// Whether figures have moved along by a column, as behind one without a head: some stand beyond the last header, and
    /// none under the first; or before the first, and none under the last.
    private static func haveMoved(_ figures: [PlacedText.Box], along extents: [ClosedRange<Int>])
        -> Bool
    {
        guard let first = extents.first, let last = extents.last, extents.count > 1 else {
            return false
        }
        func stand(under extent: ClosedRange<Int>) -> Bool {
            figures.contains { $0.stands(in: extent) }
        }
        let beyond = figures.contains {
            $0.left >= last.upperBound && !isNear($0, extents.count - 1, of: extents)
        }
        let before = figures.contains {
            $0.right <= first.lowerBound && !isNear($0, 0, of: extents)
        }
        return beyond && !stand(under: first) || before && !stand(under: last)
    }

    /// The figures of a row, each in its column and `nil` for a blank; `nil` if that isn't sure.
    func place(_ figures: [PlacedText.Segment]) -> [PlacedText.Segment?]? {
        if extents.isEmpty { return figures.count == count ? figures : nil }
        let row = figures.filter { !Self.isForeign($0, strangers) || !columns(over: $0).isEmpty }
        // A row that has none for a column where the others have one may have moved along too.
        guard figures.isEmpty || figures.count - row.count == strangers.count else { return nil }
        let over = row.map(columns(over:))
        // A full row's order tells what a figure beside its header doesn't, if all the others keep to it.
        let isInOrder =
            row.count == extents.count
            && row.indices.allSatisfy { column in
                over[column] == [column]
                    || over[column].isEmpty && Self.isNear(row[column].box, column, of: extents)
            }
        var placed: [PlacedText.Segment?] = Array(repeating: nil, count: extents.count)
        for (number, figure) in row.enumerated() {
            let column = over[number].count == 1 ? over[number][0] : isInOrder ? number : nil
            guard let column, placed[column] == nil else { return nil }
            placed[column] = figure
        }
        return placed
    }

    /// The columns that a figure stands in.
    private func columns(over figure: PlacedText.Segment) -> [Int] {
        extents.indices.filter { figure.box.stands(in: extents[$0]) }
    }

    /// Whether a row's figures stand near their headers, or all on one side of them, as figures do that are set to the
    /// right in their cells: one that is aside alone is another column's.
    private static func keeps(
        _ row: [PlacedText.Segment],
        to headers: [ClosedRange<Int>?]
    ) -> Bool {
        if row.indices.allSatisfy({ isNear(row[$0].box, $0, of: headers) }) { return true }
        let offsets = row.indices.compactMap { column in
            headers[column].map {
                (twice: row[column].box.twiceCentre - $0.twiceMiddle, column: column)
            }
        }
        let distances = offsets.map { abs($0.twice) }
        return Set(offsets.map { $0.twice.signum() }).count == 1
            && (distances.min() ?? 0) * 8 >= distances.max() ?? 0
            && offsets.allSatisfy { offset in
                self.distances(from: offset.column, of: headers).max()
                    .map { abs(offset.twice) < $0 } ?? true
            }
    }

    /// Whether a figure beside a column is nearer to it than a column between would be: half as far from its middle as the
    /// next one's. A column without a header has no middle.
    private static func isNear(
        _ box: PlacedText.Box,
        _ column: Int,
        of extents: [ClosedRange<Int>?]
    ) -> Bool {
        guard let own = extents[column], let least = distances(from: column, of: extents).min()
        else { return true }
        return 2 * abs(box.twiceCentre - own.twiceMiddle) < least
    }

    /// Twice how far the middles of a column's neighbours are from its own.
    private static func distances(from column: Int, of extents: [ClosedRange<Int>?]) -> [Int] {
        guard let own = extents[column] else { return [] }
        return [column - 1, column + 1].filter(extents.indices.contains)
            .compactMap { extents[$0].map { abs($0.twiceMiddle - own.twiceMiddle) } }
    }

    /// Whether a figure stands under another column's head.
    private static func isForeign(
        _ figure: PlacedText.Segment,
        _ strangers: [PlacedText.Box]
    ) -> Bool {
        strangers.contains { $0.isAboveOrBelow(figure.box) }
    }
}

extension ClosedRange<Int> {
    /// Twice the middle, so that it is whole.
    fileprivate var twiceMiddle: Int { lowerBound + upperBound }
}

extension PlacedText.Box {
    /// Twice the middle from left to right, so that it is whole.
    fileprivate var twiceCentre: Int { left + right }

    /// Whether some of its width is a column's.
    fileprivate func stands(in column: ClosedRange<Int>) -> Bool {
        left < column.upperBound && right > column.lowerBound
    }
}
