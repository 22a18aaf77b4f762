import FormCatalog
import ReportModel

/// Reads section two out of running text: a row's label, then a figure for each header above it.
///
/// A PDF's text in the order in which it was drawn may have columns one behind the other, or figures in front of their
/// labels. Nothing in the section adds up that would tell, but figures right behind a header do, and rows with more
/// figures than columns: then no figure is taken.
struct StreamProactive {
    private let labels: ProactiveLabels
    private var rows: [(codes: [CellCode], run: TextStream.Run)] = []

    init(catalog: FormCatalog) {
        labels = ProactiveLabels(catalog: catalog)
    }

    /// Reads what the text has of the section.
    mutating func read(_ stream: TextStream, into collector: inout CellCollector) {
        rows = []
        find(in: stream)
        let isInOrder = !isOutOfOrder(stream)
        for (codes, run) in rows {
            guard let last = run.words.last else { continue }
            let columns = StreamColumns(rows: [], count: codes.count)
            collector.addRow(
                codes,
                isInOrder ? columns.place((run, isFollowed: false)) : nil,
                all: run.figures,
                label: last.text,
                at: last.origin
            )
        }
    }

    private func isOutOfOrder(_ stream: TextStream) -> Bool {
        let excesses = rows.map { row in
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
        var headers: [ProactiveLabels.Column] = []
        for run in stream.runs {
            var words = WordRun(words: run.words)
            let named = words.labels { labels.column($0) }
            if let last = named.last {
                addEmptyRows(Array(run.words[..<named[0].range.lowerBound]), headers)
                headers = named.map(\.item)
                words = WordRun(words: Array(run.words[last.range.upperBound...]))
            }
            guard let label = words.lastLabel({ row(LabelKey($0), under: headers) })
            else {
                if named.isEmpty {
                    addEmptyRows(words.words, headers)
                    // Words that are no part of the section end it.
                    if run.figures.count > 3 { headers = [] }
                }
                continue
            }
            addEmptyRows(Array(words.words[..<label.start]), headers)
            add(label.item, run, under: headers)
        }
    }

    private mutating func add(
        _ row: String,
        _ run: TextStream.Run,
        under headers: [ProactiveLabels.Column]
    ) {
        guard let codes = labels.codes(row, under: headers), !run.words.isEmpty else { return }
        rows.append((codes, run))
    }

    /// The row that a label names under some headers; without headers there are no rows.
    private func row(_ label: LabelKey, under headers: [ProactiveLabels.Column]) -> String? {
        headers.first.flatMap { labels.row(label, of: $0.edition) }
    }

    /// Rows without a single figure: their labels stand among words only.
    private mutating func addEmptyRows(
        _ words: [TextStream.Token],
        _ headers: [ProactiveLabels.Column]
    ) {
        guard !headers.isEmpty else { return }
        let front = WordRun(words: words)
        for label in front.labels({ row($0, under: headers) }) {
            let run = TextStream.Run(
                words: Array(words[..<label.range.upperBound]),
                figures: [],
                wordsBehind: words
            )
            add(label.item, run, under: headers)
        }
    }
}
