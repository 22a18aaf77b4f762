/// The attributes of a start tag that mean something to a reader of tables, as places in the page.
///
/// Of an attribute that is written twice the first counts, as in browsers.
struct HTMLAttributes {
    /// An attribute that matters.
    enum Name: Int, CaseIterable {
        case style, hidden, classes, identifier, columnSpan, rowSpan, name, property, content
        case value, type, width, height

        fileprivate var bit: UInt16 { 1 << UInt16(rawValue) }
    }

    /// The places, one for each name; which of them this tag has, the bits say.
    private var places = InlineArray<13, Range<Int>>(repeating: 0..<0)
    private var present: UInt16 = 0

    /// Where an attribute's value stands; `nil` where the tag hasn't got it.
    @inline(__always)
    subscript(name: Name) -> Range<Int>? {
        present & name.bit == 0 ? nil : places[name.rawValue]
    }

    /// Takes in an attribute.
    mutating func add(_ name: Name, value: Range<Int>) {
        guard present & name.bit == 0 else { return }
        present |= name.bit
        places[name.rawValue] = value
    }

    /// Makes room for another tag's.
    mutating func removeAll() { present = 0 }

    /// The attributes by their names, in any case.
    static let byName: HTMLNames<Name?> = {
        var names = HTMLNames(other: Name?.none)
        for name in Name.allCases {
            switch name {
            case .classes: names.add("class", name)
            case .identifier: names.add("id", name)
            case .columnSpan: names.add("colspan", name)
            default: names.add("\(name)".lowercased(), name)
            }
        }
        return names
    }()
}
