import DocumentModel
import FormCatalog
import ReportModel

/// Reads the statistics sheet of 2014 out of running text: a label, its unit, its figure.
///
/// Three numbers behind one label are a column's: then the text follows the order in which a page was drawn, and no
/// figure is taken.
struct StreamStatistics {
    private let labels: StatisticLabels

    init(catalog: FormCatalog) {
        labels = StatisticLabels(catalog: catalog)
    }

    /// Reads what the text has of the sheet.
    func read(_ stream: TextStream, into collector: inout CellCollector) {
        let hasSerials = stream.runs.contains {
            $0.words.contains { labels.isSerialHeader($0.text) }
        }
        let isOutOfOrder = stream.runs.contains(where: isColumn)
        var block: StatisticCell.Block?
        for run in stream.runs {
            var words = run.words
            let unit = words.last.flatMap { labels.isUnit($0.text) ? $0.text : nil }
            if unit != nil { words.removeLast() }
            // What stands in front of another row's unit are rows without a figure.
            let start = words.lastIndex { labels.isUnit($0.text) }.map { $0 + 1 } ?? 0
            readEmptyRows(Array(words[..<start]), &block, into: &collector)
            words = Array(words[start...])
            let named = WordRun(words: words)
            // Headings between two rows may begin a block.
            for word in words.dropLast() {
                if let cell = labels.row(word.text, in: nil), cell.block == nil {
                    block = labels.block(after: cell, in: block)
                }
            }
            guard let label = named.lastLabel({ labels.row($0, in: block) }), let last = words.last
            else { continue }
            block = labels.block(after: label.item, in: block)
            if !isOutOfOrder, let figure = figure(of: run, label: last, hasSerials) {
                collector.add(
                    .statistic(label.item),
                    printed: labels.printed(figure.text, unit: unit, for: label.item),
                    origin: figure.origin
                )
            } else {
                collector.addAmbiguous(
                    [.statistic(label.item)],
                    printed: run.figures.map(\.text),
                    label: named.joined(label.start...(words.count - 1)),
                    at: last.origin
                )
            }
        }
    }

    /// Whether a row's label is followed by more numbers than a row has.
    private func isColumn(_ run: TextStream.Run) -> Bool {
        let numbers = run.figures.count { $0.text.contains(where: \.isWholeNumber) }
        guard numbers > 2 else { return false }
        let words =
            run.words.last.map { labels.isUnit($0.text) } ?? false
            ? run.words.dropLast() : run.words[...]
        return WordRun(words: Array(words)).lastLabel { labels.row($0, in: nil) } != nil
    }

    /// Rows without a figure: their labels, each with its unit, stand in front of another row's.
    private func readEmptyRows(
        _ words: [TextStream.Token],
        _ block: inout StatisticCell.Block?,
        into collector: inout CellCollector
    ) {
        var start = 0
        for (index, word) in words.enumerated() where labels.isUnit(word.text) {
            let row = WordRun(words: Array(words[start..<index]))
            start = index + 1
            guard let label = row.lastLabel({ labels.row($0, in: block) }) else { continue }
            block = labels.block(after: label.item, in: block)
            collector.add(.statistic(label.item), printed: "", origin: word.origin)
        }
    }

    /// The row's figure; a running number of the next row may stand behind it.
    private func figure(
        of run: TextStream.Run,
        label: TextStream.Token,
        _ hasSerials: Bool
    ) -> TextStream.Token? {
        let filled = run.figures.filter { !$0.text.isEmpty }
        guard let first = filled.first else { return run.figures.first }
        let onLine = filled.filter { $0.line == label.line }
        if onLine.count == 1 { return onLine[0] }
        guard onLine.isEmpty else { return nil }
        if !hasSerials { return filled.count == 1 ? first : nil }
        return filled.count == 2 || run.wordsBehind.isEmpty ? first : nil
    }
}
