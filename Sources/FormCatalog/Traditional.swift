import ReportModel

/// Traditional characters and the mainland's for them: gateways and mirrors serve reports in both.
///
/// For matching only; what was printed stays. Most characters stand for one; where a word differs, 檔案 for
/// 文件, the word is changed once its characters are.
public enum Traditional {
    /// The simplified character, or the character itself.
    public static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard first...last ~= scalar.value else { return scalar }
        let simple = table.characters[Int(scalar.value - first)]
        return simple == 0 ? scalar : Unicode.Scalar(simple) ?? scalar
    }

    /// A text in simplified characters with the mainland's words in it, if it has traditional characters at
    /// all.
    public static func simplified(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { simplified($0) != $0 }) else { return text }
        return withMainlandWords(String(scalars: text.unicodeScalars.lazy.map { simplified($0) }))
    }

    /// 资讯 becomes 信息, and so on.
    static func withMainlandWords(_ text: String) -> String {
        table.words.reduce(text) { $0.replacing($1.other, with: $1.mainland) }
    }

    private static let first: UInt32 = 0x4E00
    private static let last: UInt32 = 0x9FFF

    private static let table: (characters: [UInt16], words: [(other: String, mainland: String)]) = {
        var characters = [UInt16](repeating: 0, count: Int(last - first) + 1)
        var words: [(String, String)] = []
        let text = EmbeddedFiles.text["Wordings/traditional.csv"] ?? ""
        for line in text.unicodeScalars.split(separator: "\n").dropFirst() {
            let pair = line.split(separator: ",")
            guard pair.count == 2 else { continue }
            let other = Array(pair[0])
            let mainland = Array(pair[1])
            if other.count == 1, mainland.count == 1, first...last ~= other[0].value {
                characters[Int(other[0].value - first)] = UInt16(
                    truncatingIfNeeded: mainland[0].value
                )
            } else {
                words.append((String(pair[0]), String(pair[1])))
            }
        }
        // Words are looked for after their characters have been simplified.
        let simple = words.map { word, mainland in
            let scalars = word.unicodeScalars.map { scalar -> Unicode.Scalar in
                guard first...last ~= scalar.value else { return scalar }
                let value = characters[Int(scalar.value - first)]
                return value == 0 ? scalar : Unicode.Scalar(value) ?? scalar
            }
            return (other: String(scalars: scalars), mainland: mainland)
        }
        return (characters, simple)
    }()
}
