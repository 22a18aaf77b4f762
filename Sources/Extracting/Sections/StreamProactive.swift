import FormCatalog
import ReportModel

/// Reads section two out of running text: a row's label, then a figure for each header above it.
///
/// A PDF's text in the order in which it was drawn may have columns one behind the other, or figures in front of their
/// labels. Nothing in the section adds up that would tell, but figures right behind a header do, rows with more figures than
/// columns, and rows whose figures are not evenly spaced: then no figure is taken. Nor is one where only some of a header's
/// words are known.
struct StreamProactive {
    private let labels: ProactiveLabels
    private var rows: [(codes: [CellCode], run: TextStream.Run, isHeaded: Bool)] = []

    init(catalog: FormCatalog) {
        labels = ProactiveLabels(catalog: catalog)
    }

    /// The columns above some rows.
    private struct Header {
        var columns: [ProactiveLabels.Column] = []
        /// Whether no other words stand among the columns' names.
        var isWhole = true
        var edition: EditionID? { columns.first?.edition }
    }

    /// Reads what the text has of the section.
    mutating func read(_ stream: TextStream, into collector: inout CellCollector) {
        rows = []
        find(in: stream)
        let isInOrder = !isOutOfOrder(stream)
        let (runs, counts) = (rows.map(\.run), rows.map(\.codes.count))
        let margins = StreamMargins(runs, counts: counts)
        let doubtful = StreamColumns.emptyBesideSurplus(runs, counts: counts)
        for (place, (codes, run, isHeaded)) in rows.enumerated() {
            guard let last = run.words.last else { continue }
            let columns = StreamColumns(spacing: nil, count: codes.count, margins: margins)
            collector.addRow(
                codes,
                isInOrder && isHeaded && !doubtful.contains(place)
                    ? columns.place((run, isFollowed: false)) : nil,
                all: run.figures,
                label: last.text,
                at: last.origin
            )
        }
    }

    private func isOutOfOrder(_ stream: TextStream) -> Bool {
        let excesses = rows.filter(\.isHeaded).map { row in
            row.run.figures.count { !$0.text.isEmpty } - row.codes.count
        }
        if excesses.contains(where: { $0 > 1 }) || excesses.count(where: { $0 > 0 }) > 1 {
            return true
        }
        if rows.contains(where: { $0.run.figures.count == $0.codes.count && isUneven($0.run) }) {
            return true
        }
        return stream.runs.contains { run in
            let named = WordRun(words: run.words).labels { labels.column($0) }
            return run.figures.contains { !$0.text.isEmpty }
                && named.last?.range.upperBound == run.words.count
        }
    }

    /// Whether the figures of a full row, each on a line of its own, are not equally far apart: those that are nearer to
    /// each other stood below each other.
    private func isUneven(_ run: TextStream.Run) -> Bool {
        guard run.figures.allSatisfy({ $0.isAlone && !$0.isTabbed }) else { return false }
        let distances = zip(run.figures, run.figures.dropFirst()).map { $1.line - $0.line }
        return Set(distances.filter { $0 < TextStream.pageBreak }).count > 1
    }

    /// The section's rows, in reading order.
    private mutating func find(in stream: TextStream) {
        var header = Header()
        for run in stream.runs {
            var start = 0
            let groups = groups(of: WordRun(words: run.words))
            for (place, group) in groups.enumerated() {
                let names = group.map(\.range)
                addEmptyRows(Array(run.words[start..<names[0].lowerBound]), header)
                let next = place + 1 < groups.count ? groups[place + 1][0].range.lowerBound : nil
                let part = WordRun(words: Array(run.words[start..<(next ?? run.words.count)]))
                header = Header(columns: group.map(\.item))
                header.isWhole = isWhole(
                    names.map { $0.lowerBound - start..<$0.upperBound - start },
                    in: part,
                    header
                )
                start = names[names.count - 1].upperBound
            }
            let words = WordRun(words: Array(run.words[start...]))
            if let label = words.lastLabel({ row(LabelKey($0), under: header) }) {
                addEmptyRows(Array(words.words[..<label.start]), header)
                add(label.item, run, under: header)
                continue
            }
            addEmptyRows(words.words, header, before: run.figures)
            // Words that are no part of the section end it.
            if groups.isEmpty, run.figures.count > Self.mostColumns { header = Header() }
        }
    }

