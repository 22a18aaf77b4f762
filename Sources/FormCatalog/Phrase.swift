/// Words that stand in a clause one behind the other, with anything between them.
public struct Phrase: Sendable {
    private var parts: [[Unicode.Scalar]]
    /// The signs of all its parts.
    let signs: Signs

    /// A phrase as the files have it, `+` between its parts.
    init(_ words: String) {
        parts = words.split(separator: "+").map { Array($0.unicodeScalars) }
        signs = Signs(of: Array(parts.joined())[...])
    }

    /// Whether the parts stand in a text, one behind the other.
    func stands(in text: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = text
        for part in parts {
            guard let place = Self.range(of: part, in: rest) else { return false }
            rest = rest[place.upperBound...]
        }
        return true
    }

    /// Whether a text begins with the phrase, which has one part.
    func begins(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        parts.first.map { text.starts(with: $0) } ?? false
    }

    /// Whether a text ends with the phrase, which has one part.
    func ends(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        parts.first.map { text.suffix($0.count).elementsEqual($0) } ?? false
    }

    /// The first place of some words in a text.
    public static func range(
        of words: [Unicode.Scalar],
        in text: ArraySlice<Unicode.Scalar>
    ) -> Range<Int>? {
        guard let first = words.first, text.count >= words.count else { return nil }
        var index = text.startIndex
        while index + words.count <= text.endIndex {
            if text[index] == first, text[index..<(index + words.count)].elementsEqual(words) {
                return index..<(index + words.count)
            }
            index += 1
        }
        return nil
    }

    /// A bit for each character of a text, so that most phrases are passed over at a glance.
    public struct Signs: Sendable {
        private var bits: UInt64

        /// The signs of a text.
        public init(of text: ArraySlice<Unicode.Scalar>) {
            var bits: UInt64 = 0
            for scalar in text { bits |= 1 << UInt64(scalar.value & 63) }
            self.bits = bits
        }

        /// Whether a text with these signs can have all the characters of another in it.
        func mayHold(_ other: Signs) -> Bool { other.bits & ~bits == 0 }
    }
}
