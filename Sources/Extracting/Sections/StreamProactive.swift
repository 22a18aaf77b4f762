import FormCatalog
import ReportModel

/// Reads section two out of running text: a row's label, then a figure for each header above it.
///
/// A PDF's text in the order in which it was drawn may have columns one behind the other, or figures in front of their
/// labels. Nothing in the section adds up that would tell, but figures right behind a header do, and rows with more
/// figures than columns: then no figure is taken. Nor is one where only some of a header's words are known.
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
        let hasEdge = rows.contains { StreamColumns.hasEdge($0.run, $0.codes.count) }
        let doubtful = StreamColumns.emptyBesideSurplus(
            rows.map(\.run),
            counts: rows.map(\.codes.count)
        )
        for (place, (codes, run, isHeaded)) in rows.enumerated() {
            guard let last = run.words.last else { continue }
            let columns = StreamColumns(spacing: nil, count: codes.count, hasEdge: hasEdge)
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
        return stream.runs.contains { run in
            let named = WordRun(words: run.words).labels { labels.column($0) }
            return run.figures.contains { !$0.text.isEmpty }
                && named.last?.range.upperBound == run.words.count
        }
    }

    /// The section's rows, in reading order.
    private mutating func find(in stream: TextStream) {
        var header = Header()
        for run in stream.runs {
            var words = WordRun(words: run.words)
            let named = words.labels { labels.column($0) }
            if let last = named.last {
                addEmptyRows(Array(run.words[..<named[0].range.lowerBound]), header)
                header = Header(columns: named.map(\.item))
                header.isWhole = isWhole(named.map(\.range), in: words, header)
                words = WordRun(words: Array(run.words[last.range.upperBound...]))
            }
            guard let label = words.lastLabel({ row(LabelKey($0), under: header) })
            else {
                if named.isEmpty {
                    addEmptyRows(words.words, header)
                    // Words that are no part of the section end it.
                    if run.figures.count > 3 { header = Header() }
                }
                continue
            }
            addEmptyRows(Array(words.words[..<label.start]), header)
            add(label.item, run, under: header)
        }
    }

    /// Whether the names of columns stand beside nothing but each other, headings and rows: half a name may be the rest
    /// of a column that is missing among them.
    private func isWhole(_ names: [Range<Int>], in run: WordRun, _ header: Header) -> Bool {
        guard let first = names.first, let last = names.last else { return false }
        let others = run.labels { labels.isHeading($0) || row($0, under: header) != nil ? $0 : nil }
            .map(\.range)
        let line = run.words[first.lowerBound].line
        return run.words.indices.allSatisfy { index in
            let word = run.words[index]
            // Above the header the section's text may stand.
            return index < first.lowerBound && word.line < line
                || (names + others).contains { $0.contains(index) }
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
    private mutating func addEmptyRows(_ words: [TextStream.Token], _ header: Header) {
        guard header.edition != nil else { return }
        let front = WordRun(words: words)
        for label in front.labels({ row($0, under: header) }) {
            let run = TextStream.Run(
                words: Array(words[..<label.range.upperBound]),
                figures: [],
                wordsBehind: words
            )
            add(label.item, run, under: header)
        }
    }
}