    /// The headers among some words: names of columns that no row stands between.
    private func groups(
        of run: WordRun
    ) -> [[(item: ProactiveLabels.Column, range: Range<Int>)]] {
        var groups: [[(item: ProactiveLabels.Column, range: Range<Int>)]] = []
        for name in run.labels({ labels.column($0) }) {
            if let group = groups.last, let last = group.last {
                let between = run.words[last.range.upperBound..<name.range.lowerBound]
                let header = Header(columns: group.map(\.item))
                let rows = WordRun(words: Array(between)).labels { row($0, under: header) }
                if rows.isEmpty {
                    groups[groups.count - 1].append(name)
                    continue
                }
            }
            groups.append([name])
        }
        return groups
    }

    /// No table of the section has more columns.
    private static let mostColumns = 3

    /// Whether the names of columns stand beside nothing but each other, headings and rows: half a name may be the rest
    /// of a column that is missing among them.
    private func isWhole(_ names: [Range<Int>], in run: WordRun, _ header: Header) -> Bool {
        guard let first = names.first, let last = names.last else { return false }
        let others = run.labels { labels.isHeading($0) || row($0, under: header) != nil ? $0 : nil }
            .map(\.range)
        let firstRow = run.labels { row($0, under: header) }.map(\.range)
            .first { $0.lowerBound >= last.upperBound }
        let line = run.words[first.lowerBound].line
        return run.words.indices.allSatisfy { index in
            let word = run.words[index]
            // Above the header the section's text may stand.
            return index < first.lowerBound && word.line < line
                || (names + others).contains { $0.contains(index) }
                || firstRow.map { index >= $0.lowerBound } ?? false
                || index > last.upperBound && word.text.utf8.count > Self.longestName
        }
    }

    /// A column's name has no more bytes; more are the text of the next section.
    private static let longestName = 60

    private mutating func add(_ row: String, _ run: TextStream.Run, under header: Header) {
        guard let edition = header.edition, !run.words.isEmpty else { return }
        let codes = labels.codes(row, of: edition)
        let named = header.isWhole ? labels.codes(row, under: header.columns) : nil
        // 处理决定数量 alone may be what is left of 本年处理决定数量, of another edition.
        let isHeaded = named.map { Set($0) == Set(codes) } ?? false
        guard !codes.isEmpty else { return }
        rows.append((isHeaded ? named ?? [] : codes, run, isHeaded))
    }

    /// The row that a label names under some headers; without headers there are no rows.
    private func row(_ label: LabelKey, under header: Header) -> String? {
        header.edition.flatMap { labels.row(label, of: $0) }
    }

    /// Rows without a single figure: their labels stand among words only.
    ///
    /// - Parameters:
    ///   - words: the words.
    ///   - header: the columns above them.
    ///   - figures: what stands behind the words. As few as a row has may be the last row's, with the rest of its label in
    ///     front of them.
    private mutating func addEmptyRows(
        _ words: [TextStream.Token],
        _ header: Header,
        before figures: [TextStream.Token] = []
    ) {
        guard header.edition != nil else { return }
        let found = WordRun(words: words).labels { row($0, under: header) }
        for (place, label) in found.enumerated() {
            let isNext =
                place == found.count - 1 && (1...Self.mostColumns).contains(figures.count)
                && words[label.range.upperBound...].allSatisfy { $0.text.utf8.count < Self.heading }
            let run = TextStream.Run(
                words: Array(words[..<label.range.upperBound]),
                figures: isNext ? figures : [],
                wordsBehind: words
            )
            add(label.item, run, under: header)
            if isNext, !rows.isEmpty { rows[rows.count - 1].isHeaded = false }
        }
    }

    /// The heading of the next section has more bytes; the rest of a label has fewer.
    private static let heading = 36
}
