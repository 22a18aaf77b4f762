import ReportModel

/// Where the figures of a table's full rows stand, so that a row with blanks can be read too.
///
/// Two layouts fix a figure's place although nothing is printed beside it: one cell a line with the
/// lines evenly spaced, and columns aligned by spaces. Whatever else has gaps stays ambiguous.
struct StreamColumns {
    private let count: Int
    private let margins: StreamMargins
    /// The lines from one cell to the next, where cells stand one a line.
    private let stride: Int?
    /// The same where only rows' own cells are so far apart: merged cells leave lines between the rows.
    let strideWithin: Int?
    /// The display columns that each column covers, where rows stand one a line.
    let ranges: [ClosedRange<Int>]?

    /// A row, and whether the table's next row follows it at once.
    typealias Row = (run: TextStream.Run, isFollowed: Bool)

    /// - Parameters:
    ///   - rows: the rows of the table; those with a figure in each column fix the places.
    ///   - count: how many columns there are.
    init(rows: [Row], count: Int) {
        self.count = count
        margins = StreamMargins(rows.map(\.run), counts: rows.map { _ in count })
        let fullRows = rows.filter { $0.run.figures.count == count }
        stride = Self.stride(of: fullRows, among: rows, count: count)
        strideWithin = Self.strideWithin(fullRows)
        ranges = Self.ranges(of: fullRows.map(\.run), count: count)
    }

    /// Columns of a table with a single row, set as another of the document.
    ///
    /// - Parameters:
    ///   - spacing: the lines from one cell to the next in the other table.
    ///   - count: how many columns there are.
    ///   - margins: what stands in the table beside its columns.
    init(spacing: Int?, count: Int, margins: StreamMargins) {
        self.count = count
        self.margins = margins
        stride = nil
        strideWithin = spacing
        ranges = nil
    }

    /// The figures of a row, each in its column and `nil` for a blank, or `nil` if that isn't sure.
    func place(_ row: Row) -> [TextStream.Token?]? {
        let run = row.run
        guard let figures = margins.stripped(run, to: count) else { return nil }
        let isBlank = figures.allSatisfy(\.text.isEmpty)
        if figures.count == count {
            // What may be the table's edge makes no row full, unless more of it stands behind.
            let isEdge = figures.last.map { $0.text.isEmpty && !$0.isTabbed } ?? false
            return isEdge && !isBlank && run.figures.count == count ? nil : figures
        }
        guard figures.count < count, let next = run.wordsBehind.first else { return nil }
        if isBlank { return Array(repeating: nil, count: count) }
        if figures.contains(where: \.isTabbed) { return nil }
        return (row.isFollowed ? byStride(run, next: next) : nil) ?? byEnd(run) ?? byRange(run)
    }

    /// Rows without a figure that stand beside one with more than it has columns: what is theirs may be among them.
    ///
    /// - Parameters:
    ///   - rows: the table's rows in reading order.
    ///   - counts: how many columns each has.
    /// - Returns: the places of the doubtful ones.
    static func emptyBesideSurplus(_ rows: [TextStream.Run], counts: [Int]) -> Set<Int> {
        var doubtful: Set<Int> = []
        let hasSurplus = zip(rows, counts).map { row, count in
            row.figures.count { !$0.text.isEmpty } > count
        }
        for place in rows.indices where hasSurplus[place] {
            doubtful.formUnion(
                rows.indices[..<place].reversed().prefix { rows[$0].figures.isEmpty }
            )
            doubtful.formUnion(rows.indices[(place + 1)...].prefix { rows[$0].figures.isEmpty })
        }
        return doubtful
    }

    /// Where the last figure stands as far from the label as in a full row, every blank before it has left its
    /// line: one that had left nothing would have drawn it nearer.
    private func byEnd(_ run: TextStream.Run) -> [TextStream.Token?]? {
        guard let strideWithin, let label = run.words.last, let last = run.figures.last,
            run.figures.allSatisfy(\.isAlone), last.line - label.line == strideWithin * count
        else { return nil }
        return placed(run.figures, from: label.line, by: strideWithin)
    }

    /// The figures by their distances from the label.
    private func placed(
        _ figures: [TextStream.Token],
        from label: Int,
        by stride: Int
    ) -> [TextStream.Token?]? {
        var placed: [TextStream.Token?] = Array(repeating: nil, count: count)
        for figure in figures {
            let distance = figure.line - label
            let column = distance / stride - 1
            guard distance % stride == 0, placed.indices.contains(column), placed[column] == nil
            else { return nil }
            placed[column] = figure
        }
        return placed
    }

