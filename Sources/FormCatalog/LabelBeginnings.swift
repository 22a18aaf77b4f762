/// How the labels of all forms begin, to tell early that words can't become one of them.
public struct LabelBeginnings: Sendable {
    private let sorted: [[UInt8]]

    /// The labels of a catalogue.
    public init(_ catalog: FormCatalog) {
        sorted = catalog.labels.map { Array($0.description.utf8) }.sorted {
            $0.lexicographicallyPrecedes($1)
        }
    }

    /// Whether some label begins with these words; words with nothing left of them begin none.
    public func contain(_ words: LabelKey) -> Bool {
        guard words.hasWords else { return false }
        let bytes = Array(words.description.utf8)
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].lexicographicallyPrecedes(bytes) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < sorted.count && sorted[low].starts(with: bytes)
    }
}
