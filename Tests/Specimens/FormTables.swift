public import FormCatalog
public import ReportModel

/// A form table's cell before it is laid out.
public struct FormCell: Sendable, Hashable {
    public var text: String
    public var rows = 1
    public var columns = 1
    /// The code of the figure that it holds.
    public var code: CellCode?
}

/// A section of the report: its heading, a sentence, and perhaps a table.
public struct FormSectionText: Sendable {
    public var heading: String
    public var prose: String
    public var rows: [[FormCell]]
}

/// The sections of a report with their tables, row by row.
public struct FormTables: Sendable {
    public var sections: [FormSectionText]

    public init(_ report: PrintedReport, _ catalog: FormCatalog) {
        sections =
            report.edition == .e2014
            ? Self.earlierSections(report, catalog) : Self.sections(report, catalog)
    }

    private static func sections(
        _ report: PrintedReport,
        _ catalog: FormCatalog
    ) -> [FormSectionText] {
        [
            FormSectionText(
                heading: "一、总体情况",
                prose: "统计期限为\(report.year)年1月1日至12月31日。本年办结若干件，均已答复。",
                rows: []
            ),
            FormSectionText(
                heading: "二、主动公开政府信息情况",
                prose: "各项如下。",
                rows: proactive(report, catalog)
            ),
            FormSectionText(
                heading: "三、收到和处理政府信息公开申请情况",
                prose: "共 3 类渠道。",
                rows: requests(report, catalog)
            ),
            FormSectionText(
                heading: "四、政府信息公开行政复议、行政诉讼情况",
                prose: "情况如下。",
                rows: disputes(report)
            ),
            FormSectionText(heading: "五、存在的主要问题及改进情况", prose: "还有不足，将继续改进。", rows: []),
            FormSectionText(heading: "六、其他需要报告的事项", prose: "无。", rows: []),
        ]
    }

    private static func earlierSections(
        _ report: PrintedReport,
        _ catalog: FormCatalog
    ) -> [FormSectionText] {
        [
            FormSectionText(
                heading: "一、概述",
                prose: "统计期限为\(report.year)年1月1日至12月31日。",
                rows: []
            ),
            FormSectionText(
                heading: "附表：政府信息公开情况统计表",
                prose: "统计如下。",
                rows: statistics(report, catalog)
            ),
        ]
    }

    private static func statistics(
        _ report: PrintedReport,
        _ catalog: FormCatalog
    ) -> [[FormCell]] {
        let headings: [StatisticCell: [String]] = [
            .proactiveTotal: ["一、主动公开情况"],
            .throughGazette: ["（二）通过不同渠道和方式公开政府信息的情况"],
            .responsesToPublicConcern: ["二、回应解读情况"],
            .pressConferences: ["（二）通过不同渠道和方式回应解读的情况"],
            .received: ["三、依申请公开情况"],
            .dedicatedUnits: ["八、机构建设和保障经费情况"],
            .meetings: ["九、政府信息公开会议和培训情况"],
        ]
        let head = [FormCell(text: "统计指标"), FormCell(text: "单位"), FormCell(text: "统计数")]
        return [head]
            + StatisticCell.allCases.flatMap { cell -> [[FormCell]] in
                let code = CellCode.statistic(cell)
                let above = (headings[cell] ?? []).map {
                    [FormCell(text: $0), FormCell(text: "——"), FormCell(text: "——")]
                }
                let unit = cell.unit == .tenThousandYuan ? "万元" : "件"
                return above + [
                    [
                        FormCell(text: catalog.official.labels(of: code).row),
                        FormCell(text: unit), FormCell(text: report[code], code: code),
                    ]
                ]
            }
    }

    private static func proactive(
        _ report: PrintedReport,
        _ catalog: FormCatalog
    ) -> [[FormCell]] {
        func figures(_ cells: [CellCode], span: Int) -> [FormCell] {
            let label = FormCell(text: catalog.official.labels(of: cells[0]).row)
            return [label] + cells.map { FormCell(text: report[$0], columns: span, code: $0) }
        }
        func head(_ cells: [CellCode], span: Int) -> [FormCell] {
            [FormCell(text: "信息内容")]
                + cells.map {
                    FormCell(text: catalog.official.labels(of: $0).column, columns: span)
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
        case .e2008, .e2014: return []
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
                text: catalog.official.labels(of: .request(.granted, applicant)).column,
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
            let label = catalog.official.labels(of: .request(row, .total)).row
            var cells: [FormCell] = []
            if row == .granted {
                cells.append(FormCell(text: "三、本年度办理结果", rows: report.edition == .e2019 ? 20 : 22))
            }
            if row != .otherTotal, let group = row.disposition,
                let words = catalog.official.label(of: group)
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
                cells
                    + Applicant.allCases.map {
                        FormCell(text: report[.request(row, $0)], code: .request(row, $0))
                    }
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
                DisputeOutcome.allCases.map {
                    FormCell(text: report[.dispute(route, $0)], code: .dispute(route, $0))
                }
            },
        ]
    }
}
