import FormCatalog
import ReportModel

/// Reads section two out of running text: a row's label, then a figure for each header above it.
///
/// A PDF's text in the order in which it was drawn may have columns one behind the other, or figures in front of their
/// labels. Nothing in the section adds up that would tell, but figures right behind a header do: then no figure is
/// taken.
struct StreamProactive {
    private let labels: ProactiveLabels
    private var isOutOfOrder = false

    init(catalog: FormCatalog) {
        labels = ProactiveLabels(catalog: catalog)
    }

    /// Reads what the text has of the section.
    mutating func read(_ stream: TextStream, into collector: inout CellCollector) {
        isOutOfOrder = stream.runs.contains { run in
            let named = WordRun(words: run.words).labels { labels.column($0) }
            return run.figures.contains { !$0.text.isEmpty }
                && named.last?.range.upperBound == run.words.count
        }
        var headers: [ProactiveLabels.Column] = []
        for run in stream.runs {
            var words = WordRun(words: run.words)
            let named = words.labels { labels.column($0) }
            if let last = named.last {
                readEmptyRows(Array(run.words[..<named[0].range.lowerBound]), headers, &collector)
                headers = named.map(\.item)
                words = WordRun(words: Array(run.words[last.range.upperBound...]))
            }
            guard let label = words.lastLabel({ row(LabelKey($0), under: headers) })
            else {
                if named.isEmpty {
                    readEmptyRows(words.words, headers, &collector)
                    // Words that are no part of the section end it.
                    if run.figures.count > 3 { headers = [] }
                }
                continue
            }
            readEmptyRows(Array(words.words[..<label.start]), headers, &collector)
            read(label.item, run, under: headers, into: &collector)
        }
    }

    private func read(
        _ row: String,
        _ run: TextStream.Run,
        under headers: [ProactiveLabels.Column],
        into collector: inout CellCollector
    ) {
        guard let codes = labels.codes(row, under: headers), let last = run.words.last else {
            return
        }
        let columns = StreamColumns(rows: [], count: codes.count)
        let placed = isOutOfOrder ? nil : columns.place((run, isFollowed: false))
        collector.addRow(
            codes,
            placed,
            all: run.figures,
            label: last.text,
            at: last.origin
        )
    }

    /// The row that a label names under some headers; without headers there are no rows.
    private func row(_ label: LabelKey, under headers: [ProactiveLabels.Column]) -> String? {
        headers.first.flatMap { labels.row(label, of: $0.edition) }
    }

    /// Rows without a single figure: their labels stand among words only.
    private func readEmptyRows(
        _ words: [TextStream.Token],
        _ headers: [ProactiveLabels.Column],
        _ collector: inout CellCollector
    ) {
        guard !headers.isEmpty else { return }
        let front = WordRun(words: words)
        for label in front.labels({ row($0, under: headers) }) {
            let run = TextStream.Run(
                words: Array(words[..<label.range.upperBound]),
                figures: [],
                wordsBehind: words
            )
            read(label.item, run, under: headers, into: &collector)
        }
    }
}
