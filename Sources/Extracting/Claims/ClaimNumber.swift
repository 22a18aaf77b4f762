import ReportModel

/// A number in running text, with its unit.
struct ClaimNumber {
    /// The number's digits and its unit, among the paragraph's characters.
    let range: Range<Int>
    /// The number, 万 multiplied.
    let value: ExactDecimal
    /// What it counts; `nil` where no unit is printed.
    let unit: Claim.Unit?
    /// Whether 余, 多 or 约 makes it less than exact.
    let isApproximate: Bool

    private static let measures = "件起宗封条份例次项".unicodeScalars

    /// The numbers of a paragraph, dates and document numbers left out.
    static func all(in text: [Unicode.Scalar]) -> [ClaimNumber] {
        var numbers: [ClaimNumber] = []
        var index = 0
        while index < text.count {
            guard isDigit(text[index]), index == 0 || !isWord(text[index - 1]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, isPart(text, at: index) { index += 1 }
            if let number = ClaimNumber(text, digits: start..<index) {
                numbers.append(number)
                index = number.range.upperBound
            }
        }
        return numbers
    }

    private init?(_ text: [Unicode.Scalar], digits: Range<Int>) {
        var end = digits.upperBound
        func next() -> Unicode.Scalar? { end < text.count ? text[end] : nil }
        func takes(_ words: String) -> Bool {
            let scalars = Array(words.unicodeScalars)
            guard text[end...].starts(with: scalars) else { return false }
            end += scalars.count
            return true
        }
        var digitText = String.UnicodeScalarView()
        digitText.append(contentsOf: text[digits].filter { $0 != "," })
        guard var value = ExactDecimal(String(digitText)) else { return nil }
        var approximate =
            digits.lowerBound > 0 && "约近".unicodeScalars.contains(text[digits.lowerBound - 1])
        if takes("余") || takes("多") || takes("+") { approximate = true }
        if takes("万") {
            guard let larger = value.movingPointRight(by: 4) else { return nil }
            value = larger
            if takes("余") || takes("多") || takes("+") { approximate = true }
        } else if takes("亿") {
            guard let larger = value.movingPointRight(by: 8) else { return nil }
            value = larger
        }
        if takes("%") {
            unit = .percent
        } else if takes("个工作日") || takes("工作日") {
            unit = .workingDays
        } else if takes("天") {
            unit = .days
        } else if takes("元") {
            unit = .yuan
        } else if let measure = next(), Self.measures.contains(measure) {
            end += 1
            unit = .pieces
        } else if let other = next(), "年月日号期时分家人名个篇部".unicodeScalars.contains(other) {
            return nil
        } else {
            unit = nil
        }
        range = digits.lowerBound..<end
        self.value = value
        isApproximate = approximate
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
