/// Damages a file's bytes at random, as cables, editors and attackers do.
public enum ByteDamage {
    /// Words that readers take for something.
    private static let words: [[UInt8]] = [
        "<table>", "</td>", "<tr>", "<!--", "-->", "<script>", "]]>", "&#", "&nbsp;",
        "colspan=\"1000000\"",
        "rowspan=0", "<w:tbl>", "<c r=\"ZZZ99999\">", "|---|", "\"", "\t", "\n\n\n",
        "999999999999999999999",
        "-", "总计", "三、本年度办理结果", "%PDF", "endstream", "\u{0}", "\u{FEFF}", "９",
        "<style>.a{display:none}",
    ].map { Array($0.utf8) }

    /// The bytes with one to six things done to them.
    public static func damaged(_ bytes: [UInt8], using dice: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            let length = min(bytes.count - place, Int.random(in: 1...64, using: &dice))
            switch Int.random(in: 0..<7, using: &dice) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 2: bytes.removeSubrange(place..<(place + length))
            case 3: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
            case 4: bytes.insert(contentsOf: words.randomElement(using: &dice)!, at: place)
            case 5: bytes.removeSubrange(place...)
            default:
                let other = Int.random(in: 0..<bytes.count, using: &dice)
                let piece = Array(bytes[other..<min(bytes.count, other + length)])
                bytes.replaceSubrange(place..<(place + length), with: piece)
            }
        }
        return bytes
    }
}
