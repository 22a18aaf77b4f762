public import FormCatalog
import ReportModel

/// Lays a report out as a body would have published it.
public struct ReportRenderer: Sendable {
    private let catalog: FormCatalog

    public init(catalog: FormCatalog) {
        self.catalog = catalog
    }

    /// The report's text, without an encoding.
    ///
    /// - Parameter charset: what a page declares; `nil` for nothing.
    public func render(
        _ report: PrintedReport,
        _ layout: ReportLayout,
        charset: String? = "utf-8"
    ) -> String {
        let tables = FormTables(report, catalog)
        return layout.isPage
            ? page(report, tables, layout, charset: charset) : text(report, tables, layout)
    }

    // MARK: Pages

    private func page(
        _ report: PrintedReport,
        _ tables: FormTables,
        _ layout: ReportLayout,
        charset: String?
    ) -> String {
        let title = "\(report.agency)\(report.year)年政府信息公开工作年度报告"
        let sections = Self.sections(report).map { heading, prose, table -> String in
            let rows = table.map { html($0(tables), layout) } ?? ""
            return "<h2>\(heading)</h2>\n<p>　　\(prose)</p>\n\(rows)"
        }
        var body = """
            <h1>\(title)</h1>
            <p>发布日期：\(report.published)</p>
            \(sections.joined(separator: "\n"))
            <p>\(report.agency)</p>
            <p>\(report.year + 1)年1月19日</p>
            """
        if layout == .portalPage { body = Self.portal(body) }
        return """
            <!DOCTYPE html>
            <html><head>\(charset.map { "<meta charset=\"\($0)\">" } ?? "")
            <title>\(title)-示例门户</title>
            <script>if (a<b && c>d) { document.write("<table><tr><td>规章</td></tr></table>") }</script>
            </head><body>
            \(body)
            </body></html>
            """
    }

    private func html(_ rows: [[FormCell]], _ layout: ReportLayout) -> String {
        let lines = rows.map { row in
            row.map { cell(html: $0, layout) }.joined(separator: layout == .page ? "" : "\n")
        }
        switch layout {
        case .sloppyPage:
            return "<TABLE border=1><TBODY>" + lines.map { "<TR>\($0)" }.joined(separator: "\n")
                + "</TABLE>"
        default:
            return "<table>\n" + lines.map { "<tr>\($0)</tr>" }.joined(separator: "\n")
                + "\n</table>"
        }
    }

