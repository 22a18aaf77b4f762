import FormCatalog
import ReportModel

/// Tells documents that look like a body's yearly report and are none.
struct OtherDocument {
    /// The title, as printed; empty if there is none.
    let title: String
    /// Whether the title says that it is about less than a year.
    let isPartOfYear: Bool
    let lines: [PlainLine]

    private static let schools = ["大学", "学院", "高等专科学校", "职业技术学校"]
    private static let institutions = [
        "公司", "集团", "医院", "中学", "小学", "幼儿园", "学校", "卫生院", "银行", "自来水厂",
    ]
    private static let articles = [
        "解读", "图解", "一图读懂", "部署会", "推进会", "培训会", "召开", "工作会议", "编制完成", "开展",
    ]
    private static let otherReports = ["法治政府建设", "政府网站工作年度", "政府网站年度工作报表", "决算"]

    /// What sites of bets and games call themselves. They copy reports and put their name wherever a place's stood.
    private static let sites = [
        "365bet", "bet365", "uedbet", "188bet", "bet体育", "bet官网", "博彩", "葡京", "娱乐城", "棋牌", "威尼斯人",
        "官网入口", "手机官网", "体育官网", "体育_", "开云体育", "亚博体育",
        "必威体育", "万博体育", "乐鱼体育", "米兰体育", "华体会",
    ]

    /// Why it is none although it may have tables like the form's; `nil` if nothing speaks against it.
    func refusal(agency: String?) -> Rejection? {
        for name in [agency ?? "", title] {
            let words = name.lowercased()
            if Self.sites.contains(where: { words.holds($0) }) {
                return Rejection(.nameReplaced, [name])
            }
        }
        if isPartOfYear { return Rejection(.partOfYear, [title]) }
        let plain = PlainLine(title, origin: Origin()).text
        let isGovernment = plain.holds("政府信息公开") || plain.holds("政务公开")
        if plain.holds("学年") || (!isGovernment && ends(agency, with: Self.schools)) {
            return Rejection(.universityReport, [title])
        }
        if !isGovernment, ends(agency, with: Self.institutions) {
            return Rejection(.enterpriseReport, [title])
        }
        return nil
    }

    /// Why a document without the form's tables is none.
    func refusalWithoutForm(_ catalog: FormCatalog) -> Rejection {
        let head = lines.prefix(60).map(\.text)
        if let other = head.first(where: { line in
            line.unicodeScalars.count < 60 && Self.otherReports.contains { line.holds($0) }
        }), title.isEmpty {
            return Rejection(.otherSubject, [other])
        }
        let headline =
            title.isEmpty
            ? head.first { $0.holds("年度报告") && $0.unicodeScalars.count < 80 } ?? "" : title
        if Self.articles.contains(where: { headline.holds($0) }) {
            return Rejection(.aboutReports, [headline])
        }
        let headings = lines.count { line in
            line.text.unicodeScalars.count < 40
                && ["主动公开政府信息情况", "收到和处理政府信息公开申请情况", "行政复议、行政诉讼情况"]
                    .contains { line.text.holds($0) }
        }
        return Rejection(headings >= 2 ? .tablesMissing : .noFormTable)
    }

    private func ends(_ agency: String?, with endings: [String]) -> Bool {
        endings.contains { agency?.hasSuffix($0) ?? false }
    }
}
