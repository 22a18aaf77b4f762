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
        var bottom = Int.min
        let units = text.segments.filter { labels.isUnit($0.text) }
        for label in text.labels(where: { !$0.isFigure }, { labels.rows($0).first }) {
            // Each row has its unit: one between two labels is of a row whose label nobody knows.
            let between = units.contains {
                $0.box.top > bottom && $0.box.bottom < label.box.top
            }
            if between { position.lose() }
            bottom = label.box.bottom
            let beside = text.values(beside: label.box, from: label.box.right)
            let unit = beside.first { labels.isUnit($0.text) }
            let figures = beside.filter { !labels.isUnit($0.text) }
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
            if figures.count <= 1 {
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
                    printed: figures.map(\.text),
                    label: label.text,
                    at: label.origin
                )
            }
        }
        collector.addUnplaced(position.unplaced)
    }
}
