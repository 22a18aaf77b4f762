import ReportModel

/// A line that is the title of a yearly report, taken apart.
///
/// 广东省政务服务和数据管理局2024年政府信息公开工作年度报告; also year first, 年度 doubled, 政务公开
/// for 政府信息公开, without 工作 or 年度, or with only the year when the body stands on the line above.
struct ReportTitle {
    /// The title as printed.
    let printed: String
    /// The year that it names, if any.
    let year: Int?
    /// The body that it names; empty if none.
    let agency: String
    /// Whether it is about less than a year.
    let isPartOfYear: Bool
    /// Where it stands.
    let origin: Origin

    /// Takes a line apart; `nil` if it is no title.
    init?(_ line: PlainLine) {
        // Few lines of a page speak of reports at all.
        guard line.marks.isSuperset(of: .title),
            Self.subjects.contains(where: { line.text.holds($0) })
        else { return nil }
        let title = Self.withItsEndingInOrder(line.text)
        guard Self.endings.contains(where: { title.holds($0) }) else { return nil }
        // 名称：示例市财政局2024年…, as metadata blocks print it.
        let whole = title.unicodeScalars
        let colon = whole.lastIndex { $0 == ":" || $0 == "：" }
        let text = colon.map { title[whole.index(after: $0)...] } ?? title[...]
        guard let subject = Self.subjects.first(where: { text.holds($0) }),
            let end = Self.endings.compactMap({ String(text).lastRange(of: $0) })
                .map({ String(text)[..<$0.upperBound].unicodeScalars.count }).max(),
            end <= 80
        else { return nil }
        let scalars = text.unicodeScalars
        let split = scalars.index(scalars.startIndex, offsetBy: end)
        let words = String(scalars[..<split]).withoutPrefixes([
            "关于", "《", "现将", "现公布", "现发布", "特发布", "公布", "发布", "报送", "上报", "呈报", "印发",
        ])
        guard !words.unicodeScalars.contains(where: { "。，,；;>|！？、《".unicodeScalars.contains($0) }),
            !words.holds("通知"), words.holds(subject)
        else { return nil }
        printed = line.printed
        origin = line.origin
        isPartOfYear = ["上半年", "下半年", "半年", "季度"].contains { words.holds($0) }
        let years = DateGrammar.yearsWithoutMonth(in: words)
        let dated =
            years.first ?? DateGrammar.year(in: words) ?? DateGrammar.bareYear(in: words)
        // 政府信息公开工作年度报告（2024年度）, 政府信息公开工作年度报告2024
        let rest = String(scalars[split...])
        let said = dated?.year ?? Self.year(behind: rest)
        // 2023—2024年 names two years, and so neither.
        let isOfSeveral =
            Set(years.map(\.year)).count > 1 || dated.map(Self.isOfSeveralYears) ?? false
        year = isOfSeveral ? nil : said
        let front = Self.agency(
            in: DateGrammar.withoutDay(dated?.front ?? words),
            before: subject
        )
        let behind = dated.map {
            Self.agency(in: $0.behind.withoutPrefixes(["度"]), before: subject)
        }
        let named = front.isEmpty ? behind ?? "" : front
        // …2024年…报告（示例市教育局）; 示例市 alone in front of it is only where that is.
        let last = rest.isEmpty ? nil : Self.body(behind: rest, isField: line.block == nil)
        agency = last.map { AgencyName.looksLikeBody(named) ? named : $0 } ?? named
    }

    /// A line whose last characters are those of a title's ending, with some of them in each other's places, as it
    /// should be: …政府信息公开工作告年度报.
    private static func withItsEndingInOrder(_ line: String) -> String {
        for ending in ["工作年度报告", "年度报告"] {
            let front = line.dropLast(ending.count)
            guard front.hasSuffix("信息公开"), line.suffix(ending.count).sorted() == ending.sorted()
            else { continue }
            return front + ending
        }
        return line
    }

    /// The year that stands behind a title, in brackets or not.
    private static func year(behind title: String) -> Int? {
        let rest = String(title.prefix(12))
        let dated = DateGrammar.year(in: rest) ?? DateGrammar.bareYear(in: rest)
        return dated.flatMap { $0.front.allSatisfy(\.isASCII) ? $0.year : nil }
    }

