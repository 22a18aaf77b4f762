public import ReportModel

/// A piece of a page: what is text stays text, whatever is in it.
public indirect enum HTMLNode: Sendable {
    /// An element with attributes and content.
    case element(String, [(name: String, value: String)], [HTMLNode])
    /// Words.
    case text(String)
    /// Words in both languages; the page shows one of them.
    case both(Wording)
    /// A drawing of ours, in each language.
    case drawing(english: String, chinese: String)
    /// Several pieces.
    case group([HTMLNode])

    /// An element.
    public static func tag(
        _ name: String,
        _ attributes: [(name: String, value: String)] = [],
        _ children: HTMLNode...
    ) -> HTMLNode {
        .element(name, attributes, children)
    }

    /// A link to another page of the bundle.
    public static func link(_ target: String, _ children: HTMLNode...) -> HTMLNode {
        .element("a", [("href", target)], children)
    }

    /// Whether an element never has content, and so no end.
    private static func isVoid(_ name: String) -> Bool {
        switch name {
        case "meta", "link", "br", "input", "hr": true
        default: false
        }
    }

    /// Writes the piece as HTML in UTF-8.
    func write(to page: inout [UInt8]) {
        switch self {
        case .element(let name, let attributes, let children):
            page += "<".utf8
            page += name.utf8
            for attribute in attributes {
                page += " ".utf8
                page += attribute.name.utf8
                page += "=\"".utf8
                page += Markup.escaped(attribute.value).utf8
                page += "\"".utf8
            }
            page += ">".utf8
            for child in children { child.write(to: &page) }
            guard !Self.isVoid(name) else { return }
            page += "</".utf8
            page += name.utf8
            page += ">".utf8
        case .text(let words): page += Markup.escaped(words).utf8
        case .both(let words):
            if words.english == words.chinese {
                page += Markup.escaped(words.english).utf8
            } else {
                page += "<span data-in=\"zh\" lang=\"zh\">".utf8
                page += Markup.escaped(words.chinese).utf8
                page += "</span><span data-in=\"en\" lang=\"en\">".utf8
                page += Markup.escaped(words.english).utf8
                page += "</span>".utf8
            }
        case .drawing(let english, let chinese):
            page +=
                "<div data-in=\"zh\">\(chinese)</div><div data-in=\"en\">\(english)</div>".utf8
        case .group(let children):
            for child in children { child.write(to: &page) }
        }
    }
}
