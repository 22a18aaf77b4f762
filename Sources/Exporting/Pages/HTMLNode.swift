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

    private static let void: Set = ["meta", "link", "br", "input", "hr"]

    /// The piece as HTML.
    func write(to text: inout String) {
        switch self {
        case .element(let name, let attributes, let children):
            text += "<"
            text += name
            for attribute in attributes {
                text += " "
                text += attribute.name
                text += "=\""
                text += Markup.escaped(attribute.value)
                text += "\""
            }
            text += ">"
            for child in children { child.write(to: &text) }
            guard !Self.void.contains(name) else { return }
            text += "</"
            text += name
            text += ">"
        case .text(let words): text += Markup.escaped(words)
        case .both(let words):
            if words.english == words.chinese {
                text += Markup.escaped(words.english)
            } else {
                text += "<span data-in=\"zh\" lang=\"zh\">"
                text += Markup.escaped(words.chinese)
                text += "</span><span data-in=\"en\" lang=\"en\">"
                text += Markup.escaped(words.english)
                text += "</span>"
            }
        case .drawing(let english, let chinese):
            text += "<div data-in=\"zh\">\(chinese)</div><div data-in=\"en\">\(english)</div>"
        case .group(let children):
            for child in children { child.write(to: &text) }
        }
    }
}
