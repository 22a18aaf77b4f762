/// What people have decided about names. Kept by name, so that it survives whatever is read anew.
public struct RegisterDecisions: Sendable, Hashable {
    /// A decision on a name.
    public struct Entry: Sendable, Hashable {
        /// The name of the body that the name belongs to: a merger.
        public var agency: String?
        /// Whether the name is a body of its own, whatever the rules say: a split.
        public var standsAlone = false
        /// The name to show.
        public var display: String?
        /// The division's code.
        public var region: String?
        /// The level's code.
        public var level: String?
        /// The kind's code.
        public var kind: String?
        /// The sector's code.
        public var sector: String?
        /// A name of the body above.
        public var parent: String?

        /// A decision that decides nothing yet.
        public init() {}
    }

    /// The decisions, by name.
    public var entries: [String: Entry]

    /// Some decisions, or none.
    public init(_ entries: [String: Entry] = [:]) {
        self.entries = entries
    }

    /// The name whose body a name belongs to, mergers followed to their end.
    func owner(of name: String) -> String {
        var name = name
        var seen: Set = [name]
        while let next = entries[name]?.agency, seen.insert(next).inserted { name = next }
        return name
    }
}
