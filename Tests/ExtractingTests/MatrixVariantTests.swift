import FormCatalog
import ReportModel
import Specimens
import Testing

/// Tables with other rows and columns than the form's, as bodies and their word processors made them.
struct MatrixVariantTests {
    private static let catalog = try! FormCatalog()

    /// What stands in a table besides the form's own.
    enum Variant: CaseIterable, Sendable {
        case serialInFront, serialBetween, totalFirst, emptyColumnInFront, emptyColumnBehind
        case shareBehind, remarkBehind, lastYearBehind
        case groupsRepeated, subtotals, lastYearRow, unitRow

        /// Whether columns of figures stand under names of their own or none, so that tables with merged cells tell them.
        var isTold: Bool {
            ![.serialBetween, .emptyColumnInFront].contains(self)
        }

        func changed(_ table: [[FormCell]]) -> [[FormCell]] {
            switch self {
            case .emptyColumnInFront: return table.map { inFrontOfFigures($0, "") }
            case .emptyColumnBehind: return table.map { $0 + [$0[0].saying("")] }
            default: return table.count > 20 ? changed(matrix: table) : table
            }
        }

        private func changed(matrix: [[FormCell]]) -> [[FormCell]] {
            let corner = matrix[0][0]
            func column(_ name: String, _ text: (Int) -> String) -> [[FormCell]] {
                matrix.enumerated().map { number, row in
                    switch number {
                    case 0: row + [corner.saying(name, rows: 3)]
                    case 1, 2: row
                    default: row + [corner.saying(text(number))]
                    }
                }
            }
            switch self {
            case .emptyColumnInFront, .emptyColumnBehind: return matrix
            case .serialInFront:
                return column("序号") { String($0 - 2) }.enumerated().map { number, row in
                    1...2 ~= number ? row : [row[row.count - 1]] + row.dropLast()
                }
            case .serialBetween:
                return matrix.enumerated().map { number, row in
                    if number == 0 {
                        return [row[0], corner.saying("序号", rows: 3)] + row.dropFirst()
                    }
                    return inFrontOfFigures(row, String(number - 2))
                }
            case .totalFirst:
                return matrix.enumerated().map { number, row in
                    if number == 1 { return [row[2], row[0], row[1]] }
                    guard let first = row.firstIndex(where: { $0.code != nil }) else { return row }
                    return row[..<first] + [row[row.count - 1]] + row[first...].dropLast()
                }
            case .shareBehind: return column("占比") { "\($0).5%" }
            case .remarkBehind: return column("备注") { _ in "" }
            case .lastYearBehind: return column("上年总计") { String($0 * 7) }
            case .groupsRepeated:
                var open: [FormCell] = []
                return matrix.enumerated().map { number, row in
                    guard number > 2 else { return row }
                    let above = open.map { $0.saying($0.text) }
                    open = (open + row.filter { $0.rows > 1 })
                        .map { with($0, rows: $0.rows - 1) }.filter { $0.rows > 0 }
                    return above + row.map { with($0, rows: 1) }
                }
            case .subtotals:
                return matrix.enumerated().flatMap { number, row -> [[FormCell]] in
                    // The groups reach over one row more each.
                    let taller = row.map { cell in
                        let isGroup = ["（三）", "（四）"].contains { cell.text.hasPrefix($0) }
                        let more = cell.rows > 15 ? 2 : isGroup && cell.rows > 1 ? 1 : 0
                        return with(cell, rows: cell.rows + more)
                    }
                    guard
                        row.contains(where: { $0.text.hasPrefix("8.") || $0.text.hasPrefix("3.补正") }
                        )
                    else { return [taller] }
                    let figures = row.filter { $0.code != nil }.map {
                        $0.saying(String(number + 90))
                    }
                    return [taller, [corner.saying("小计")] + figures]
                }
            case .lastYearRow:
                let row = matrix[3].enumerated().map { place, other in
                    let text = place == 0 ? "上年新收政府信息公开申请数量" : String(place * 11)
                    return other.saying(text, columns: other.columns)
                }
                return Array(matrix[..<4]) + [row] + matrix[4...]
            case .unitRow: return [[corner.saying("单位：件", columns: 10)]] + matrix
            }
        }

