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
        func figures(_ cells: [ProactiveCell], span: Int = 1) -> [FormCell] {
            let label = FormCell(text: catalog.officialLabels(of: .proactive(cells[0])).row)
            return [label] + cells.map { FormCell(text: report[.proactive($0)], columns: span) }
        }
        func head(_ cells: [ProactiveCell], span: Int = 1) -> [FormCell] {
            [FormCell(text: "信息内容")]
                + cells.map {
                    FormCell(
                        text: catalog.officialLabels(of: .proactive($0)).column,
                        columns: span
                    )
                }
        }
        func caption(_ number: String) -> [FormCell] {
            [FormCell(text: "第二十条第（\(number)）项", columns: 4)]
        }
        let regulation: [ProactiveCell] = [
            .regulationMade, .regulationRepealed, .regulationInForce,
        ]
        let document: [ProactiveCell] = [
            .normativeDocumentMade, .normativeDocumentRepealed, .normativeDocumentInForce,
        ]
        return [
            caption("一"), head(regulation), figures(regulation), figures(document),
            caption("五"), head([.licensingDecisions], span: 3),
            figures([.licensingDecisions], span: 3),
            caption("六"), head([.penaltyDecisions], span: 3),
            figures([.penaltyDecisions], span: 3), figures([.coercionDecisions], span: 3),
            caption("八"), head([.administrativeFeeAmount], span: 3),
            figures([.administrativeFeeAmount], span: 3),
        ]
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
        for row in RequestRow.allCases {
            let label = catalog.officialLabels(of: .request(row, .total)).row
            var cells: [FormCell] = []
            if row == .granted { cells.append(FormCell(text: "三、本年度办理结果", rows: 22)) }
            if let group = row.disposition, let words = catalog.officialLabel(of: group) {
                let size = RequestRow.allCases.count { $0.disposition == group }
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
