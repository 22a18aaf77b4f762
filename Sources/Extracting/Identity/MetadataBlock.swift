import ReportModel

/// Reads the block that portals print above a document: 索引号、发布机构、发文日期, each with a label.
enum MetadataBlock {
    private static let indexLabels = ["索引号", "索引码", "信息索引"]
    private static let issuerLabels = ["发布机构", "发布单位", "公开主体", "发文机关", "责任部门", "信息来源", "来源"]
    /// Labels that may follow a value without a space once white space is gone.
    private static let otherLabels = [
        "索引号", "主题分类", "发布机构", "发文机关", "公开主体", "发文日期", "发布日期", "成文日期", "生成日期",
        "公开日期", "发布时间", "公开时间", "名称", "标题", "文号", "发文字号", "主题词", "关键词", "有效性", "公开方式",
        "公开时限", "公开范围", "信息来源", "浏览次数", "阅读次数", "访问量", "字体", "字号", "组配分类", "体裁分类", "分类",
        "责任部门", "服务对象", "时效性", "作者", "责任编辑", "时间", "日期",
    ]

    /// The number under which the portal keeps the document.
    static func indexNumber(in lines: [PlainLine]) -> Evidenced<String>? {
        value(behind: indexLabels, in: lines) { text in
            let number = text.prefix { $0.isASCII || "〔〕（）－".contains($0) }
            return number.contains { $0.isNumber } && number.count <= 60 ? String(number) : nil
        }
    }

    /// The body that put the document online, which need not be the one that reports.
    static func issuer(in lines: [PlainLine]) -> Evidenced<String>? {
        value(behind: issuerLabels, in: lines) { text in
            let name = String(text.prefix { !$0.isASCII && !"【（：".contains($0) })
            return AgencyName.looksLikeBody(name) ? name : nil
        }
    }

    /// The first value behind one of the labels that makes sense; labels in order of trust.
    private static func value(
        behind labels: [String],
        in lines: [PlainLine],
        _ reading: (String) -> String?
    ) -> Evidenced<String>? {
        let fields = lines.indices.filter { lines[$0].marks.contains(.field) }
        for label in labels {
            for index in fields {
                let line = lines[index]
                guard let range = line.text.place(of: label) else { continue }
                var rest = String(line.text[range.upperBound...].drop { ":：]】".contains($0) })
                // The label may stand on a line of its own, above its value.
                if rest.isEmpty, index + 1 < lines.count { rest = lines[index + 1].text }
                let cut = otherLabels.compactMap { rest.place(of: $0)?.lowerBound }.min()
                if let value = reading(String(rest[..<(cut ?? rest.endIndex)])) {
                    return Evidenced(
                        value,
                        evidence: .metadata,
                        quote: line.printed,
                        origin: line.origin
                    )
                }
            }
        }
        return nil
    }
}
