/// The sentences of a report, section by section, as fingerprints: enough to tell how much of a text is another's,
/// and a hundredth of its size.
///
/// Digits don't count, so that last year's sentence with this year's number is last year's sentence.
public struct ProseSketch: Sendable, Hashable {
    /// A sentence's fingerprint and length.
    public struct Sentence: Sendable, Hashable {
        /// The fingerprint of the words.
        public var hash: UInt32
        /// How many characters it has, at most 255.
        public var length: UInt8

        /// A sentence's fingerprint.
        public init(hash: UInt32, length: UInt8) {
            self.hash = hash
            self.length = length
        }
    }

    /// For each section of the form, 1 to 6, its sentences in order.
    public var sections: [Int: [Sentence]]

    /// A sketch of some sections, or of none.
    public init(sections: [Int: [Sentence]] = [:]) {
        self.sections = sections
    }

    /// All sentences.
    public var all: [Sentence] {
        sections.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// How many characters the sketched sentences have.
    public static func length(of sentences: [Sentence]) -> Int {
        sentences.reduce(0) { $0 + Int($1.length) }
    }

    /// How many characters of some sentences stand among others too.
    public static func shared(_ sentences: [Sentence], with others: [Sentence]) -> Int {
        let known = Set(others)
        return length(of: sentences.filter(known.contains))
    }

    /// A sentence of some words; `nil` if it is too short to tell anything.
    public static func sentence(of words: ArraySlice<Unicode.Scalar>) -> Sentence? {
        guard words.count >= shortest else { return nil }
        // FNV-1a.
        var hash: UInt32 = 2_166_136_261
        for scalar in words {
            let plain: UInt32 = ("0"..."9").contains(scalar) ? 0x23 : scalar.value
            hash = (hash ^ plain & 0xFF) &* 16_777_619
            hash = (hash ^ plain >> 8 & 0xFF) &* 16_777_619
            hash = (hash ^ plain >> 16 & 0xFF) &* 16_777_619
        }
        return Sentence(hash: hash, length: UInt8(clamping: words.count))
    }

    /// Fewer characters are a heading or a phrase that everybody uses.
    private static let shortest = 8

    /// The sentences of a section in ten hexadecimal digits each: fingerprint and length.
    public static func text(of sentences: [Sentence]) -> String {
        sentences.map { hex($0.hash, 8) + hex(UInt32($0.length), 2) }.joined()
    }

    /// The sentences that a text of ``text(of:)`` stands for.
    public static func sentences(in text: String) -> [Sentence] {
        let digits = Array(text.utf8)
        return stride(from: 0, to: digits.count - digits.count % 10, by: 10).compactMap { start in
            let word = String(decoding: digits[start..<(start + 10)], as: UTF8.self)
            guard let hash = UInt32(word.prefix(8), radix: 16),
                let length = UInt8(word.suffix(2), radix: 16)
            else { return nil }
            return Sentence(hash: hash, length: length)
        }
    }

    private static func hex(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: width - digits.count) + digits
    }
}
