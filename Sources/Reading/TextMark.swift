/// How a document sets text off from what stands beside it.
///
/// Read together with its neighbours such text would make other numbers: 12 struck out in front of 13 is not 1213, and 12
/// with a raised 1 is not 121. It is kept in the characters that Unicode has for it, so that what is printed can be told
/// and nobody takes it for a figure.
enum TextMark {
    /// Struck out.
    case struck
    /// Above the line, as a footnote's number.
    case raised
    /// Below the line.
    case lowered

    /// Stands for a picture in whose cell no text is, as Unicode's object replacement character: a figure that nobody
    /// can read is no blank.
    static let picture = "\u{FFFC}"

    /// The text, set off.
    func applied(to text: String) -> String {
        var marked = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch self {
            case .struck:
                marked.append(scalar)
                if !scalar.properties.isWhitespace { marked.append("\u{336}") }
            case .raised: marked.append(Self.raised(scalar))
            case .lowered:
                let digit = ("0"..."9").contains(scalar)
                marked.append(digit ? Unicode.Scalar(0x2050 + scalar.value) ?? scalar : scalar)
            }
        }
        return String(marked)
    }

    private static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "1": "¹"
        case "2": "²"
        case "3": "³"
        case "0", "4"..."9": Unicode.Scalar(0x2040 + scalar.value) ?? scalar
        default: scalar
        }
    }
}