    /// Only where the next row's label stands as far off as if no cell were missing: a cell that left
    /// nothing behind moves the label, and an empty line behind the table must not make up for it.
    private func byStride(_ run: TextStream.Run, next: TextStream.Token) -> [TextStream.Token?]? {
        guard let stride, let label = run.words.last, run.figures.allSatisfy(\.isAlone),
            next.line - label.line == stride * (count + 1)
        else { return nil }
        return placed(run.figures, from: label.line, by: stride)
    }

    private func byRange(_ run: TextStream.Run) -> [TextStream.Token?]? {
        guard let ranges, Set(run.figures.map(\.line)).count == 1 else { return nil }
        var placed: [TextStream.Token?] = Array(repeating: nil, count: count)
        for figure in run.figures {
            let touched = ranges.indices.filter {
                ranges[$0].overlaps(figure.start...(figure.end - 1))
            }
            guard touched.count == 1, placed[touched[0]] == nil else { return nil }
            placed[touched[0]] = figure
        }
        return placed
    }

    /// The same distance between every two cells of every full row, labels included, if several rows reach as
    /// far as it says; else `nil`.
    private static func stride(of fullRows: [Row], among rows: [Row], count: Int) -> Int? {
        guard let stride = evenDistance(fullRows, among: rows, count: count) else { return nil }
        // Where a row is nearer to the next than its cells have lines, blanks leave no lines, and what makes up for
        // them elsewhere is a page's end.
        let isShort = rows.contains { run, isFollowed in
            guard isFollowed, let label = run.words.last, let next = run.wordsBehind.first else {
                return false
            }
            return next.line - label.line < stride * (count + 1)
        }
        return isShort ? nil : stride
    }

    private static func evenDistance(_ fullRows: [Row], among rows: [Row], count: Int) -> Int? {
        var distances: Set<Int> = []
        for (run, isFollowed) in fullRows {
            guard let label = run.words.last, label.isAlone, run.figures.allSatisfy(\.isAlone)
            else {
                return nil
            }
            var lines = [label.line] + run.figures.map(\.line)
            if isFollowed, let next = run.wordsBehind.first { lines.append(next.line) }
            for (before, after) in zip(lines, lines.dropFirst()) {
                distances.insert(after - before)
            }
        }
        guard distances.count == 1, let stride = distances.first else { return nil }
        if fullRows.count >= fewestRows { return stride }
        // Where most rows have blanks, their labels stand as far apart as those of full ones.
        let supporting = rows.count { run, isFollowed in
            guard isFollowed, let label = run.words.last, let next = run.wordsBehind.first else {
                return false
            }
            return next.line - label.line == stride * (count + 1)
                && run.figures.allSatisfy { ($0.line - label.line) % stride == 0 }
        }
        return supporting >= 2 * fewestRows ? stride : nil
    }

    /// The distance between every two cells of every full row, if enough rows agree.
    private static func strideWithin(_ fullRows: [Row]) -> Int? {
        var distances: Set<Int> = []
        for (run, _) in fullRows {
            guard let label = run.words.last, label.isAlone, run.figures.allSatisfy(\.isAlone)
            else { return nil }
            let lines = [label.line] + run.figures.map(\.line)
            for (before, after) in zip(lines, lines.dropFirst()) {
                distances.insert(after - before)
            }
        }
        return fullRows.count >= fewestRows && distances.count == 1 ? distances.first : nil
    }

    /// Fewer rows than this agree by chance.
    private static let fewestRows = 3

    /// The columns that all full rows agree on, with a gap between any two; else `nil`.
    ///
    /// Rows whose labels are equally wide would agree by chance, so that several widths are asked for.
    private static func ranges(of rows: [TextStream.Run], count: Int) -> [ClosedRange<Int>]? {
        let onOneLine = rows.filter { row in
            row.figures.allSatisfy { !$0.isTabbed && $0.line == row.figures[0].line }
        }
        let labelEnds = Set(onOneLine.compactMap { $0.words.last?.end })
        guard onOneLine.count >= 5, onOneLine.count == rows.count, labelEnds.count >= 3 else {
            return nil
        }
        let ranges = (0..<count).map { column in
            let starts = onOneLine.map { $0.figures[column].start }
            let ends = onOneLine.map { $0.figures[column].end - 1 }
            return (starts.min() ?? 0)...max(ends.max() ?? 0, starts.min() ?? 0)
        }
        let apart = zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound }
        return apart ? ranges : nil
    }
}
