import FormCatalog
import ReportModel

/// Reads the statistics sheet of 2014 off a page: each figure beside its label.
struct PlacedStatistics {
    private let labels: StatisticLabels

    init(catalog: FormCatalog) {
        labels = StatisticLabels(catalog: catalog)
    }

    /// Reads what the sheet has.
    func read(_ text: PlacedText, into collector: inout CellCollector) {
        var position = SheetPosition()
        var bottom = Int.min / 2
        let units = text.segments.filter { labels.isUnit($0.text) }
        let rows = text.labels(where: { !$0.isFigure }, { labels.rows($0).first })
        let header = Header(of: text, labels)
        let isClear = header.isClear && !(header.isPlain && haveOtherNumbers(rows, text))
        for label in rows {
            // Each row has its unit: one between two labels is of a row whose label nobody knows.
            let between = units.contains {
                $0.box.twiceMiddle > 2 * bottom && $0.box.twiceMiddle < 2 * label.box.top
            }
            if between { position.lose() }
            bottom = label.box.bottom
            let beside = text.values(beside: label.box, from: label.box.right)
            let unit = beside.first { labels.isUnit($0.text) }
            let numbers = beside.filter { !labels.isUnit($0.text) }
            let figures = numbers.filter { header.isFigure($0) }
            guard let row = labels.row(label.text, at: position) else {
                position.lose(
                    behind: labels.unplaced(
                        label.text,
                        printed: figures.map(\.text).joined(separator: " "),
                        at: label.origin
                    )
                )
                continue
            }
            position.pass(row)
            if figures.count <= 1, isClear {
                collector.add(
                    .statistic(row),
                    printed: labels.printed(
                        figures.first?.text ?? "",
                        unit: unit?.text,
                        for: row
                    ),
                    origin: figures.first?.origin ?? label.origin
                )
            } else {
                collector.addAmbiguous(
                    [.statistic(row)],
                    printed: numbers.map(\.text),
                    label: label.text,
                    at: label.origin
                )
            }
        }
        collector.addUnplaced(position.unplaced)
    }

    /// Whether so many rows have more numbers than one that the one of another need not be its figure.
    private func haveOtherNumbers(
        _ rows: [PlacedText.Label<StatisticCell>],
        _ text: PlacedText
    ) -> Bool {
        let doubled = rows.count { label in
            text.values(beside: label.box, from: label.box.right)
                .count {
                    FigureGrammar.isFigure($0.text) && $0.text.contains(where: \.isWholeNumber)
                } > 1
        }
        return doubled >= Self.fewestDoubled && doubled * 4 >= rows.count
    }

    /// More rows than one are no chance.
    private static let fewestDoubled = 2

    /// The header of a sheet that has other numbers beside its figures: the rows' codes, or those of more years.
    private struct Header {
        private var values: PlacedText.Box?
        private var others: [PlacedText.Box] = []
        private let isLoose: Bool

        init(of text: PlacedText, _ labels: StatisticLabels) {
            isLoose = text.isLoose
            guard let unit = text.segments.first(where: { labels.isUnitHeader($0.text) }) else {
                return
            }
            let line = text.segments.filter {
                $0.box.twiceMiddle > 2 * unit.box.top && $0.box.twiceMiddle < 2 * unit.box.bottom
            }
            let first = line.map(\.box.left).min() ?? unit.box.left
            others = line.filter {
                labels.isOtherHeader($0.text)
                    || labels.isSerialHeader($0.text) && $0.box.left > first
            }.map(\.box)
            let own = line.filter { labels.isValueHeader($0.text) }
            values = own.count == 1 ? own[0].box : nil
        }

        /// Whether it has no columns but the form's.
        var isPlain: Bool { others.isEmpty }

        /// Whether it tells the sheet's figures from the other numbers.
        var isClear: Bool { others.isEmpty || values != nil && !isLoose }

        /// Whether a number stands nearer to the header of the figures than to another.
        func isFigure(_ number: PlacedText.Segment) -> Bool {
            guard isClear, let values else { return true }
            func distance(_ box: PlacedText.Box) -> Int {
                abs(box.left + box.right - number.box.left - number.box.right)
            }
            return others.allSatisfy { distance(values) < distance($0) }
        }
    }
}
