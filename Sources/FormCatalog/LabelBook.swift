/// The wordings of one kind of label: which item each stands for.
public struct LabelBook<Item: Sendable & Hashable>: Sendable {
    private var items: [LabelKey: Item] = [:]

    /// A book without wordings.
    init() {}

    /// The wordings.
    var labels: some Collection<LabelKey> { items.keys }

    /// The item that a label stands for.
    public func item(for label: LabelKey) -> Item? {
        label.hasWords ? items[label] : nil
    }

    /// The wordings of an item.
    public func labels(of item: Item) -> [LabelKey] {
        items.filter { $0.value == item }.keys.sorted { $0.description < $1.description }
    }

    /// Whether some wording begins so.
    public func hasWording(beginning: LabelKey) -> Bool {
        items.keys.contains { $0.description.utf8.starts(with: beginning.description.utf8) }
    }

    /// Whether a label is a piece of some wording.
    public func hasWording(with piece: LabelKey) -> Bool {
        items.keys.contains { $0.description.contains(piece.description) }
    }

    /// Adds a wording; `false` if it stands for another item already.
    mutating func add(_ label: LabelKey, _ item: Item) -> Bool {
        if let known = items[label] { return known == item }
        items[label] = item
        return true
    }
}
