import FormCatalog
import ReportModel

/// The ways in which bodies lay their reports out.
public enum ReportLayout: String, Sendable, CaseIterable {
    /// A web page with the form's merged cells.
    case page
    /// The same pasted out of a word processor: paragraphs, spans, `&nbsp;` for blanks.
    case pastedPage
    /// The same within a portal's layout table, with navigation, scripts, comments and hidden decoys.
    case portalPage
    /// Cell tags left open, upper case, attributes without quotes.
    case sloppyPage
    /// Plain text, one cell a line, an empty line behind each.
    case spacedLines
    /// Plain text, one cell a line; a blank cell is an empty line.
    case denseLines
    /// Plain text, one cell a line; blank cells leave nothing behind.
    case linesWithoutBlanks
    /// Plain text as a browser copies a table: TABs between cells.
    case tabs
    /// Plain text in columns aligned by spaces.
    case aligned
    /// The same with a header whose words wrap within their columns.
    case alignedWrapped
    /// Markdown's pipe tables, which can't merge cells.
    case markdown

    /// Whether a blank cell can be told from no cell in this layout.
    public var keepsBlanks: Bool {
        switch self {
        case .linesWithoutBlanks, .aligned, .alignedWrapped: false
        default: true
        }
    }

    /// Whether the layout is a web page.
    public var isPage: Bool {
        switch self {
        case .page, .pastedPage, .portalPage, .sloppyPage: true
        default: false
        }
    }

    /// The ending of a file in this layout.
    public var fileName: String { isPage ? "report.html" : "report.txt" }
}

/// A form table's cell before it is laid out.
struct FormCell {
    var text: String
    var rows = 1
    var columns = 1
}

/// The three tables of the form, row by row.
struct FormTables {
    let proactive: [[FormCell]]
    let requests: [[FormCell]]
    let disputes: [[FormCell]]

    init(_ report: PrintedReport, _ catalog: FormCatalog) {
        proactive = Self.proactive(report, catalog)
        requests = Self.requests(report, catalog)
        disputes = Self.disputes(report)
    }

    private static func proactive(
        _ report: PrintedReport,
        _ catalog: FormCatalog
    ) -> [[FormCell]] {
        func figures(_ cells: [CellCode], span: Int) -> [FormCell] {
            let label = FormCell(text: catalog.officialLabels(of: cells[0]).row)
            return [label] + cells.map { FormCell(text: report[$0], columns: span) }
        }
        func head(_ cells: [CellCode], span: Int) -> [FormCell] {
            [FormCell(text: "信息内容")]
                + cells.map {
                    FormCell(text: catalog.officialLabels(of: $0).column, columns: span)
                }
        }
        /// A block of rows that share their columns, below the caption of an article's item.
        func block(_ item: String, _ rows: [String], _ columns: [String]) -> [[FormCell]] {
            let section = report.edition == .e2019 ? "s2o" : "s2"
            let cells = rows.map { row in
                columns.map { column in
                    report.edition.codes.first { $0.name == "\(section).\(row).\(column)" }!
                }
            }
            let span = columns.count == 1 ? 3 : 1
            return [[FormCell(text: "第二十条第（\(item)）项", columns: 4)], head(cells[0], span: span)]
                + cells.map { figures($0, span: span) }
        }
        switch report.edition {
        case .e2019:
            let items = ["prev_items", "delta_items", "decisions"]
            return block(
                "一",
                ["regulation", "normative_doc"],
                ["new_made", "new_disclosed", "total_disclosed"]
            )
                + block("五", ["licensing", "other_service"], items)
                + block("六", ["penalty", "coercion"], items)
                + block("八", ["admin_fee"], ["prev_items", "delta_items"])
                + block("九", ["procurement"], ["projects", "amount"])
        case .e2021:
            return block("一", ["regulation", "normative_doc"], ["made", "repealed", "in_force"])
                + block("五", ["licensing"], ["decisions"])
                + block("六", ["penalty", "coercion"], ["decisions"])
                + block("八", ["admin_fee"], ["amount_wan"])
        }
    }

    private static func requests(_ report: PrintedReport, _ catalog: FormCatalog) -> [[FormCell]] {
        let corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
        func column(_ applicant: Applicant, rows: Int = 1) -> FormCell {
            FormCell(
                text: catalog.officialLabels(of: .request(.granted, applicant)).column,
                rows: rows
            )
        }
        var table: [[FormCell]] = [
            [FormCell(text: corner, rows: 3, columns: 3), FormCell(text: "申请人情况", columns: 7)],
            [
                column(.naturalPerson, rows: 2), FormCell(text: "法人或其他组织", columns: 5),
                column(.total, rows: 2),
            ],
            Applicant.parts.dropFirst().map { column($0) },
        ]
        var last: Disposition?
        for row in report.edition.requestRows {
            let label = catalog.officialLabels(of: .request(row, .total)).row
            var cells: [FormCell] = []
            if row == .granted {
                cells.append(FormCell(text: "三、本年度办理结果", rows: report.edition == .e2019 ? 20 : 22))
            }
            if row != .otherTotal, let group = row.disposition,
                let words = catalog.officialLabel(of: group)
            {
                let size = report.edition.requestRows.count { $0.disposition == group }
                if group != last { cells.append(FormCell(text: words, rows: size)) }
                last = group
                cells.append(FormCell(text: label))
            } else {
                let isWithin = row.disposition != nil || row == .outcomeTotal
                cells.append(FormCell(text: label, columns: isWithin ? 2 : 3))
            }
            table.append(
                cells + Applicant.allCases.map { FormCell(text: report[.request(row, $0)]) }
            )
        }
        return table
    }

    private static func disputes(_ report: PrintedReport) -> [[FormCell]] {
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        return [
            [FormCell(text: "行政复议", columns: 5), FormCell(text: "行政诉讼", columns: 10)],
            heads.map { FormCell(text: $0, rows: 2) } + [
                FormCell(text: "未经复议直接起诉", columns: 5), FormCell(text: "复议后起诉", columns: 5),
            ],
            (heads + heads).map { FormCell(text: $0) },
            DisputeRoute.allCases.flatMap { route in
                DisputeOutcome.allCases.map { FormCell(text: report[.dispute(route, $0)]) }
            },
        ]
    }
}