    /// The body that a title names last, in brackets or behind a dash; in a title field a dash sets off the site's name.
    private static func body(behind title: String, isField: Bool) -> String? {
        if let name = title.inBrackets { return AgencyName.looksLikeBody(name) ? name : nil }
        let name = String(title.drop { spans.contains($0) })
        return !isField && name != title && AgencyName.looksLikeBody(name) ? name : nil
    }

    /// Whether a dash or 至 joins the year to a number in front of it or behind.
    private static func isOfSeveralYears(_ dated: DateGrammar.DatedText) -> Bool {
        func joins(_ text: some Sequence<Character>) -> Bool {
            let ends = Array(text.prefix(2))
            return ends.count == 2 && spans.contains(ends[0])
                && (ends[1].isNumber || ends[1] == "年")
        }
        return joins(dated.front.reversed()) || joins(dated.behind.withoutPrefixes(["度"]))
    }

    private static let spans: Set<Character> = ["-", "–", "—", "~", "至", "到", "、", "和"]
    private static let subjects = ["政府信息公开", "政务信息公开", "信息公开", "政务公开"]
    /// The words that a title ends with.
    static let endings = ["报告", "年报"]

    private static let marks: Set<Character> = [
        "【", "】", "“", "”", "「", "」", "『", "』", "《", "》", "‘", "’", "\"", "'", "–", "—", "#", "*",
        "=", "-", ">", "•", "·", "●", "○", "■", "□", "◆", "◇", "★", "☆", "▲", "※",
    ]

    /// What stands in front of the subject; 人民政府信息公开 shares its 政府 with the body's name.
    private static func agency(in text: String, before subject: String) -> String {
        let name = (text.place(of: subject).map { String(text[..<$0.lowerBound]) } ?? text)
            .withoutAttachment
        // A heading's or a list's mark may stand in front: # 示例市…, ● 示例市…, 1.示例市….
        let number = name.prefix { $0.isASCII && $0.isNumber }
        let isListed = number.count < 3 && ".、)".contains(name.dropFirst(number.count).first ?? " ")
        let listed = !number.isEmpty && isListed ? name.dropFirst(number.count + 1) : name[...]
        let words = listed.drop { marks.contains($0) }
        let unmarked = words.prefix(
            words.lastIndex { !marks.contains($0) }.map {
                words.distance(from: words.startIndex, to: $0) + 1
            } ?? 0
        )
        let bare = (String(unmarked).inBrackets ?? String(unmarked))
            .withoutSuffixes(["关于", "的", "年度", "本级", "发布", "公布", "印发", "("])
        return subject == "政府信息公开" && bare.hasSuffix("人民") ? bare + "政府" : bare
    }
}

extension String {
    /// The text without any of these at its beginning.
    func withoutPrefixes(_ prefixes: [String]) -> String {
        var text = self[...]
        while let prefix = prefixes.first(where: { text.utf8.starts(with: $0.utf8) }) {
            text = text[text.utf8.index(text.startIndex, offsetBy: prefix.utf8.count)...]
        }
        return String(text)
    }

    /// The text without any of these at its end.
    func withoutSuffixes(_ suffixes: [String]) -> String {
        var text = self[...]
        while let suffix = suffixes.first(where: {
            text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
        }) {
            text = text[..<text.utf8.index(text.endIndex, offsetBy: -suffix.utf8.count)]
        }
        return String(text)
    }

    /// What stands between the brackets of a text that is all in brackets.
    var inBrackets: String? {
        guard utf8.first == UInt8(ascii: "("), utf8.last == UInt8(ascii: ")") else { return nil }
        let inner = dropFirst().dropLast()
        return inner.contains { "()".contains($0) } ? nil : String(inner)
    }

    /// The text without 附件1 at its beginning.
    var withoutAttachment: String {
        guard utf8.starts(with: "附件".utf8) else { return self }
        return String(dropFirst(2).drop { $0.isNumber || ".、:".contains($0) })
    }

    /// Where a text occurs last.
    func lastRange(of text: String) -> Range<String.Index>? {
        places(of: text).last
    }
}
