/// The elements that matter to text and tables; all others are `.inline`.
enum HTMLTag: Hashable {
    case table, caption, rowGroup, row, dataCell, headerCell
    case lineBreak, paragraph, listItem, block, heading, preformatted
    case title, script, style, rawText, hiddenContainer, drawing, meta, voidElement, picture, select
    case struck, raised, lowered, input, textArea
    case inline

    /// The elements by their names, in any case.
    static let byName: HTMLNames<HTMLTag> = {
        let groups: [(HTMLTag, String)] = [
            (.table, "table"), (.caption, "caption"), (.rowGroup, "tbody thead tfoot"),
            (.row, "tr"), (.dataCell, "td"), (.headerCell, "th"), (.lineBreak, "br"),
            (.paragraph, "p"), (.listItem, "li dd dt"), (.heading, "h1 h2 h3 h4 h5 h6"),
            (.preformatted, "pre listing"), (.title, "title"), (.script, "script"),
            (.style, "style"), (.textArea, "textarea"),
            (.rawText, "xmp iframe noembed noframes"),
            (.hiddenContainer, "template noscript audio video datalist"),
            (.drawing, "svg math object canvas progress meter"),
            (.select, "select"), (.meta, "meta"),
            (.struck, "s strike del"), (.raised, "sup rt rp"), (.lowered, "sub"), (.input, "input"),
            (.picture, "img embed"), (.voidElement, "hr link col area base source track wbr param"),
            (
                .block,
                "div section article header footer main nav aside form fieldset center blockquote "
                    + "address ul ol dl menu dir figure figcaption details summary body html head"
            ),
        ]
        var names = HTMLNames(other: HTMLTag.inline)
        for (tag, list) in groups {
            for name in list.split(separator: " ") { names.add(name, tag) }
        }
        return names
    }()

    /// Whether what stands between the tags is text, tags or not.
    var holdsRawText: Bool {
        switch self {
        case .title, .script, .style, .rawText, .textArea: true
        default: false
        }
    }

    /// Whether the element shows something that is no text, or may: what a script writes, only a browser knows.
    var isPicture: Bool {
        switch self {
        case .picture, .drawing, .select, .script, .rawText: true
        default: false
        }
    }

    /// Whether what stands in the element is no text of the page.
    var holdsNoText: Bool { self == .hiddenContainer || self == .drawing || self == .select }

    /// Whether the element is a table's cell.
    var isCell: Bool { self == .dataCell || self == .headerCell }

    /// Whether the element is a part that tables are made of.
    var isTablePart: Bool { isCell || self == .row || self == .rowGroup }

    /// Whether the element has no contents and no end tag.
    var isVoid: Bool {
        self == .voidElement || self == .lineBreak || self == .meta || self == .input
            || self == .picture
    }

    /// How the element sets its text off.
    var mark: TextMark? {
        switch self {
        case .struck: .struck
        case .raised: .raised
        case .lowered: .lowered
        default: nil
        }
    }

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
