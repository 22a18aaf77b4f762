import DocumentModel
import FormCatalog
import ReportModel

/// A line of the document made fit for reading identity off it: no white space, narrow digits and
/// brackets, simplified characters, Chinese numerals of years as digits. The line as printed is kept.
struct PlainLine {
    let printed: String
    let text: String
    let origin: Origin
    /// The block of the document that the line is part of, by its place; `nil` for a title field.
    let block: Int?
    /// Which of the words that identity is read off may stand in the text.
    let marks: LineMarks

    init(_ printed: String, origin: Origin, block: Int? = nil) {
        self.printed = TextLine.trimmed(printed)
        self.origin = origin
        self.block = block
        // Most lines are links, and plain as they are.
        let marks = LineMarks(self.printed)
        guard marks.contains(.notPlain) else {
            text = self.printed
            self.marks = marks
            return
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(printed.utf8.count)
        var isTraditional = false
        let spoken = marks.contains(.pronunciation)
        let written = spoken ? Pronunciation.removed(from: printed) : printed
        for scalar in written.unicodeScalars where !TextLine.isSpace(scalar) {
            if (0xFF01...0xFF5E).contains(scalar.value) {
                plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
                continue
            }
            isTraditional = isTraditional || Traditional.simplified(scalar) != scalar
            plain.append(scalar)
        }
        let narrow = String(decoding: plain, as: UTF8.self)
        text = isTraditional ? Traditional.simplified(narrow) : narrow
        self.marks = LineMarks(text)
    }

    /// All lines of a document in reading order, those of tables that are no forms included.
    static func all(of document: SourceDocument, except forms: Set<Int>) -> [PlainLine] {
        var lines: [PlainLine] = []
        lines.reserveCapacity(document.blocks.count)
        for (index, block) in document.blocks.enumerated() {
            switch block {
            case .line(let line):
                if line.text.isEmpty { continue }
                lines.append(PlainLine(line.text, origin: line.origin, block: index))
            case .grid(let grid):
                let isForm = forms.contains(index)
                for row in grid.rows {
                    let written = grid.cells(writtenIn: row)
                    let count = written.count { !$0.text.isEmpty }
                    // On the form a title, a date or a signature has a row to itself.
                    if count == 0 || (isForm && count > 1) { continue }
                    let cells = written.filter { !$0.text.isEmpty }
                    let text = cells.map(\.text).joined(separator: " ")
                    let origin = cells.first?.origin ?? Origin()
                    lines.append(PlainLine(text, origin: origin, block: index))
                }
            }
        }
        return lines
    }
}

/// Reads years and days out of plain text.
enum DateGrammar {
    /// A year, and the text in front of and behind it.
    typealias DatedText = (year: Int, front: String, behind: String)

    /// The years of a text that no month follows: in 2025年1月15日 示例市…2024年… the report's.
    static func yearsWithoutMonth(in text: String) -> [DatedText] {
        var found: [DatedText] = []
        var front = ""
        var rest = text
        while let next = year(in: rest) {
            let own = (year: next.year, front: front + next.front, behind: next.behind)
            let digits = next.behind.unicodeScalars.prefix { ("0"..."9").contains($0) }
            let isDay =
                !digits.isEmpty
                && next.behind.unicodeScalars.dropFirst(digits.count).first == "月"
            if !isDay { found.append(own) }
            front = String(text.dropLast(next.behind.count))
            rest = next.behind
        }
        return found
    }

    /// A text without a day, or a month of a year, at its beginning.
    static func withoutDay(_ text: String) -> String {
        guard let dated = year(in: text), dated.front.isEmpty else { return text }
        let rest = dated.behind.drop { $0.isASCII && $0.isNumber }
        guard rest.count < dated.behind.count, rest.first == "月" else { return text }
        let day = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
        return String(day.first == "日" ? day.dropFirst() : rest.dropFirst())
    }

    /// The one number of a text, if it is a year without 年: 2024政府信息公开年度报告.
    static func bareYear(in text: String) -> DatedText? {
        let scalars = Array(text.unicodeScalars)
        let digits = scalars.indices.filter { ("0"..."9").contains(scalars[$0]) }
        guard let first = digits.first, digits == Array(first..<(first + 4)),
            let year = Int(String(scalars: scalars[first..<(first + 4)])),
            (2008...2040).contains(year)
        else { return nil }
        return (year, String(scalars: scalars[..<first]), String(scalars: scalars[(first + 4)...]))
    }

    /// A line that is a year and nothing else: （2024年度）.
    static func loneYear(_ text: String) -> Int? {
        guard let dated = year(in: text), ["", "(", "【", "["].contains(dated.front),
            ["", "度", ")", "度)", "】", "度】", "]", "度]"].contains(dated.behind)
        else { return nil }
        return dated.year
    }

    /// The first year of four digits, or of four Chinese ones, that 年 follows.
    ///
    /// - Returns: the year, and the text in front of and behind `2024年`.
    static func year(in text: String) -> DatedText? {
        let scalars = Array(text.unicodeScalars)
        for end in scalars.indices where scalars[end] == "年" && end >= 4 {
            let digits = scalars[(end - 4)..<end].compactMap(digit)
            guard digits.count == 4 else { continue }
            if end >= 5, digit(scalars[end - 5]) != nil { continue }
            let year = digits.reduce(0) { $0 * 10 + $1 }
            guard (1990...2099).contains(year) else { continue }
            return (
                year, String(scalars: scalars[..<(end - 4)]), String(scalars: scalars[(end + 1)...])
            )
        }
        return nil
    }

    /// A day at the beginning of a text: `2025-01-22`, `2025/1/22`, `2025.1.22` or `2025年1月22日`.
    static func day(beginning text: String) -> CivilDate? {
        var numbers: [Int] = []
        var current: [Int] = []
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar), current.count < (numbers.isEmpty ? 4 : 2) {
                current.append(digit)
                continue
            }
            let separators = numbers.isEmpty ? "年-/." : "月-/."
            guard !current.isEmpty else { return nil }
            numbers.append(current.reduce(0) { $0 * 10 + $1 })
            current = []
            if numbers.count == 3 { break }
            guard separators.unicodeScalars.contains(scalar) else { return nil }
        }
        if !current.isEmpty { numbers.append(current.reduce(0) { $0 * 10 + $1 }) }
        guard numbers.count == 3 else { return nil }
        return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// Whether a text is a day and nothing else, as under a signature.
    static func isDay(_ text: String) -> Bool {
        guard day(beginning: text) != nil else { return false }
        return text.unicodeScalars.allSatisfy {
            digit($0) != nil || "年月日-/.".unicodeScalars.contains($0)
        }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "0"..."9": Int(scalar.value) - 0x30
        case "〇", "○", "零", "\u{25EF}", "Ｏ", "O": 0
        default: ChineseDigit.value(scalar)
        }
    }
}
