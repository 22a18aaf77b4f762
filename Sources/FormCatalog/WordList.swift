/// Words, and what each of them means; of several that stand at one place the longest counts.
public struct WordList<Meaning: Sendable>: Sendable {
    @usableFromInline typealias Entry = (words: [Unicode.Scalar], meaning: Meaning)

    /// By the last byte of the first character, the longest words first: at most places of a text none begin.
    @usableFromInline private(set) var buckets = [[Entry]](repeating: [], count: 256)

    /// A list without words.
    init() {}

    /// Adds words; of the same words the first meaning counts.
    mutating func add(_ words: [Unicode.Scalar], _ meaning: Meaning) {
        guard let first = words.first else { return }
        let bucket = Self.bucket(first)
        let place =
            buckets[bucket].firstIndex { $0.words.count < words.count } ?? buckets[bucket].count
        buckets[bucket].insert((words, meaning), at: place)
    }

    /// The words that stand at a place of a text.
    ///
    /// - Parameters:
    ///   - place: an index of the text.
    ///   - text: characters made fit for comparing.
    /// - Returns: how many characters the words have and what they mean; `nil` if none of them stand there.
    @inlinable public func longest(
        at place: Int,
        in text: ArraySlice<Unicode.Scalar>
    ) -> (count: Int, meaning: Meaning)? {
        for entry in buckets[Self.bucket(text[place])]
        where text[place...].starts(with: entry.words) {
            return (entry.words.count, entry.meaning)
        }
        return nil
    }

    @usableFromInline static func bucket(_ first: Unicode.Scalar) -> Int { Int(first.value & 0xFF) }
}
