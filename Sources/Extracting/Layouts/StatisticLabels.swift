import FormCatalog
import ReportModel

/// What printed words of the statistics sheet stand for.
struct StatisticLabels {
    let catalog: FormCatalog

    /// The words in the sheet's column of units.
    private static let units: Set<String> = [
        "条", "件", "次", "篇", "个", "人", "人次", "人数", "万元", "元", "份", "场", "期", "——",
    ]

    /// The row that a label names; 其他情形数 and its like need the block that they stand in.
    func row(_ printed: String, in block: StatisticCell.Block?) -> StatisticCell? {
        row(LabelKey(printed), in: block)
    }

    /// The same for the label's key.
    func row(_ key: LabelKey, in block: StatisticCell.Block?) -> StatisticCell? {
        if let cell = catalog.statistics.item(for: key.withoutAmong) { return cell }
        return block.flatMap { catalog.statisticsInBlocks[$0]?.item(for: key) }
    }

    /// The block that a row begins; `nil` where the block before goes on.
    func block(after cell: StatisticCell, in block: StatisticCell.Block?) -> StatisticCell.Block? {
        switch cell {
        case .reviewTotal: .review
        case .litigationTotal: .litigation
        default: cell.block == nil ? nil : block
        }
    }

    /// Whether a text is a unit of the sheet and nothing else.
    func isUnit(_ printed: String) -> Bool {
        Self.units.contains(Traditional.simplified(printed))
    }

    /// Whether a text heads the column of figures.
    func isValueHeader(_ printed: String) -> Bool {
        catalog.statisticColumns.item(for: LabelKey(printed)) != nil
    }

    /// Whether a text is a heading of the sheet that names no figure.
    func isHeading(_ printed: String) -> Bool {
        catalog.headings[.statistics]?.item(for: LabelKey(printed)) != nil
    }

    /// Whether a text heads the column of running numbers.
    func isSerialHeader(_ printed: String) -> Bool {
        catalog.headings[.statistics]?.item(for: LabelKey(printed)) == "serial"
    }

    /// A figure with the unit beside it, where the unit is another than the form's.
    func printed(_ figure: String, unit: String?, for cell: StatisticCell) -> String {
        let isOther = cell.unit == .tenThousandYuan && unit == "元" && FigureGrammar.isFigure(figure)
        return isOther && figure.last?.isNumber == true ? figure + "元" : figure
    }
}
