import ReportModel

/// A printed label without what varies from page to page.
///
/// Gone are white space, punctuation, quotation marks, remarks in brackets and the numbering in
/// front; full-width letters and digits are narrow, traditional characters simplified. What is left is compared for equality.
public struct LabelKey: Sendable, Hashable, CustomStringConvertible {
    /// What is left of the label.
    public let description: String
    /// Whether it has anything but digits, as all labels have.
    public let hasWords: Bool
    /// Of the label's bytes: a string's own hash looks at how its characters compose, which here nothing depends on.
    private let hash: UInt64

    /// What stands behind another label that this one begins with; `nil` if it doesn't or nothing does.
    public func behind(_ prefix: LabelKey) -> LabelKey? {
        let text = description.utf8
        let length = prefix.description.utf8.count
        guard text.count > length, text.starts(with: prefix.description.utf8) else { return nil }
        return LabelKey(String(description[text.index(text.startIndex, offsetBy: length)...]))
    }

    /// Labels are equal byte by byte: others that only compose their characters otherwise have other hashes.
    public static func == (left: LabelKey, right: LabelKey) -> Bool {
        left.hash == right.hash && left.description == right.description
    }

    /// Equal labels have equal hashes.
    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// The key of a label as printed.
    public init(_ printed: some StringProtocol) {
        self.init(String(printed))
    }

    /// The key of a label as printed, a string of its own.
    public init(_ printed: String) {
        // Most cells are figures: they are no labels, and not worth a closer look.
        if printed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            description = String(printed)
            hasWords = false
            hash = Self.hash(of: description.utf8)
            return
        }
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(printed.utf8.count / 3 + 4)
        var isTraditional = false
        for scalar in printed.unicodeScalars {
            guard let narrow = Self.isChinese(scalar) ? scalar : Self.narrowed(scalar) else {
                continue
            }
            let simple = Traditional.simplified(narrow)
            isTraditional = isTraditional || simple != narrow
            scalars.append(simple)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 3)
        var depth = 0
        for scalar in scalars[Self.numberingEnd(scalars)...] {
            switch scalar {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            default:
                if depth == 0, Self.isChinese(scalar) || !Self.isPunctuation(scalar) {
                    bytes.append(scalar)
                }
            }
        }
        hasWords = !bytes.isEmpty
        let text = String(decoding: bytes, as: UTF8.self)
        guard isTraditional else {
            description = text
            hash = Self.hash(of: bytes)
            return
        }
        description = Traditional.withMainlandWords(text)
        hash = Self.hash(of: description.utf8)
    }

    /// FNV-1a.
    private static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// Whether nothing is left of the label.
    public var isEmpty: Bool { description.isEmpty }

    /// The key without 其中, which introduces a part of the row above.
    public var withoutAmong: LabelKey {
        description.utf8.starts(with: "其中".utf8)
            ? LabelKey(String(description.unicodeScalars.dropFirst(2))) : self
    }

    /// How many characters are left.
    public var count: Int { description.unicodeScalars.count }

    /// Whether a character is a Chinese one that stays as it is, as nearly all of a label's are.
    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        0x4E00...0x9FFF ~= scalar.value && scalar != "它"
    }

    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
            0x3000, 0xFEFF:
            nil
        case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089: nil  // a footnote's number
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x5B83: "他"  // 其它 is 其他 in many hands
        case 0x3010, 0x3014, 0xFE5D, 0x5B, 0xFF3B: "("
        case 0x3011, 0x3015, 0xFE5E, 0x5D, 0xFF3D: ")"
        default: scalar
        }
    }

    /// Where the label begins behind `1.`, `(三)` or `四、`: numbering goes only with its mark, for words
    /// begin with numerals too.
    private static func numberingEnd(_ scalars: [Unicode.Scalar]) -> Int {
        var start = 0
        while start < scalars.count {
            let isOpened = scalars[start] == "("
            let first = isOpened ? start + 1 : start
            var end = first
            while end < scalars.count, isNumeral(scalars[end]) { end += 1 }
            guard end > first, end - first <= 3, end < scalars.count || !isOpened else { break }
            let mark = end < scalars.count ? scalars[end] : nil
            let isDecimal = scalars[first..<end].allSatisfy { ("0"..."9").contains($0) }
            if isOpened ? mark == ")" : mark.map(isNumberingMark) ?? false {
                start = end + 1
            } else if !isOpened, isDecimal, mark?.properties.isIdeographic == true {
                start = end
            } else {
                break
            }
            while start < scalars.count, isNumberingMark(scalars[start]) { start += 1 }
        }
        return start
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: false
        }
    }

    private static func isNumberingMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "\u{3001}", "\u{3002}", ")", ":", ",": true
        default: false
        }
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5C, 0x5E...0x60, 0x7B...0x7E, 0xB7, 0x2010...0x2027,
            0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3011, 0x301C...0x301F, 0xFE30...0xFE4F:
            true
        default: false
        }
    }
}
