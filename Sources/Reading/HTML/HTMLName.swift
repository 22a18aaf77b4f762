/// A tag's or attribute's name as a number, in any case: no string is made for each tag of a page.
///
/// A letter takes five bits; a name that is longer or has other signs is none that matters.
struct HTMLName {
    private static let longest = 12
    /// The number; 0 for a name that doesn't matter.
    var key: UInt64 { isPlain && count <= Self.longest ? number : 0 }
    private var number: UInt64 = 0
    private var count = 0
    private var isPlain = true

    /// Takes in the name's next byte. Letters are 1 to 26, the digits of h1 to h5 27 to 31, and that of h6 is 0.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        let isLetter = (byte | 0x20) &- 0x61 < 26
        let isLevel = byte &- 0x31 < 6
        count &+= 1
        isPlain = isPlain && (isLetter || isLevel)
        number = number << 5 | UInt64(isLetter ? byte & 0x1F : (byte &- 0x31 &+ 27) & 0x1F)
    }
}

/// What names stand for: a small table, hashed by their numbers.
struct HTMLNames<Item: Sendable>: Sendable {
    private static var size: Int { 512 }
    private var keys: [UInt64]
    private var items: [Item]
    private let other: Item

    /// - Parameter other: what any other name stands for.
    init(other: Item) {
        self.other = other
        keys = [UInt64](repeating: 0, count: Self.size)
        items = [Item](repeating: other, count: Self.size)
    }

    /// Adds a name in lower-case letters.
    mutating func add(_ text: some StringProtocol, _ item: Item) {
        var name = HTMLName()
        for byte in text.utf8 { name.append(byte) }
        var slot = Self.slot(name.key)
        while keys[slot] != 0, keys[slot] != name.key { slot = (slot + 1) % Self.size }
        keys[slot] = name.key
        items[slot] = item
    }

    /// What a name stands for.
    subscript(name: HTMLName) -> Item {
        let key = name.key
        guard key != 0 else { return other }
        var slot = Self.slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return items[slot] }
            slot = (slot + 1) % Self.size
        }
        return other
    }

    private static func slot(_ key: UInt64) -> Int {
        Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
