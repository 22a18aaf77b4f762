/// A count in Chinese numerals with its measure word: 收到申请三件, 予以公开十二件.
///
/// Numerals stand in many words that count nothing (高效办成一件事, 最多跑一次, 一起推进), so only what can be nothing else
/// is a count: a whole number up to 9,999 written as it must be, a measure word of requests, and an end or the words that
/// follow counts.
struct SpelledCount {
    /// The numeral, among the text's characters.
    let numeral: Range<Int>
    let value: Int64

    /// The count that begins with a character.
    ///
    /// - Returns: `nil` if there is none, or if it could be something else.
    init?(_ text: [Unicode.Scalar], at start: Int) {
        guard Self.isNumeral(text[start]),
            start == 0 || Self.mayFollow(text[start - 1], text[start])
        else { return nil }
        let length = text[start...].prefix(Self.longest + 1).prefix(while: Self.isNumeral).count
        let end = start + length
        guard length <= Self.longest, let value = Self.value(text[start..<end]) else { return nil }
        let isRounded = end < text.count && (text[end] == "余" || text[end] == "多")
        let measure = isRounded ? end + 1 : end
        guard measure < text.count, Self.measures.contains(text[measure]) else { return nil }
        if value == 1, text[measure] == "起" {
            // 一起 is "together", but for what can be brought one by one.
            guard start > 0, "议讼请".unicodeScalars.contains(text[start - 1]) else { return nil }
        }
        let rest = text[(measure + 1)...]
        guard
            rest.isEmpty || Self.followers.contains(where: { rest.starts(with: $0.unicodeScalars) })
        else { return nil }
        numeral = start..<end
        self.value = value
    }

    /// 九千九百九十九.
    private static let longest = 7

    private static let measures: Set<Unicode.Scalar> = ["件", "宗", "起", "份", "条", "例"]

    /// What may stand behind a count.
    private static let followers = [
        ",", "。", ";", ":", "(", ")", "\u{3001}", "均", "已", "全部", "都", "其中", "分别", "申请", "依申请",
        "政府信息", "信息公开", "行政复议", "行政诉讼", "答复", "予以", "不予", "当面", "按时", "按期", "在法定", "在规定",
        "和", "及", "与上年", "与去年", "较", "比上年", "比去年", "同比", "占", "为",
    ]

    /// Whether a numeral may begin behind a character: not in 第三件, 每一件, 数十件, 3一件.
    private static func mayFollow(_ before: Unicode.Scalar, _ first: Unicode.Scalar) -> Bool {
        switch before {
        case "第", "每", "这", "那", "该", "某", "逐", "任", "同", "各", "另", "0"..."9", ".", "-", "/": false
        case "数", "几", "上": !["十", "百", "千"].contains(first)
        default: !isNumeral(before)
        }
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        digit(scalar) != nil || unit(scalar) != nil || scalar == "零" || scalar == "〇"
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int64? {
        scalar == "两" ? 2 : ChineseDigit.value(scalar).map(Int64.init)
    }

    private static func unit(_ scalar: Unicode.Scalar) -> Int64? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1000
        default: nil
        }
    }

    /// The number that a numeral is; `nil` where it isn't written as that number must be: 一两, 三五, 二百三.
    private static func value(_ numeral: ArraySlice<Unicode.Scalar>) -> Int64? {
        var value: Int64 = 0
        var digit: Int64?
        for scalar in numeral {
            if let unit = unit(scalar) {
                value += (digit ?? 1) * unit
                digit = nil
            } else {
                digit = self.digit(scalar)
            }
        }
        value += digit ?? 0
        let written = numeral.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "两": "二"
            case "〇": "零"
            default: scalar
            }
        }
        return value > 0 && written == spelled(value) ? value : nil
    }

    /// A number below ten thousand as it is written: 一千零五, 二百三十, 十二.
    private static func spelled(_ value: Int64) -> [Unicode.Scalar] {
        let digits: [Unicode.Scalar] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var words: [Unicode.Scalar] = []
        var rest = value
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, nil)]
            as [(Int64, Unicode.Scalar?)]
        {
            let count = rest / unit
            rest %= unit
            if count == 0 {
                if !words.isEmpty, rest > 0, words.last != "零" { words.append("零") }
                continue
            }
            // Ten and what follows it begin with their unit: 十二.
            if !(unit == 10 && count == 1 && words.isEmpty) { words.append(digits[Int(count)]) }
            if let name { words.append(name) }
        }
        return words
    }
}