        private func inFrontOfFigures(_ row: [FormCell], _ text: String) -> [FormCell] {
            guard let first = row.firstIndex(where: { $0.code != nil }) else { return row }
            return row[..<first] + [row[0].saying(text)] + row[first...]
        }

        private func with(_ cell: FormCell, rows: Int) -> FormCell {
            var cell = cell
            cell.rows = rows
            return cell
        }
    }

    @Test(arguments: [ReportLayout.spacedLines, .denseLines, .tabs, .aligned])
    func `a row that has lost a figure beside another column is not taken for a full one`(
        _ layout: ReportLayout
    ) throws {
        for variant in [Variant.serialBetween, .lastYearBehind] {
            var dice = SplitMix64(seed: 101)
            let printed = PrintedReport.consistent(using: &dice)
                .withBlanks(share: 0.04, using: &dice)
            var tables = FormTables(printed, Self.catalog)
            tables.sections[2].rows = variant.changed(tables.sections[2].rows)
            let report = try tables.read(layout, of: printed, Self.catalog)
            #expect(printed.wrong(in: report) == 0)
        }
    }

    /// The row that a group's cell then reaches down into has its figures one column along, under other headers.
    @Test(
        arguments: [ReportLayout.pdf, .crowdedPDF],
        [Variant.serialBetween, .lastYearBehind, .shareBehind, .remarkBehind]
    )
    func `a row that has moved along beside another column has no figures`(
        _ layout: ReportLayout,
        _ variant: Variant
    ) throws {
        for share in [0, 0.3] {
            var dice = SplitMix64(seed: 78)
            let printed = PrintedReport.consistent(using: &dice)
                .withBlanks(share: share, using: &dice)
            var tables = FormTables(printed, Self.catalog)
            let rows = variant.changed(tables.sections[2].rows)
            var swapped = rows
            swapped.swapAt(rows.count - 2, rows.count - 1)
            var shortened = rows
            shortened.remove(at: rows.count - 3)
            for changed in [swapped, shortened] {
                tables.sections[2].rows = changed
                let report = try tables.read(layout, of: printed, Self.catalog)
                #expect(printed.wrong(in: report) == 0)
            }
        }
    }

    /// A column without a head moves the figures of all rows under the next header; the last ones stand beyond all.
    @Test(arguments: [ReportLayout.pdf, .crowdedPDF])
    func `rows that have moved along together have no figures`(_ layout: ReportLayout) throws {
        for seed in UInt64(1)...3 {
            var dice = SplitMix64(seed: seed)
            let printed = PrintedReport.consistent(using: &dice)
                .withBlanks(share: 0.2, using: &dice)
            var tables = FormTables(printed, Self.catalog)
            tables.sections[2].rows = Variant.emptyColumnInFront.changed(tables.sections[2].rows)
            let report = try tables.read(layout, of: printed, Self.catalog)
            #expect(printed.wrong(in: report) == 0)
        }
    }

    @Test(arguments: ReportLayout.allCases, Variant.allCases)
    func `other columns and rows make no other figures`(
        _ layout: ReportLayout,
        _ variant: Variant
    ) throws {
        // That layout prints the form's own header over any columns.
        if layout == .alignedWrapped, variant == .totalFirst { return }
        var dice = SplitMix64(seed: 31)
        let whole = PrintedReport.consistent(using: &dice)
        let older = PrintedReport.consistent(using: &dice, edition: .e2019)
        for printed in whole.losingFigures(using: &dice) + [older] {
            var tables = FormTables(printed, Self.catalog)
            for section in tables.sections.indices {
                tables.sections[section].rows = variant.changed(tables.sections[section].rows)
            }
            let report = try tables.read(layout, of: printed, Self.catalog)
            // Where places tell the columns, a figure belongs to the header above it, whoever put it there: only one behind
            // the last header tells.
            let isTelling = !layout.isRuledByPlace || variant != .emptyColumnInFront
            if isTelling || !printed.texts.values.contains("") {
                #expect(printed.wrong(in: report) == 0)
            }
            if [.page, .pastedPage, .portalPage, .word, .wordXML].contains(layout), variant.isTold {
                #expect(printed.unread(in: report) == [])
            }
        }
    }
}
