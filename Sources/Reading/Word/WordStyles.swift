import ReportModel

/// What the styles of a Word file, of characters and of paragraphs, say of how they show text.
///
/// Source: ECMA-376, part 1, 17.7.
struct WordStyles {
    private struct Style {
        var parent: String?
        var properties: [(name: String, value: String?)] = []
    }

    private var resolved: [String: RunProperties] = [:]

    /// The styles of a file that has none.
    init() {}

    /// Reads the part of a file that lists its styles.
    ///
    /// - Throws: `.damagedFile` where it is no XML.
    init(_ bytes: [UInt8], part: String) throws(Rejection) {
        var scanner = try XMLScanner(bytes, part: part)
        var styles: [String: Style] = [:]
        var names: [String] = []
        var style: (name: String, content: Style)?
        while let event = try scanner.next() {
            switch event {
            case .start("w:style"):
                guard ["character", "paragraph"].contains(scanner.attribute("w:type")) else {
                    continue
                }
                style = scanner.attribute("w:styleId").map { ($0, Style()) }
            case .start("w:basedOn"): style?.content.parent = scanner.attribute("w:val")
            case .start("w:rPrChange"), .start("aml:annotation"): try scanner.skipElement()
            // A paragraph's style says how its mark is shown, too.
            case .start("w:pPr"): try scanner.skipElement()
            case .start(let name) where scanner.isChild(of: "w:rPr"):
                style?.content.properties.append((name, scanner.attribute("w:val")))
            case .end("w:style"):
                if let style {
                    styles[style.name] = style.content
                    names.append(style.name)
                }
                style = nil
            default: break
            }
        }
        for name in names { resolve(name, among: styles) }
    }

    /// What a style and those that it is based on say together.
    func properties(of name: String) -> RunProperties { resolved[name] ?? RunProperties() }

    /// Works out a style behind those that it is based on, each of them once.
    private mutating func resolve(_ name: String, among styles: [String: Style]) {
        var chain: [(name: String, style: Style)] = []
        var seen: Set<String> = []
        var next: String? = name
        while let name = next, resolved[name] == nil, seen.insert(name).inserted,
            let style = styles[name]
        {
            chain.append((name, style))
            next = style.parent
        }
        var properties = next.flatMap { resolved[$0] } ?? RunProperties()
        for (name, style) in chain.reversed() {
            for property in style.properties { properties.take(property.name, property.value) }
            resolved[name] = properties
        }
    }
}