    private func cell(html cell: FormCell, _ layout: ReportLayout) -> String {
        let spans =
            (cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : "")
            + (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "")
        switch layout {
        case .pastedPage:
            let text = cell.text.isEmpty ? "&nbsp;" : cell.text
            return "<td style=\"width:63px\"\(spans)><p class=\"MsoNormal\"><span style='font-size:"
                + "14px'><font face=\"宋体\">\(text)</font></span><o:p></o:p></p></td>"
        case .sloppyPage:
            return "<TD\(spans.replacing("\"", with: ""))>\(cell.text)"
        default: return "<td\(spans)>\(cell.text)</td>"
        }
    }

    private static func portal(_ body: String) -> String {
        """
        <div id="nav"><ul><li>首页<li>政务公开<li>年度报告</ul></div>
        <!-- <table><tr><td>行政许可</td><td>99</td></tr></table> -->
        <div style="display: none"><table><tr><td>一、本年新收政府信息公开申请数量</td>
        <td>9</td><td>9</td><td>9</td><td>9</td><td>9</td><td>9</td><td>9</td></tr></table></div>
        <table width="100%"><tr><td>栏目<table><tr><td>指南</td><td>目录</td></tr></table></td>
        <td>\(body)</td></tr></table>
        <select><option>2022年</option><option>2023年</option></select>
        """
    }

    // MARK: Text

    private func text(
        _ report: PrintedReport,
        _ tables: FormTables,
        _ layout: ReportLayout
    ) -> String {
        var lines = [
            "\(report.agency)\(report.year)年政府信息公开工作年度报告", "",
            "发布时间：\(report.published) 来源：本网", "",
        ]
        for (heading, prose, table) in Self.sections(report) {
            lines += [heading, "", "　　" + prose, ""]
            if let table { lines += self.lines(of: table(tables), layout) + [""] }
        }
        lines += [report.agency, "\(report.year + 1)年1月19日", ""]
        return lines.joined(separator: "\n")
    }

    private func lines(of rows: [[FormCell]], _ layout: ReportLayout) -> [String] {
        switch layout {
        case .spacedLines: rows.flatMap { $0.flatMap { [$0.text, ""] } }
        case .denseLines: rows.flatMap { $0.map(\.text) }
        case .linesWithoutBlanks: rows.flatMap { $0.map(\.text).filter { !$0.isEmpty } }
        case .markdown: Self.piped(rows)
        case .tabs: rows.map { $0.map(\.text).joined(separator: "\t") }
        default: aligned(rows, isWrapped: layout == .alignedWrapped)
        }
    }

    /// Labels at the left, figures right-aligned in columns of ten.
    private func aligned(_ rows: [[FormCell]], isWrapped: Bool) -> [String] {
        let labelWidth = 90
        return rows.enumerated().flatMap { index, row -> [String] in
            if isWrapped, rows.count >= 26, index < 3 {
                return index == 2 ? Self.wrappedHeader(labelWidth) : []
            }
            let figures = row.count >= 8 ? 7 : row.count == 15 ? 15 : 0
            if row.count == 15 || figures == 0 {
                return [row.map(\.text).joined(separator: "    ")]
            }
            let labels = row.dropLast(figures).map(\.text)
            let values = row.suffix(figures).map { value in
                String(repeating: " ", count: 10 - DisplayWidth.of(value.text)) + value.text
            }
            let label = labels.last ?? ""
            let padding = String(repeating: " ", count: labelWidth - DisplayWidth.of(label))
            return labels.dropLast() + [label + padding + values.joined()]
        }
    }

    /// Every place of the table between pipes; a merged cell's text stands in its first place.
    private static func piped(_ rows: [[FormCell]]) -> [String] {
        let width = rows[0].reduce(0) { $0 + $1.columns }
        var places = rows.map { _ in [String?](repeating: nil, count: width) }
        for (index, row) in rows.enumerated() {
            for cell in row {
                let start = places[index].firstIndex(of: nil)!
                for line in index..<min(index + cell.rows, rows.count) {
                    for column in start..<min(start + cell.columns, width) {
                        places[line][column] = ""
                    }
                }
                places[index][start] = cell.text
            }
        }
        let lines = places.map { "| " + $0.map { $0 ?? "" }.joined(separator: " | ") + " |" }
        let rule = "|" + String(repeating: " --- |", count: width)
        return [lines[0], rule] + lines.dropFirst()
    }

    /// The matrix's header in columns of ten, each name on two lines.
    private static func wrappedHeader(_ labelWidth: Int) -> [String] {
        let upper = ["自然", "商业", "科研", "社会公", "法律服", "其", "总"]
        let lower = ["人", "企业", "机构", "益组织", "务机构", "他", "计"]
        return [upper, lower].map { names in
            String(repeating: " ", count: labelWidth)
                + names.map { name in
                    String(repeating: " ", count: 10 - DisplayWidth.of(name)) + name
                }.joined()
        }
    }

    private typealias Section = (String, String, ((FormTables) -> [[FormCell]])?)

    private static func sections(_ report: PrintedReport) -> [Section] {
        [
            ("一、总体情况", "统计期限为\(report.year)年1月1日至12月31日。本年办结若干件，均已答复。", nil),
            ("二、主动公开政府信息情况", "各项如下。", { $0.proactive }),
            ("三、收到和处理政府信息公开申请情况", "共 3 类渠道。", { $0.requests }),
            ("四、政府信息公开行政复议、行政诉讼情况", "情况如下。", { $0.disputes }),
            ("五、存在的主要问题及改进情况", "还有不足，将继续改进。", nil),
            ("六、其他需要报告的事项", "无。", nil),
        ]
    }
}
