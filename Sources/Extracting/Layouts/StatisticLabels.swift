import FormCatalog
import ReportModel

/// What printed words of the statistics sheet stand for.
struct StatisticLabels {
    let catalog: FormCatalog

    /// The words in the sheet's column of units.
    private static let units: Set<String> = [
        "条", "件", "次", "篇", "个", "人", "人次", "人数", "万元", "元", "份", "场", "期", "——",
    ]

    /// The row that a label names; 其他情形数 and its like need the rows in front of them.
    func row(_ printed: String, at position: SheetPosition) -> StatisticCell? {
        let rows = rows(LabelKey(printed))
        guard rows.count > 1 else { return rows.first }
        return rows.first { $0.block == position.block && position.mayBeFollowed(by: $0) }
    }

    /// A row whose label both blocks have, as it is printed where nothing tells which it is.
    func unplaced(_ label: String, printed: String, at origin: Origin) -> SheetPosition.UnplacedRow
    {
        SheetPosition.UnplacedRow(
            rows: rows(LabelKey(label)),
            label: label,
            printed: printed,
            origin: origin
        )
    }

    /// The rows that a label may name: one, or that of each block.
    func rows(_ key: LabelKey) -> [StatisticCell] {
        if let cell = catalog.statistics.item(for: key.withoutAmong) { return [cell] }
        return StatisticCell.Block.allCases.compactMap {
            catalog.statisticsInBlocks[$0]?.item(for: key)
        }
    }

    /// Whether words name a row, whichever it is.
    func nameRow(_ printed: String) -> Bool { !rows(LabelKey(printed)).isEmpty }

    /// Whether words say nothing that could be a row's name: a heading, a header, a unit, a numeral, 其中.
    func nameNothing(_ printed: String) -> Bool {
        let key = LabelKey(printed)
        return !key.hasWords || key.withoutAmong.isEmpty || isUnit(printed) || isHeading(printed)
            || isValueHeader(printed)
    }

    /// Whether a text is a unit of the sheet and nothing else.
    func isUnit(_ printed: String) -> Bool {
        printed.utf8.count <= Self.longestUnit
            && Self.units.contains(Traditional.simplified(printed))
    }

    private static let longestUnit = units.map(\.utf8.count).max() ?? 0

    /// Whether a text heads the column of figures; 2015年度 does as well as 年度.
    func isValueHeader(_ printed: String) -> Bool {
        let undated = String(printed.drop { $0.isASCII && $0.isNumber })
        return catalog.statisticColumns.item(for: LabelKey(undated)) != nil
    }

    /// Whether a text heads a column of numbers that are no figures of the year: the rows' codes, or those of more years.
    func isOtherHeader(_ printed: String) -> Bool {
        let heading = catalog.headings[.statistics]?.item(for: LabelKey(printed))
        return heading == "row_code" || heading == "other_figures"
    }

    /// Whether a text is a heading of the sheet that names no figure.
    func isHeading(_ printed: String) -> Bool {
        catalog.headings[.statistics]?.item(for: LabelKey(printed)) != nil
    }

    /// Whether a text heads the column of running numbers.
    func isSerialHeader(_ printed: String) -> Bool {
        catalog.headings[.statistics]?.item(for: LabelKey(printed)) == "serial"
    }

    /// Whether a text heads the column of labels.
    func isIndicatorHeader(_ printed: String) -> Bool {
        catalog.headings[.statistics]?.item(for: LabelKey(printed)) == "indicator"
    }

    /// Whether a text heads the column of units.
    func isUnitHeader(_ printed: String) -> Bool {
        catalog.headings[.statistics]?.item(for: LabelKey(printed)) == "unit"
    }

    /// A figure with the unit beside it, where the unit is another than the form's.
    func printed(_ figure: String, unit: String?, for cell: StatisticCell) -> String {
        let isOther = cell.unit == .tenThousandYuan && unit == "元" && FigureGrammar.isFigure(figure)
        return isOther && figure.last?.isNumber == true ? figure + "元" : figure
    }
}
