import ReportModel

/// What the character styles of a Word file say of how they show text.
///
/// Only these: a paragraph's style that strikes out or hides is no way to set one figure off from the next.
/// Source: ECMA-376, part 1, 17.7.
struct CharacterStyles {
    private struct Style {
        var parent: String?
        var properties: [(name: String, value: String?)] = []
    }

    private var styles: [String: Style] = [:]

    /// The styles of a file that has none.
    init() {}

    /// Reads the part of a file that lists its styles.
    ///
    /// - Throws: `.damagedFile` where it is no XML.
    init(_ bytes: [UInt8], part: String) throws(Rejection) {
        var scanner = try XMLScanner(bytes, part: part)
        var style: (name: String, content: Style)?
        while let event = try scanner.next() {
            switch event {
            case .start("w:style"):
                guard scanner.attribute("w:type") == "character" else { continue }
                style = scanner.attribute("w:styleId").map { ($0, Style()) }
            case .start("w:basedOn"): style?.content.parent = scanner.attribute("w:val")
            case .start("w:rPrChange"): try scanner.skipElement()
            case .start(let name) where scanner.isChild(of: "w:rPr"):
                style?.content.properties.append((name, scanner.attribute("w:val")))
            case .end("w:style"):
                if let style { styles[style.name] = style.content }
                style = nil
            default: break
            }
        }
    }

    /// What a style and those that it is based on say together.
    func properties(of name: String) -> RunProperties {
        var chain: [Style] = []
        var seen: Set<String> = []
        var next: String? = name
        while let name = next, seen.insert(name).inserted, let style = styles[name] {
            chain.append(style)
            next = style.parent
        }
        var properties = RunProperties()
        for property in chain.reversed().flatMap(\.properties) {
            properties.take(property.name, property.value)
        }
        return properties
    }
}
