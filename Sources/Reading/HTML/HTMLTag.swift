/// The elements that matter to text and tables; all others are `.inline`.
enum HTMLTag: Hashable {
    case table, caption, rowGroup, row, dataCell, headerCell
    case lineBreak, paragraph, listItem, block, heading, preformatted
    case title, script, style, rawText, hiddenContainer, meta, voidElement, select
    case inline

    private static let byName: NameTable = {
        let groups: [(HTMLTag, String)] = [
            (.table, "table"), (.caption, "caption"), (.rowGroup, "tbody thead tfoot"),
            (.row, "tr"), (.dataCell, "td"), (.headerCell, "th"), (.lineBreak, "br"),
            (.paragraph, "p"), (.listItem, "li dd dt"), (.heading, "h1 h2 h3 h4 h5 h6"),
            (.preformatted, "pre listing"), (.title, "title"), (.script, "script"),
            (.style, "style"), (.rawText, "textarea xmp iframe noembed noframes"),
            (.hiddenContainer, "template noscript svg math object audio video canvas datalist"),
            (.select, "select"), (.meta, "meta"),
            (.voidElement, "img input hr link col area base embed source track wbr param"),
            (
                .block,
                "div section article header footer main nav aside form fieldset center blockquote "
                    + "address ul ol dl menu dir figure figcaption details summary body html head"
            ),
        ]
        var table = NameTable()
        for (tag, list) in groups {
            for name in list.split(separator: " ") { table.add(Array(name.utf8), tag) }
        }
        return table
    }()

    /// The element of a name, in any case.
    init(_ page: [UInt8], name: Range<Int>) {
        self = Self.byName.tag(page, name) ?? .inline
    }

    /// Whether what stands between the tags is text, tags or not.
    var holdsRawText: Bool {
        switch self {
        case .title, .script, .style, .rawText: true
        default: false
        }
    }

    /// Whether the element is a table's cell.
    var isCell: Bool { self == .dataCell || self == .headerCell }

    /// Whether the element is a part that tables are made of.
    var isTablePart: Bool { isCell || self == .row || self == .rowGroup }

    /// Whether the element has no contents and no end tag.
    var isVoid: Bool { self == .voidElement || self == .lineBreak || self == .meta }

    /// Whether the element stands on lines of its own.
    var breaksLine: Bool {
        switch self {
        case .paragraph, .listItem, .block, .heading, .preformatted, .lineBreak, .caption: true
        default: false
        }
    }

    /// Whether a start tag of this element ends an open paragraph.
    var endsParagraph: Bool {
        switch self {
        case .paragraph, .listItem, .block, .heading, .preformatted, .table: true
        default: false
        }
    }
}

/// Elements by their names, without a string for each tag of a page.
///
/// Names of up to ten letters are numbers to the base of 33, and the numbers are hashed.
private struct NameTable {
    private static let longest = 10
    private static let slots = 512
    private var keys = [UInt64](repeating: 0, count: NameTable.slots)
    private var tags = [HTMLTag](repeating: .inline, count: NameTable.slots)

    mutating func add(_ name: [UInt8], _ tag: HTMLTag) {
        guard let key = Self.key(name, 0..<name.count) else { return }
        var slot = Self.slot(key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) % Self.slots }
        keys[slot] = key
        tags[slot] = tag
    }

    func tag(_ page: [UInt8], _ name: Range<Int>) -> HTMLTag? {
        guard let key = Self.key(page, name) else { return nil }
        var slot = Self.slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return tags[slot] }
            slot = (slot + 1) % Self.slots
        }
        return nil
    }

    /// Letters are 1 to 26, the digits of h1 to h6 27 to 32.
    private static func key(_ bytes: [UInt8], _ name: Range<Int>) -> UInt64? {
        guard !name.isEmpty, name.count <= longest else { return nil }
        var key: UInt64 = 0
        for index in name {
            let byte = bytes[index]
            let digit: UInt64
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: digit = UInt64(byte & 0x1F)
            case 0x31...0x36: digit = UInt64(byte - 0x31) + 27
            default: return nil
            }
            key = key * 33 + digit
        }
        return key
    }

    private static func slot(_ key: UInt64) -> Int {
        Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
