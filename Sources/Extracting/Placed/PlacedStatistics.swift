import FormCatalog
import ReportModel

/// Reads the statistics sheet of 2014 off a page: each figure beside its label.
struct PlacedStatistics {
    private let labels: StatisticLabels
    private let catalog: FormCatalog

    init(catalog: FormCatalog) {
        self.catalog = catalog
        labels = StatisticLabels(catalog: catalog)
    }

    /// Reads what the sheet has.
    func read(_ text: PlacedText, into collector: inout CellCollector) {
        let blocks = text.labels(where: { !$0.isFigure }) { words -> StatisticCell.Block? in
            switch catalog.statistics.item(for: words.withoutAmong) {
            case .reviewTotal: .review
            case .litigationTotal: .litigation
            default: nil
            }
        }
        var found = text.labels(where: { !$0.isFigure }) { labels.row($0, in: nil) }
        for (number, block) in blocks.enumerated() {
            let end = number + 1 < blocks.count ? blocks[number + 1].box.top : Int.max
            found += text.labels(where: {
                !$0.isFigure && $0.box.top > block.box.top && $0.box.top < end
            }) { labels.row($0, in: block.item) }.filter { $0.item.block == block.item }
        }
        for label in found {
            let beside = text.values(beside: label.box, from: label.box.right)
            let unit = beside.first { labels.isUnit($0.text) }
            let figures = beside.filter { !labels.isUnit($0.text) }
            if figures.count <= 1 {
                collector.add(
                    .statistic(label.item),
                    printed: labels.printed(
                        figures.first?.text ?? "",
                        unit: unit?.text,
                        for: label.item
                    ),
                    origin: figures.first?.origin ?? label.origin
                )
            } else {
                collector.addAmbiguous(
                    [.statistic(label.item)],
                    printed: figures.map(\.text),
                    label: label.text,
                    at: label.origin
                )
            }
        }
    }
}
