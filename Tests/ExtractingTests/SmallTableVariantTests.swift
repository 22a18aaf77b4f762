import FormCatalog
import ReportModel
import Specimens
import Testing

/// Tables of sections two and four with other rows, columns and orders than the form's.
struct SmallTableVariantTests {
    private static let catalog = try! FormCatalog()

    /// What is otherwise in section two, and in section four.
    enum Variant: CaseIterable, Sendable {
        case lastYear, remark, columnsReversed, serial, captionsDropped, headsDropped, sum
        case unit, twoYears, yearInFront, totalsInFront, litigationInFront, transposed, stacked

        func changed(proactive table: [[FormCell]]) -> [[FormCell]] {
            func column(_ name: String, _ text: (Int) -> String) -> [[FormCell]] {
                table.enumerated().map { number, row in
                    row.count == 1
                        ? row : row + [row[0].saying(isHead(row) ? name : text(number))]
                }
            }
            switch self {
            case .unit: return [[table[0][0].saying("单位：件", columns: 4)]] + table
            case .lastYear: return column("上年数量") { String($0 * 13) }
            case .remark: return column("备注") { $0 % 3 == 0 ? "含\($0)件" : "" }
            case .serial:
                return column("序号") { String($0) }.map { row in
                    row.count == 1 ? row : [row[row.count - 1]] + row.dropLast()
                }
            case .columnsReversed:
                return table.map { $0.count > 2 ? [$0[0]] + $0.dropFirst().reversed() : $0 }
            case .captionsDropped: return table.filter { $0.count > 1 }
            case .headsDropped: return table.filter { !isHead($0) }
            case .sum:
                return table.flatMap { row -> [[FormCell]] in
                    guard row[0].text.hasPrefix("行政规范性") else { return [row] }
                    return [
                        row,
                        row.enumerated().map { place, other in
                            other.saying(place == 0 ? "合计" : String(place * 17))
                        },
                    ]
                }
            default: return table
            }
        }

        func changed(disputes table: [[FormCell]]) -> [[FormCell]] {
            let corner = table[0][0]
            let figures = table[3]
            let heads = table[2].prefix(5)
            let routes = ["行政复议", "未经复议直接起诉", "复议后起诉"]
            func totalsInFront(_ row: [FormCell]) -> [FormCell] {
                var moved: [FormCell] = []
                for start in stride(from: 0, to: row.count, by: 5) {
                    moved.append(row[start + 4])
                    moved += row[start..<(start + 4)]
                }
                return moved
            }
            func turned(_ row: [FormCell]) -> [FormCell] { Array(row[5...]) + Array(row[..<5]) }
            switch self {
            case .unit: return [[corner.saying("单位：件", columns: 15)]] + table
            case .twoYears:
                let others = figures.enumerated().map { $1.saying(String($0 * 3)) }
                return table + [others]
            case .yearInFront:
                let head = [corner.saying("年度", rows: 3)] + table[0]
                return [head, table[1], table[2], [corner.saying("本年")] + figures]
            case .totalsInFront:
                let outcomes = totalsInFront(Array(table[1][..<5])) + Array(table[1][5...])
                return [table[0], outcomes, totalsInFront(table[2]), totalsInFront(figures)]
            case .litigationInFront:
                return [Array(table[0].reversed()), turned(table[1]), table[2], turned(figures)]
            case .transposed:
                return [[corner.saying("")] + routes.map { corner.saying($0) }]
                    + heads.enumerated().map { number, head in
                        [head] + (0..<3).map { figures[$0 * 5 + number] }
                    }
            case .stacked:
                return routes.enumerated().flatMap { number, route in
                    [
                        [corner.saying(route, columns: 5)], Array(heads),
                        Array(figures[(number * 5)..<(number * 5 + 5)]),
                    ]
                }
            default: return table
            }
        }

        private func isHead(_ row: [FormCell]) -> Bool { row[0].text == "信息内容" }
    }

    @Test(arguments: ReportLayout.allCases, Variant.allCases)
    func `other rows, columns and orders make no other figures`(
        _ layout: ReportLayout,
        _ variant: Variant
    ) throws {
        let isTold = [
            .columnsReversed, .serial, .captionsDropped, .sum, .unit, .yearInFront, .totalsInFront,
            .litigationInFront, .transposed, .stacked,
        ].contains(variant)
        var dice = SplitMix64(seed: 41)
        let whole = PrintedReport.consistent(using: &dice)
        let older = PrintedReport.consistent(using: &dice, edition: .e2019)
        for printed in whole.losingFigures(using: &dice) + [older] {
            var tables = FormTables(printed, Self.catalog)
            tables.sections[1].rows = variant.changed(proactive: tables.sections[1].rows)
            tables.sections[3].rows = variant.changed(disputes: tables.sections[3].rows)
            let report = try tables.read(layout, of: printed, Self.catalog)
            #expect(printed.wrong(in: report) == 0)
            if [.totalsInFront, .litigationInFront].contains(variant), layout == .pdf {
                let unread = report.cells.inFormOrder.filter { code, cell in
                    code.section == .disputes
                        && cell.figure.value != printed.figure(code).value
                }
                #expect(unread.isEmpty)
            }
            if isTold,
                [.page, .pastedPage, .portalPage, .word, .wordXML, .workbook].contains(layout)
            {
                #expect(printed.unread(in: report) == [])
            }
        }
    }
}
