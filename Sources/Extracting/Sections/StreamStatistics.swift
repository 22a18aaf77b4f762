import DocumentModel
import FormCatalog
import ReportModel

/// Reads the statistics sheet of 2014 out of running text: a label, its unit, its figure.
///
/// Three numbers behind one label are a column's, and so are labels behind labels: then the text follows the order in
/// which a page was drawn, and no figure is taken.
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
        let hasUnits = unitsLead(stream)
        let isOutOfOrder =
            stream.runs.contains(where: isColumn) || hasOtherNumbers(stream, hasSerials)
            || hasUnits && stream.runs.reduce(0) { $0 + pairsWithoutUnit($1) } >= Self.fewestPairs
        // A running number leads its row.
        let hasStrays = hasUnits && !hasSerials && hasStrays(stream)
        var position = SheetPosition()
        var surplus: [TextStream.Token]?
        for run in stream.runs {
            var words = run.words
            let unit = words.last.flatMap { labels.isUnit($0.text) ? $0.text : nil }
            if unit != nil { words.removeLast() }
            // What stands in front of another row's unit are rows without a figure.
            let start = words.lastIndex { labels.isUnit($0.text) }.map { $0 + 1 } ?? 0
            let isHeaded = unit != nil || !hasUnits
            let isOneRow = run.figures.count { !$0.text.isEmpty } < 2 || hasSerials
            let behind = WordRun(words: Array(words[start...]))
            let isSure =
                !isOutOfOrder && !hasStrays && leavesBlanks(behind, unit, isHeaded && isOneRow)
            readEmptyRows(
                Array(words[..<start]),
                next: behind.words.first,
                doubtedFor: isSure ? surplus : run.figures,
                &position,
                into: &collector
            )
            surplus = nil
            words = behind.words
            guard let label = label(endingIn: words, run.figures, &position), let last = words.last
            else {
                // Without words of its own it is another row's, on the line above or below.
                if words.isEmpty, hasNumber(run) { surplus = run.figures }
                continue
            }
            if !isOneRow { surplus = run.figures }
            let rival = rival(of: label, endingIn: words)
            if !isOutOfOrder, isHeaded, rival == nil,
                let figure = figure(of: run, label: last, hasSerials)
            {
                collector.add(
                    .statistic(label.item),
                    printed: labels.printed(figure.text, unit: unit, for: label.item),
                    origin: figure.origin
                )
            } else {
                collector.addAmbiguous(
                    ([label.item] + (rival.map { [$0] } ?? [])).map(CellCode.statistic),
                    printed: run.figures.map(\.text),
                    label: label.text,
                    at: last.origin
                )
            }
        }
        collector.addUnplaced(position.unplaced)
    }

    /// Whether units stand between labels and figures. Then a figure without one has left its place.
    private func unitsLead(_ stream: TextStream) -> Bool {
        let rows = stream.runs.filter { run in run.words.contains { labels.nameRow($0.text) } }
        let led = rows.count { $0.words.last.map { labels.isUnit($0.text) } ?? false }
        return led * 2 > rows.count
    }

    /// Whether rows have more numbers than their figure: a header says so, or many rows do. Then the one number of a row
    /// need not be its figure.
    private func hasOtherNumbers(_ stream: TextStream, _ hasSerials: Bool) -> Bool {
        let isHeaded = stream.runs.contains { run in
            guard let unit = run.words.firstIndex(where: { labels.isUnitHeader($0.text) }) else {
                return false
            }
            // Running numbers lead their rows, or stand between label and figure.
            let isBetween =
                unit > 1 && labels.isSerialHeader(run.words[unit - 1].text)
                && labels.isIndicatorHeader(run.words[unit - 2].text)
            return isBetween || run.words.contains { labels.isOtherHeader($0.text) }
        }
        if isHeaded { return true }
        let rows = stream.runs.filter { run in
            run.words.contains { labels.nameRow($0.text) || labels.isUnit($0.text) }
        }
        let doubled =
            hasSerials
            ? 0
            : rows.count { row in
                row.figures.count { $0.text.contains(where: \.isWholeNumber) } > 1
            }
        // A number in front of the unit, and one behind it.
        let divided = rows.count { $0.words.count == 1 && labels.isUnit($0.words[0].text) }
        return max(doubled, divided) >= Self.fewestPairs && max(doubled, divided) * 4 >= rows.count
    }

    /// More rows than one whose units are lost are no chance.
    private static let fewestPairs = 2

    /// How many labels have the next row's right behind them, where a unit should stand: then the text has the labels
    /// of a page one below the other, and which figure is whose, nobody knows.
    private func pairsWithoutUnit(_ run: TextStream.Run) -> Int {
        let found = WordRun(words: run.words).labels { labels.rows($0).first }
        return zip(found, found.dropFirst()).count { $0.range.upperBound == $1.range.lowerBound }
    }

    /// Whether a row's label is followed by more numbers than a row has.
    private func isColumn(_ run: TextStream.Run) -> Bool {
        let numbers = run.figures.count { $0.text.contains(where: \.isWholeNumber) }
        guard numbers > 2 else { return false }
        let words =
            run.words.last.map { labels.isUnit($0.text) } ?? false
            ? run.words.dropLast() : run.words[...]
        return WordRun(words: Array(words)).lastLabel { labels.rows(LabelKey($0)).first } != nil
    }

    /// The row whose label some words end with. What stands in front of the label may name further rows, or leave
    /// the position unknown.
    private func label(
        endingIn words: [TextStream.Token],
        _ figures: [TextStream.Token],
        _ position: inout SheetPosition
    ) -> (item: StatisticCell, text: String)? {
        let named = WordRun(words: words)
        let own = named.lastLabel { labels.rows(LabelKey($0)).first }
        pass(WordRun(words: Array(words[..<(own?.start ?? words.count)])), &position)
        guard let own else { return nil }
        let text = named.joined(own.start...(words.count - 1))
        guard let row = labels.row(text, at: position) else {
            position.lose(
                behind: labels.unplaced(
                    text,
                    printed: figures.map(\.text).joined(separator: " "),
                    at: words.last?.origin ?? Origin()
                )
            )
            return nil
        }
        position.pass(row)
        return (row, text)
    }

    /// Another row that the words end with, where a label that was cut in a bracket stands in front of its name: then
    /// the bracket goes on elsewhere, and the figure is the other row's as well as not.
    private func rival(
        of label: (item: StatisticCell, text: String),
        endingIn words: [TextStream.Token]
    ) -> StatisticCell? {
        guard label.text.leavesBracketOpen else { return nil }
        let run = WordRun(words: words)
        for start in max(1, words.count - WordRun.mostPieces)..<words.count {
            let rows = labels.rows(LabelKey(run.joined(start...(words.count - 1))))
            if let other = rows.first, other != label.item { return other }
        }
        return nil
    }

    /// Goes on behind words that are rows without figures, headings, or nothing known.
    private func pass(_ run: WordRun, _ position: inout SheetPosition) {
        let found = run.labels { labels.rows($0).first }
        for (index, word) in run.words.enumerated() {
            guard let label = found.first(where: { $0.range.contains(index) }) else {
                if !labels.nameNothing(word.text) { position.lose() }
                continue
            }
            guard index == label.range.lowerBound else { continue }
            let text = run.joined(index...(label.range.upperBound - 1))
            if let row = labels.row(text, at: position) {
                position.pass(row)
            } else {
                position.lose(behind: labels.unplaced(text, printed: "", at: word.origin))
            }
        }
    }

    /// Whether the rows in front of some words and figures are blank: what is behind them is a row of its own with its one
    /// figure, or figures of other words, as the day below the signature.
    private func leavesBlanks(_ behind: WordRun, _ unit: String?, _ hasOneFigure: Bool) -> Bool {
        namesRow(behind)
            ? hasOneFigure
            : unit == nil && behind.words.contains { LabelKey($0.text).hasWords }
    }

    /// Whether some number within the sheet stands behind neither a label nor a unit, where units lead to the figures: it
    /// has left its row, which is not blank.
    private func hasStrays(_ stream: TextStream) -> Bool {
        func isOfSheet(_ run: TextStream.Run) -> Bool {
            run.words.contains { labels.nameRow($0.text) }
        }
        guard let first = stream.runs.firstIndex(where: isOfSheet),
            let last = stream.runs.lastIndex(where: isOfSheet)
        else { return false }
        return stream.runs[first..<last].contains { run in
            hasNumber(run) && !(run.words.last.map { labels.isUnit($0.text) } ?? true)
                && !namesRow(WordRun(words: run.words))
        }
    }

    /// Whether words end with a row's label.
    private func namesRow(_ words: WordRun) -> Bool {
        words.lastLabel { labels.rows(LabelKey($0)).first } != nil
    }

    private func hasNumber(_ run: TextStream.Run) -> Bool {
        run.figures.contains { $0.text.contains(where: \.isWholeNumber) }
    }

    /// Rows without a figure: their labels, each with its unit, stand in front of another row's.
    ///
    /// - Parameters:
    ///   - words: the labels and the units.
    ///   - next: the word behind them.
    ///   - figures: those that may be these rows' all the same; `nil` if there are none.
    ///   - position: where on the sheet the rows are.
    ///   - collector: takes the rows.
    private func readEmptyRows(
        _ words: [TextStream.Token],
        next: TextStream.Token?,
        doubtedFor figures: [TextStream.Token]?,
        _ position: inout SheetPosition,
        into collector: inout CellCollector
    ) {
        var start = 0
        for (index, word) in words.enumerated() where labels.isUnit(word.text) {
            let label = label(endingIn: Array(words[start..<index]), [], &position)
            start = index + 1
            guard let label else { continue }
            let behind = index + 1 < words.count ? words[index + 1] : next
            let own = behind.flatMap { Self.beginsWithFigure($0, on: word.line) ? [$0] : nil }
            let doubt = own ?? figures
            collector.addRow(
                [.statistic(label.item)],
                doubt == nil ? [TextStream.Token?.none] : nil,
                all: doubt ?? [],
                label: label.text,
                at: word.origin
            )
        }
    }

    /// Whether a word on a line is a figure with other words in the same cell, 380 示例市财政局, and no item's number.
    private static func beginsWithFigure(_ word: TextStream.Token, on line: Int) -> Bool {
        let digits = word.text.prefix { $0.isWholeNumber || ".,".contains($0) }
        let next = word.text[digits.endIndex...].first
        return word.line == line && digits.last?.isWholeNumber ?? false
            && !(next.map { "、．）)".contains($0) } ?? false)
    }

    /// The row's figure; a running number of the next row may stand behind it.
    private func figure(
        of run: TextStream.Run,
        label: TextStream.Token,
        _ hasSerials: Bool
    ) -> TextStream.Token? {
        let filled = run.figures.filter { !$0.text.isEmpty }
        guard let first = filled.first else {
            // An empty cell in front of the row's own unit is none of its figures.
            let isInFront = run.wordsBehind.first.map {
                $0.line == label.line && labels.isUnit($0.text)
            }
            return isInFront ?? false ? nil : run.figures.first
        }
        // An empty cell between unit and number is the figure's, or the number's own is another column.
        if run.figures.first?.text.isEmpty ?? false, labels.isUnit(run.words.last?.text ?? "") {
            return nil
        }
        let onLine = filled.filter { $0.line == label.line }
        if onLine.count == 1 { return onLine[0] }
        guard onLine.isEmpty else { return nil }
        if !hasSerials { return filled.count == 1 ? first : nil }
        return filled.count == 2 || run.wordsBehind.isEmpty ? first : nil
    }
}
