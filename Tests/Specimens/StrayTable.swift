/// Tables that bodies print beside the form's, in some of its words.
public enum StrayTable: String, Sendable, CaseIterable {
    /// A row for each of three years under the names of outcomes.
    case outcomesByYear
    /// A column for each of three years beside the names of the matrix' rows.
    case yearsByRow
    /// Outcomes with their shares.
    case shares
    /// How requests came in, and how many were granted.
    case channels
    /// Names and figures, two cells a row.
    case namesAndFigures
    /// A row for each body of a region.
    case bodies
    /// How disputes ended.
    case disputes
    /// What was decided, under a header that lacks the form's 本年.
    case decisions

    /// Whether it has rows of the form under the form's own header, so that two tables say what the form says once.
    public var rivalsTheForm: Bool { self == .decisions }

    /// The table with random figures.
    public func rows(using dice: inout SplitMix64) -> [[FormCell]] {
        var rows = [header.map { FormCell(text: $0) }]
        for name in names {
            let figures = header.dropFirst().map { _ in
                FormCell(text: String(Int.random(in: 101...999, using: &dice)))
            }
            rows.append([FormCell(text: name)] + figures)
        }
        return rows
    }

    private var header: [String] {
        switch self {
        case .outcomesByYear:
            ["年度", "新收申请", "予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "总计"]
        case .yearsByRow: ["项目", "2007年", "2008年", "2009年"]
        case .shares: ["答复类型", "件数", "占比（%）"]
        case .channels: ["申请方式", "网上", "信函", "当面", "总计"]
        case .namesAndFigures: ["新收申请", "件数"]
        case .bodies: ["单位", "本年新收政府信息公开申请数量", "上年结转", "予以公开", "部分公开", "总计"]
        case .disputes: ["类别", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        case .decisions: ["行政许可事项", "处理决定数量"]
        }
    }

    private var names: [String] {
        switch self {
        case .outcomesByYear: ["2007", "2008", "2009"]
        case .yearsByRow:
            [
                "本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量", "予以公开", "部分公开", "不予公开",
                "结转下年度继续办理", "总计",
            ]
        case .shares: ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "总计"]
        case .channels: ["数量", "予以公开"]
        case .namesAndFigures: ["结转", "予以公开", "部分公开", "不予公开"]
        case .bodies: ["示例市", "甲区", "乙区"]
        case .disputes: ["行政复议", "行政诉讼"]
        case .decisions: ["行政许可", "行政处罚", "行政强制"]
        }
    }
}

extension FormTables {
    /// Puts a table of a body's own in front of a section, below words of its own.
    ///
    /// - Parameters:
    ///   - stray: the table.
    ///   - section: the section's number, from 0; as many as there are for the end.
    ///   - dice: the table's figures.
    public mutating func add(
        _ stray: StrayTable,
        inFrontOf section: Int,
        using dice: inout SplitMix64
    ) {
        sections.insert(
            FormSectionText(
                heading: "附：相关情况",
                prose: "对比如下。",
                rows: stray.rows(using: &dice)
            ),
            at: section
        )
    }
}
