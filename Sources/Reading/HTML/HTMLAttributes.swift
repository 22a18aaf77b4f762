/// The attributes of a start tag that mean something to a reader of tables, as places in the page.
///
/// Of an attribute that is written twice the first counts, as in browsers.
struct HTMLAttributes {
    /// An attribute that matters.
    enum Name {
        case style, hidden, classes, identifier, columnSpan, rowSpan, name, property, content
        case value, type, width, height
    }

    private(set) var style: Range<Int>?
    private(set) var hidden: Range<Int>?
    private(set) var classes: Range<Int>?
    private(set) var identifier: Range<Int>?
    private(set) var columnSpan: Range<Int>?
    private(set) var rowSpan: Range<Int>?
    private(set) var name: Range<Int>?
    private(set) var property: Range<Int>?
    private(set) var content: Range<Int>?
    private(set) var value: Range<Int>?
    private(set) var type: Range<Int>?
    private(set) var width: Range<Int>?
    private(set) var height: Range<Int>?

    /// Takes in an attribute.
    mutating func add(_ attribute: Name?, value: Range<Int>) {
        switch attribute {
        case .style: style = style ?? value
        case .hidden: hidden = hidden ?? value
        case .classes: classes = classes ?? value
        case .identifier: identifier = identifier ?? value
        case .columnSpan: columnSpan = columnSpan ?? value
        case .rowSpan: rowSpan = rowSpan ?? value
        case .name: name = name ?? value
        case .property: property = property ?? value
        case .content: content = content ?? value
        case .value: self.value = self.value ?? value
        case .type: type = type ?? value
        case .width: width = width ?? value
        case .height: height = height ?? value
        case nil: break
        }
    }

    /// The attributes by their names, in any case.
    static let byName: HTMLNames<Name?> = {
        var names = HTMLNames(other: Name?.none)
        names.add("style", .style)
        names.add("hidden", .hidden)
        names.add("class", .classes)
        names.add("id", .identifier)
        names.add("colspan", .columnSpan)
        names.add("rowspan", .rowSpan)
        names.add("name", .name)
        names.add("property", .property)
        names.add("content", .content)
        names.add("value", .value)
        names.add("type", .type)
        names.add("width", .width)
        names.add("height", .height)
        return names
    }()
}
