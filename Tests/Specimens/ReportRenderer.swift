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
        render(report, FormTables(report, catalog), layout, charset: charset)
    }

    /// The text of a report whose tables somebody may have damaged.
    public func render(
        _ report: PrintedReport,
        _ tables: FormTables,
        _ layout: ReportLayout,
        charset: String? = "utf-8"
    ) -> String {
        layout.isPage
            ? page(report, tables, layout, charset: charset) : text(report, tables, layout)
    }

    /// The file of a report, in an encoding if its layout is text.
    public func bytes(
        _ report: PrintedReport,
        _ layout: ReportLayout,
        _ encoding: TextEncodings = .utf8
    ) -> [UInt8] {
        bytes(report, FormTables(report, catalog), layout, encoding)
    }

    /// The file of a report whose tables somebody may have damaged.
    public func bytes(
        _ report: PrintedReport,
        _ tables: FormTables,
        _ layout: ReportLayout,
        _ encoding: TextEncodings = .utf8
    ) -> [UInt8] {
        switch layout {
        case .pdf: PDFWriter.file(report, tables)
        case .crowdedPDF: PDFWriter.file(report, tables, .crowded)
        case .word: WordWriter.file(report, tables)
        case .wordXML: WordWriter.fileOf2003(report, tables)
        case .workbook: WorkbookWriter.file(report, tables)
        default:
            encoding.bytes(of: render(report, tables, layout, charset: encoding.charset))
        }
    }

    // MARK: Pages

    private func page(
        _ report: PrintedReport,
        _ tables: FormTables,
        _ layout: ReportLayout,
        charset: String?
    ) -> String {
        let title = "\(report.agency)\(report.year)年政府信息公开工作年度报告"
        let sections = tables.sections.map { section -> String in
            let rows = section.rows.isEmpty ? "" : html(section.rows, layout)
            return "<h2>\(section.heading)</h2>\n<p>　　\(section.prose)</p>\n\(rows)"
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
        <style>.bak { display:none } @media print { .main { display: none } }</style>
        <div class="old bak"><table><tr><td>二、上年结转政府信息公开申请数量</td>
        <td>8</td><td>8</td><td>8</td><td>8</td><td>8</td><td>8</td><td>8</td></tr></table></div>
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
        if layout == .commas || layout == .tabSeparated { lines = [lines[0], lines[2]] }
        for section in tables.sections {
            lines += [section.heading, "", "　　" + section.prose, ""]
            if !section.rows.isEmpty { lines += self.lines(of: section.rows, layout) + [""] }
        }
        lines += [report.agency, "\(report.year + 1)年1月19日", ""]
        return lines.joined(separator: "\n")
    }

    private func lines(of rows: [[FormCell]], _ layout: ReportLayout) -> [String] {
        switch layout {
        case .spacedLines: rows.flatMap { $0.flatMap { [$0.text, ""] } }
        case .denseLines: rows.flatMap { $0.map(\.text) }
        case .cutLines: rows.flatMap { $0.flatMap { Self.cut($0.text) } }
        case .linesWithoutBlanks: rows.flatMap { $0.map(\.text).filter { !$0.isEmpty } }
        case .markdown: Self.piped(rows)
        case .markdownWithoutRowSpans: Self.pipedRowByRow(rows)
        case .markdownWithPageTables:
            ["<html><body>" + html(rows, .page).replacing("\n", with: "") + "</body></html>"]
        case .drawn: Self.drawn(rows)
        case .boxed: TerminalTable(rows, isBoxed: true).lines
        case .terminal: TerminalTable(rows, isBoxed: false).lines
        case .barred: rows.map { $0.map { $0.text + " |" }.joined(separator: " ") }
        case .barredCut:
            rows.map { row in
                row.map { Self.cut($0.text).joined(separator: "\n") + " |" }.joined(separator: " ")
            }
        case .barredFilledUp: Self.filledUp(rows)
        case .barsBetweenLines:
            rows.flatMap { $0.flatMap { $0.text.isEmpty ? ["|"] : [$0.text, "|"] } }
        case .barredLines:
            rows.flatMap { row in
                row.map { $0.text.isEmpty ? "|" : $0.text + " |" } + Self.filling(row, of: rows)
            }
        case .barredOpenedLines:
            rows.flatMap { row in
                let cells = row.map { $0.text.isEmpty ? " | " : "\n\($0.text) | " }
                let line = "| " + cells.joined() + Self.filling(row, of: rows).joined()
                return line.split(separator: "\n").map(String.init)
            }
        case .commas: Self.places(of: rows).map { $0.joined(separator: ",") }
        case .tabSeparated: Self.places(of: rows).map { $0.joined(separator: "\t") }
        case .columns: Self.columns(rows)
        case .tabs: rows.map { $0.map(\.text).joined(separator: "\t") }
        default: aligned(rows, isWrapped: layout == .alignedWrapped)
        }
    }

    /// Labels at the left, figures right-aligned in columns of ten.
    private func aligned(_ rows: [[FormCell]], isWrapped: Bool) -> [String] {
        let labelWidth = 90
        return rows.enumerated().flatMap { index, row -> [String] in
            if isWrapped, rows.count >= 26, rows[0].count == 2, index < 3 {
                return index == 2 ? Self.wrappedHeader(labelWidth) : []
            }
            let figures = row.count >= 8 ? 7 : row.count == 15 ? 15 : 0
            if row.count == 15 || figures == 0 {
                return [row.map(\.text).joined(separator: "    ")]
            }
            let labels = row.dropLast(figures).map(\.text)
            let values = row.suffix(figures).map { value in
                String(repeating: " ", count: max(1, 10 - DisplayWidth.of(value.text))) + value.text
            }
            let label = labels.last ?? ""
            let padding = String(repeating: " ", count: max(1, labelWidth - DisplayWidth.of(label)))
            return labels.dropLast() + [label + padding + values.joined()]
        }
    }

    /// Every place of the table in a column of its own, parted by spaces, between two rulings.
    private static func columns(_ rows: [[FormCell]]) -> [String] {
        let places = places(of: rows)
        let widths = places.reduce(into: [Int]()) { widths, row in
            for (column, text) in row.enumerated() {
                if column == widths.count { widths.append(2) }
                widths[column] = max(widths[column], DisplayWidth.of(text))
            }
        }
        func line(_ texts: [String]) -> String {
            zip(texts, widths).map { text, width in
                text + String(repeating: " ", count: width - DisplayWidth.of(text))
            }.joined(separator: " ")
        }
        let rule = line(widths.map { String(repeating: "-", count: $0) })
        return [rule] + places.map(line) + [rule]
    }

    /// Two of three labels in two pieces, as their cells' line breaks cut them.
    private static func cut(_ text: String) -> [String] {
        let scalars = text.unicodeScalars
        let place = scalars.reduce(0) { $0 + Int($1.value) } % 3
        guard place > 0, scalars.count > 4, scalars.contains(where: \.properties.isIdeographic)
        else { return [text] }
        let index = scalars.index(scalars.startIndex, offsetBy: place + 1)
        // No line breaks within a number.
        if text[..<index].last?.isNumber ?? false, text[index...].first?.isNumber ?? false {
            return [text]
        }
        return [String(text[..<index]), String(text[index...])]
    }

    /// Every place of the table between pipes; a merged cell's text stands in its first place.
    private static func piped(_ rows: [[FormCell]]) -> [String] {
        let lines = places(of: rows).map { "| " + $0.joined(separator: " | ") + " |" }
        let width = lines[0].split(separator: "|").count - 1
        let rule = "|" + String(repeating: " --- |", count: width)
        return [lines[0], rule] + lines.dropFirst()
    }

    /// Each row's own cells between pipes, an empty one for each further column that a cell reaches over.
    private static func pipedRowByRow(_ rows: [[FormCell]]) -> [String] {
        let lines = rows.map { row in
            "| "
                + row.map { $0.text + String(repeating: " |", count: $0.columns) }.joined(
                    separator: " "
                )
        }
        let width = rows[0].map(\.columns).reduce(0, +)
        let rule = "|" + String(repeating: " --- |", count: width)
        return [lines[0], rule] + lines.dropFirst()
    }

    /// Every place of the table in a box of its own.
    private static func drawn(_ rows: [[FormCell]]) -> [String] {
        let places = places(of: rows)
        let widths = places[0].indices.map { column in
            places.map { DisplayWidth.of($0[column]) }.max() ?? 0
        }
        let rule = "+" + widths.map { String(repeating: "-", count: $0 + 2) + "+" }.joined()
        let lines = places.map { row in
            "|"
                + zip(row, widths).map { text, width in
                    let padding = String(repeating: " ", count: width - DisplayWidth.of(text))
                    return " \(text)\(padding) |"
                }.joined()
        }
        return [rule] + lines.flatMap { [$0, rule] }
    }

    private static func filledUp(_ rows: [[FormCell]]) -> [String] {
        rows.map { row in
            "| " + row.map { $0.text + " | " }.joined() + filling(row, of: rows).joined()
        }
    }

    /// The bars for what the row's merged cells take.
    private static func filling(_ row: [FormCell], of rows: [[FormCell]]) -> [String] {
        let missing = SpreadTable(rows).width - row.count
        return missing > 0 ? [String(repeating: "|", count: missing)] : []
    }

    /// The texts of all places of a table, merged cells spread.
    private static func places(of rows: [[FormCell]]) -> [[String]] {
        let spread = SpreadTable(rows)
        var places = [[String]](
            repeating: Array(repeating: "", count: spread.width),
            count: rows.count
        )
        for place in spread.places { places[place.row][place.column] = place.cell.text }
        return places
    }

    /// The matrix's header in columns of ten, each name on two lines.
    private static func wrappedHeader(_ labelWidth: Int) -> [String] {
        let upper = ["自然", "商业", "科研", "社会公", "法律服", "其", "总"]
        let lower = ["人", "企业", "机构", "益组织", "务机构", "他", "计"]
        return [upper, lower].map { names in
            String(repeating: " ", count: labelWidth)
                + names.map { name in
                    String(repeating: " ", count: max(1, 10 - DisplayWidth.of(name))) + name
                }.joined()
        }
    }
}
