import FormCatalog
import ReportModel
import Specimens
import Testing

/// Sheets of 2014 with other columns than the form's, as bodies made them.
struct SheetVariantTests {
    private static let catalog = try! FormCatalog()

    enum Variant: CaseIterable, Sendable {
        case serial, noUnit, unitBehind, unitInLabel, unitInCell, groupColumn, serialBehind, remark

        func changed(_ rows: [[FormCell]]) -> [[FormCell]] {
            var group = ""
            return rows.enumerated().map { number, row in
                guard row.count == 3 else { return row }
                let isHead = number == 0
                var (label, unit, figure) = (row[0], row[1], row[2])
                var extra = row[1]
                let hasUnit = !isHead && figure.code != nil
                if figure.code == nil, !isHead { group = label.text }
                switch self {
                case .serial:
                    extra.text = isHead ? "序号" : String(number)
                    return [extra, label, unit, figure]
                case .serialBehind:
                    extra.text = isHead ? "序号" : String(number)
                    return [label, extra, unit, figure]
                case .noUnit: return [label, figure]
                case .unitBehind: return [label, figure, unit]
                case .unitInLabel:
                    if hasUnit { label.text += "（单位：\(unit.text)）" }
                    return [label, figure]
                case .unitInCell:
                    if hasUnit, Int(figure.text) != nil || figure.text.contains(".") {
                        figure.text += unit.text
                    }
                    return [label, figure]
                case .groupColumn:
                    extra.text = isHead ? "类别" : group
                    return [extra, label, unit, figure]
                case .remark:
                    extra.text = isHead ? "备注" : number % 9 == 4 ? "含\(number)件转办" : ""
                    return [label, unit, figure, extra]
                }
            }
        }
    }

    @Test(arguments: ReportLayout.allCases, Variant.allCases)
    func `other columns make no other figures`(_ layout: ReportLayout, _ variant: Variant) throws {
        let whole = (1...3).map { seed in
            var dice = SplitMix64(seed: UInt64(seed))
            return PrintedReport.consistent(using: &dice, edition: .e2014)
        }
        var dice = SplitMix64(seed: 1)
        for printed in whole[0].losingFigures(using: &dice) + whole[1...] {
            var tables = FormTables(printed, Self.catalog)
            let section = try #require(tables.sections.firstIndex { $0.rows.count > 40 })
            tables.sections[section].rows = variant.changed(tables.sections[section].rows)
            let report = try tables.read(layout, of: printed, Self.catalog)
            #expect(printed.wrong(in: report) == 0)
            if layout.isPage || [.word, .wordXML, .workbook, .markdown, .commas].contains(layout) {
                #expect(printed.unread(in: report).isEmpty)
            }
        }
    }
}
