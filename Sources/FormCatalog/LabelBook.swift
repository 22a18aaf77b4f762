/// The wordings of one kind of label: which item each stands for.
public struct LabelBook<Item: Sendable & Hashable>: Sendable {
    private var items: [LabelKey: Item] = [:]
    private var keys: [(key: [Unicode.Scalar], item: Item)] = []

    /// A book without wordings.
    init() {}

    /// The item that a label stands for.
    public func item(for label: LabelKey) -> Item? {
        items[label]
    }

    /// The one item of those given whose wordings begin so; `nil` if there is none or more than one.
    ///
    /// - Parameters:
    ///   - beginning: a label that may be cut; shorter than four characters it says nothing.
    ///   - candidates: the items to choose from.
    /// - Returns: the item, if it is one.
    public func item(beginning: LabelKey, among candidates: Set<Item>) -> Item? {
        let start = Array(beginning.description.unicodeScalars)
        guard start.count >= 4 else { return nil }
        var found: Item?
        for (key, item) in keys where candidates.contains(item) && key.starts(with: start) {
            if let found, found != item { return nil }
            found = item
        }
        return found
    }

    /// Whether some wording begins so.
    public func hasWording(beginning: LabelKey) -> Bool {
        let start = Array(beginning.description.unicodeScalars)
        return keys.contains { $0.key.starts(with: start) }
    }

    /// Adds a wording; `false` if it stands for another item already.
    mutating func add(_ label: LabelKey, _ item: Item) -> Bool {
        if let known = items[label] { return known == item }
        items[label] = item
        keys.append((Array(label.description.unicodeScalars), item))
        return true
    }
}
