/// How characters are spoken, in brackets behind them: 年度報(bào)告. Programs that convert pages between the two ways of
/// writing Chinese leave it behind.
enum Pronunciation {
    /// A text without it.
    static func removed(from text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var kept = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if index > 0, scalars[index - 1].properties.isIdeographic,
                let end = end(of: scalars, from: index)
            {
                index = end
                continue
            }
            kept.append(scalars[index])
            index += 1
        }
        return String(kept)
    }

    /// Whether a scalar is a vowel with its tone.
    static func isToned(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE0, 0xE1, 0xE8, 0xE9, 0xEC, 0xED, 0xF2, 0xF3, 0xF9, 0xFA, 0xFC: true
        case 0x101, 0x113, 0x11B, 0x12B, 0x14D, 0x16B, 0x1CE, 0x1D0, 0x1D2, 0x1D4, 0x1D6...0x1DC:
            true
        default: false
        }
    }

    /// The end of one syllable in brackets, with one toned vowel; `nil` if there is none.
    private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard scalars[start] == "(" || scalars[start] == "\u{FF08}" else { return nil }
        let inside = scalars[(start + 1)...].prefix(longestSyllable + 1)
            .prefix { isToned($0) || ("a"..."z").contains($0) }
        guard (1...longestSyllable).contains(inside.count), inside.count(where: isToned) == 1,
            inside.endIndex < scalars.count,
            scalars[inside.endIndex] == ")" || scalars[inside.endIndex] == "\u{FF09}"
        else { return nil }
        return inside.endIndex + 1
    }

    /// zhuāng.
    private static let longestSyllable = 6
}
