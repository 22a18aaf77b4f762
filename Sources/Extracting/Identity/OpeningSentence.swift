import ReportModel

/// Who reports on which year, in the sentence that a report opens with: what is left where the title got lost on the
/// way from the page to the file.
///
/// 现公布某县统计局2015年政府信息公开工作年度报告; 编制2021年度某镇人民政府信息公开年度报告; 由某街道办事处编制.
struct OpeningSentence {
    /// The body, by its full name.
    let agency: Evidenced<String>?
    /// The year.
    let year: Evidenced<Int>?

    /// Looks through the lines at a document's head.
    init(_ lines: [PlainLine]) {
        var agency: Evidenced<String>?
        var year: Evidenced<Int>?
        for line in lines.prefix(Self.headLines) {
            for clause in Self.clauses(of: line.text) + Self.quoted(in: line.text) {
                if let title = Self.title(in: clause, of: line) {
                    let named = title.agency.isEmpty ? Self.writer(in: clause) : title.agency
                    if agency == nil, let named, Self.isFullName(named) {
                        agency = Self.evidenced(named, line)
                    }
                    if year == nil, let named = title.year { year = Self.evidenced(named, line) }
                }
                if agency == nil, let compiler = Self.compiler(in: clause) {
                    agency = Self.evidenced(compiler, line)
                }
            }
        }
        self.agency = agency
        self.year = year
    }

    /// So many lines of navigation may stand above the sentence.
    private static let headLines = 20
    private static let verbs = [
        "现公布", "现公开", "现发布", "现将", "现就", "公布", "公开", "发布", "特编制", "编制了", "编制", "汇总",
    ]
    /// What such words stand in front of is the office that wrote the report for its body.
    private static let offices = ["信息公开", "政务公开", "领导小组", "政府办"]

    private static func evidenced<Value>(_ value: Value, _ line: PlainLine) -> Evidenced<Value> {
        Evidenced(value, evidence: .opening, quote: line.printed, origin: line.origin)
    }

    /// The parts of a line between its marks, without the titles of other documents and what stands in brackets.
    private static func clauses(of text: String) -> [String] {
        var depth = 0
        var bare = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "《", "(", "〈", "<", "[": depth += 1
            case "》", ")", "〉", ">", "]": depth = max(0, depth - 1)
            default: if depth == 0 { bare.append(scalar) }
            }
        }
        return bare.split { "。，,；;：:".unicodeScalars.contains($0) }.map { String($0) }
    }

    /// The report's own title in the marks of titles, with the verb in front: 现发布《某镇2023年政府信息公开工作年度报告》. Behind
    /// other words it may be another report's.
    private static func quoted(in text: String) -> [String] {
        text.places(of: "《").compactMap { mark in
            let rest = text[mark.upperBound...]
            guard let end = rest.firstIndex(of: "》") else { return nil }
            let title = rest[..<end]
            let front = String(text[..<mark.lowerBound]).withoutSuffixes(["了", "形成", "本"])
            guard let verb = verbs.first(where: { front.hasSuffix($0) }),
                ReportTitle.endings.contains(where: { title.hasSuffix($0) })
            else { return nil }
            return verb + title
        }
    }

    /// The report's title within a sentence: behind a verb, without what is said of it.
    private static func title(in clause: String, of line: PlainLine) -> ReportTitle? {
        let ends = verbs.compactMap { clause.place(of: $0)?.upperBound }
        // 向社会公布2021年度…, 编制了县教育局2020年…: the first verb that a title stands behind.
        for end in ends.sorted() {
            let rest = String(clause[end...]).withoutPrefixes(["了"])
            let isCut = ["年度报告", "年报", "工作报告", "情况报告"].contains { rest.holds($0) }
            if isCut, let title = ReportTitle(PlainLine(rest, origin: line.origin)),
                title.year != nil
            {
                return title
            }
        }
        return nil
    }

    /// 某县水利局编制了2017年政府信息公开工作年度报告.
    private static func writer(in clause: String) -> String? {
        guard let end = clause.place(of: "编制")?.lowerBound, !clause.holds("由") else { return nil }
        let name = String(clause[..<end]).withoutSuffixes(["特", "现"])
        return AgencyName.looksLikeBody(name) && !offices.contains { name.holds($0) } ? name : nil
    }

    /// 由某街道办事处综合各项数据编制.
    private static func compiler(in clause: String) -> String? {
        guard let end = clause.place(of: "编制")?.lowerBound,
            let start = String(clause[..<end]).lastRange(of: "由")?.upperBound
        else { return nil }
        var name = String(clause[start..<end])
        for word in ["综合", "汇总", "根据", "按照", "依据", "组织", "负责"] {
            if let cut = name.place(of: word) { name = String(name[..<cut.lowerBound]) }
        }
        return AgencyName.looksLikeBody(name) && isFullName(name)
            && !offices.contains { name.holds($0) } ? name : nil
    }

    /// Whether a name says which of many bodies it is: 区统计局 and 我局 don't.
    private static func isFullName(_ name: String) -> Bool {
        let isTown = (name.hasSuffix("镇") || name.hasSuffix("乡")) && !name.hasSuffix("乡镇")
        return AgencyName.looksLikeBody(name) && name.unicodeScalars.count >= (isTown ? 3 : 4)
            && !["区", "县", "市", "省", "州", "旗", "镇", "乡", "我", "本", "全", "该", "各"].contains {
                name.hasPrefix($0)
            }
    }
}
