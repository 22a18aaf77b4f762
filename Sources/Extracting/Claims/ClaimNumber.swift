import FormCatalog
import ReportModel

/// A number in running text, with its unit.
struct ClaimNumber {
    /// The number's digits and its unit, among the paragraph's characters.
    let range: Range<Int>
    /// The number, 万 multiplied.
    let value: ExactDecimal
    /// What it counts; `nil` where no unit is printed, unless the number can only be one of requests.
    let unit: Claim.Unit?
    /// Whether 余, 约, 以上 or 不超过 makes it less than exact.
    let isApproximate: Bool

    /// The numbers of a paragraph, dates and document numbers left out.
    static func all(in text: [Unicode.Scalar], _ words: ClaimWords) -> [ClaimNumber] {
        var numbers: [ClaimNumber] = []
        var index = 0
        while index < text.count {
            let start = index
            index += 1
            let number: ClaimNumber?
            if isDigit(text[start]), start == 0 || !isWord(text[start - 1]) {
                while index < text.count, isPart(text, at: index) { index += 1 }
                number = value(text[start..<index]).flatMap {
                    ClaimNumber(text, digits: start..<index, $0, words)
                }
            } else {
                number = SpelledCount(text, at: start).flatMap {
                    ClaimNumber(text, digits: $0.numeral, ExactDecimal(Int($0.value)), words)
                }
            }
            if let number {
                numbers.append(number)
                index = number.range.upperBound
            }
        }
        return numbers
    }

    private init?(
        _ text: [Unicode.Scalar],
        digits: Range<Int>,
        _ printed: ExactDecimal,
        _ words: ClaimWords
    ) {
        var end = digits.upperBound
        func next(_ offset: Int = 0) -> Unicode.Scalar? {
            end + offset < text.count ? text[end + offset] : nil
        }
        func takesMore() -> Bool {
            guard let scalar = next(), scalar == "余" || scalar == "多" || scalar == "+" else {
                return false
            }
            end += 1
            return true
        }
        var value = printed
        var approximate = words.ends(text[..<digits.lowerBound], with: .inexactBefore)
        if takesMore() { approximate = true }
        if next() == "万" || next() == "亿" {
            guard let larger = value.movingPointRight(by: next() == "万" ? 4 : 8) else { return nil }
            end += 1
            value = larger
            if takesMore() { approximate = true }
        }
        switch next() {
        case "%":
            end += 1
            unit = .percent
        case "个" where next(1) == "工" && next(2) == "作" && next(3) == "日":
            end += 4
            unit = .workingDays
        case "工" where next(1) == "作" && next(2) == "日":
            end += 3
            unit = .workingDays
        case "天":
            end += 1
            unit = .days
        case "元":
            end += 1
            unit = .yuan
        case "件", "起", "宗", "封", "条", "份", "例", "次", "项":
            end += 1
            unit = .pieces
        case "分" where next(1) != "别": return nil
        case "年", "月", "日", "号", "期", "时", "家", "人", "名", "个", "篇", "部": return nil
        default:
            // 收到政府信息公开申请87分别为: the measure word was lost.
            let isOfRequests =
                value.scale == 0 && words.ends(text[..<digits.lowerBound], with: .bare)
                && (next().map(Self.endsCount) ?? true)
            unit = isOfRequests ? .pieces : nil
        }
        range = digits.lowerBound..<end
        self.value = value
        isApproximate = approximate || words.begins(text[end...], with: .inexactAfter)
    }

    /// The number that digits, points and the commas between thousands make.
    private static func value(_ digits: ArraySlice<Unicode.Scalar>) -> ExactDecimal? {
        var value: Int64 = 0
        var scale: Int?
        guard digits.count <= 18 else { return nil }
        for scalar in digits {
            switch scalar {
            case "0"..."9":
                value = value * 10 + Int64(scalar.value - 0x30)
                scale = scale.map { $0 + 1 }
            case "." where scale == nil: scale = 0
            case ",": continue
            default: return nil
            }
        }
        return ExactDecimal(digits: value, scale: scale ?? 0)
    }

    /// What may stand behind a number that has no measure word: punctuation, 分别 or 其中.
    private static func endsCount(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "。", ";", "(", ")", "分", "其": true
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// A letter or a bracket in front makes digits part of a name: 〔2019〕60号, A4.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || isDigit(scalar)
            || scalar == "." || scalar == "-" || scalar == "/"
            || scalar == "〔" || scalar == "["
    }

    /// Digits, a point between digits, a comma in front of three.
    private static func isPart(_ text: [Unicode.Scalar], at index: Int) -> Bool {
        if isDigit(text[index]) { return true }
        guard index + 1 < text.count, isDigit(text[index + 1]) else { return false }
        if text[index] == "." { return true }
        guard text[index] == "," else { return false }
        let group = text[(index + 1)...].prefix(4)
        return group.prefix(3).count == 3 && group.prefix(3).allSatisfy(isDigit)
            && !(group.count == 4 && isDigit(group[group.startIndex + 3]))
    }
}
