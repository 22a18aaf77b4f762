/// A printed label without what varies from page to page.
///
/// Gone are white space, punctuation, quotation marks, remarks in brackets and the numbering in
/// front; full-width letters and digits are narrow. What is left is compared for equality.
public struct LabelKey: Sendable, Hashable, CustomStringConvertible {
    /// What is left of the label.
    public let description: String

    /// The key of a label as printed.
    public init(_ printed: some StringProtocol) {
        var scalars: [Unicode.Scalar] = []
        var depth = 0
        for scalar in Self.withoutNumbering(printed.unicodeScalars.compactMap(Self.narrowed)) {
            switch scalar {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            default:
                if depth == 0, !Self.isPunctuation(scalar) { scalars.append(scalar) }
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        description = String(text)
    }

    /// Whether nothing is left of the label.
    public var isEmpty: Bool { description.isEmpty }

    /// How many characters are left.
    public var count: Int { description.unicodeScalars.count }

    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
            0x3000, 0xFEFF:
            nil
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x3010, 0x3014, 0xFE5D, 0x5B, 0xFF3B: "("
        case 0x3011, 0x3015, 0xFE5E, 0x5D, 0xFF3D: ")"
        default: scalar
        }
    }

    /// `1.`, `(三)`, `四、`: numbering goes only with its mark, for words begin with numerals too.
    private static func withoutNumbering(_ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar>
    {
        var rest = scalars[...]
        while let first = rest.first {
            let opened = first == "("
            let body = opened ? rest.dropFirst() : rest
            let number = body.prefix(while: isNumeral)
            let tail = body.dropFirst(number.count)
            guard !number.isEmpty, number.count <= 3 else { break }
            if opened {
                guard tail.first == ")" else { break }
                rest = tail.dropFirst()
            } else if let mark = tail.first, isNumberingMark(mark) {
                rest = tail.dropFirst()
            } else if number.allSatisfy({ $0.properties.numericType == .decimal }),
                let next = tail.first, next.properties.isIdeographic
            {
                rest = tail
            } else {
                break
            }
            while let mark = rest.first, isNumberingMark(mark) { rest = rest.dropFirst() }
        }
        return rest
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || "一二三四五六七八九十".unicodeScalars.contains(scalar)
    }

    private static func isNumberingMark(_ scalar: Unicode.Scalar) -> Bool {
        [".", "\u{3001}", "\u{3002}", ")", ":", ","].contains(scalar)
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5C, 0x5E...0x60, 0x7B...0x7E, 0xB7, 0x2010...0x2027,
            0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3011, 0xFE30...0xFE4F:
            true
        default: false
        }
    }
}
