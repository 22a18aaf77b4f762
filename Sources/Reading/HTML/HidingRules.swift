/// The classes and ids that a page's own style sheets hide or set off.
///
/// Only plain rules count, `.old { display: none }`: not those for print, nor those that need the elements around.
struct HidingRules {
    private var styles: [String: Style] = [:]
    /// Pairs of which an element with both is shown again, as by `.tab.active { display: block }`.
    private var shown: Set<Set<String>> = []
    /// Elements with more names are looked at no further, so that a page takes no longer than its size demands.
    private static let mostNames = 16

    /// Whether there is any such rule.
    var isEmpty: Bool { styles.isEmpty }

    /// Whether any of them hides what it is for.
    var hideAnything: Bool { styles.values.contains { $0.isHidden || $0.isFaint } }

    /// What rules say of an element.
    ///
    /// - Parameters:
    ///   - classes: its classes.
    ///   - id: its id.
    ///   - own: its own declarations, which outweigh the rules.
    /// - Returns: what they say; `nil` if nothing.
    func style(classes: String?, id: String?, own: @autoclosure () -> String?) -> Style? {
        var selectors = (classes ?? "").split { $0.isWhitespace }.map { "." + $0 }
        if let id { selectors.append("#" + id) }
        let found = selectors.compactMap { styles[$0] }
        guard let first = found.first else { return nil }
        var style = found.dropFirst().reduce(first) { $0.joined(with: $1) }
        let own = own()
        // They may show at their size what a rule makes too small to be seen.
        if let own = own?.lowercased(), own.contains("font") || own.contains("opacity") {
            style.isFaint = false
        }
        // An id outweighs classes.
        let isHiddenByID = id.flatMap { styles["#" + $0] }?.isHidden ?? false
        let isShown = own.map(Style.shows) ?? false || !isHiddenByID && isShownAgain(selectors)
        if isShown, !style.isHiddenForGood {
            style.isHidden = style.isHidden && style.keepsPlace
        }
        return style
    }

    private func isShownAgain(_ names: [String]) -> Bool {
        guard !shown.isEmpty, names.count <= Self.mostNames else { return false }
        return names.contains { one in names.contains { shown.contains([one, $0]) } }
    }

    /// Takes in a style sheet.
    mutating func add(_ sheet: Slice<UnsafeBufferPointer<UInt8>>) {
        // Most sheets of a page hide nothing and set nothing off.
        guard Style.mayHide(sheet) else { return }
        var rest = Self.withoutComments(String(decoding: sheet, as: UTF8.self))[...]
        while let open = rest.firstIndex(of: "{") {
            let selectors = rest[..<open]
            let body = Self.block(in: rest[rest.index(after: open)...])
            rest =
                rest[
                    (body.endIndex < rest.endIndex
                        ? rest.index(after: body.endIndex) : rest.endIndex)...
                ]
            // What stands behind an at-sign holds only sometimes.
            if selectors.contains("@") { continue }
            if Style.shows(String(body)) {
                shown.formUnion(selectors.split(separator: ",").compactMap(Self.pair))
            }
            let style = Style(declarations: String(body))
            guard style.saysAnything else { continue }
            for selector in selectors.split(separator: ",") {
                guard let name = Self.name(selector) else { continue }
                styles[name] = styles[name]?.joined(with: style) ?? style
            }
        }
    }

    /// The two names of `.tab.active`.
    private static func pair(_ selector: Substring) -> Set<String>? {
        let words = selector.split { $0.isWhitespace }
        guard words.count == 1, let word = words.first, word.allSatisfy({ !"#>+~:[*".contains($0) })
        else { return nil }
        let classes = word.split(separator: ".").dropFirst(word.first == "." ? 0 : 1)
        return classes.count == 2 ? Set(classes.map { "." + $0 }) : nil
    }

    /// `.old`, `#old` or `div.old` and nothing else.
    private static func name(_ selector: Substring) -> String? {
        let text = selector.filter { !$0.isWhitespace }
        let isSpaced = selector.split { $0.isWhitespace }.count > 1
        guard !isSpaced, let mark = text.firstIndex(where: { $0 == "." || $0 == "#" }) else {
            return nil
        }
        let name = text[mark...]
        let isPlain = name.dropFirst().allSatisfy {
            $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
        }
        let element = text[..<mark]
        return isPlain && name.count > 1 && element.allSatisfy { $0.isLetter } ? String(name) : nil
    }

    /// What stands before the brace that closes a block.
    private static func block(in text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" {
                if depth == 0 { return text[..<index] }
                depth -= 1
            }
        }
        return text
    }

    private static func withoutComments(_ sheet: String) -> String {
        var text = ""
        var rest = sheet[...]
        while let open = rest.firstRange(of: "/*") {
            text += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstRange(of: "*/") else { return text }
            rest = rest[close.upperBound...]
        }
        return text + rest
    }
}

/// What declarations say of an element's being seen.
struct Style {
    /// Whether the element's text can't be seen.
    fileprivate(set) var isHidden = false
    /// Whether nothing said elsewhere can show it again.
    private(set) var isHiddenForGood = false
    /// Whether it takes its place all the same.
    private(set) var keepsPlace = false
    /// How its text is set off.
    private(set) var mark: TextMark?
    /// Whether its own text is too small or too faint to be seen. Elements within may undo that, and scripts do.
    fileprivate(set) var isFaint = false

    private init() {}

    /// What an element's own attributes say: its declarations, and whether it is hidden without any.
    init(declarations: Range<Int>?, isHidden: Bool, in page: UnsafeBufferPointer<UInt8>) {
        if let declarations { read(page[declarations]) }
        if isHidden { self.isHidden = true }
    }

    /// What a rule's declarations say.
    init(declarations: String) {
        var text = declarations
        text.withUTF8 { read($0[...]) }
    }

    /// Whether it says anything of how the element is seen.
    var saysAnything: Bool { isHidden || isFaint || mark != nil }

    /// What both say together.
    func joined(with other: Style) -> Style {
        var both = self
        both.isHidden = isHidden || other.isHidden
        both.isHiddenForGood = isHiddenForGood || other.isHiddenForGood
        // What keeps its place is gone all the same where the other takes it away.
        both.keepsPlace =
            both.isHidden && (keepsPlace || !isHidden) && (other.keepsPlace || !other.isHidden)
        both.isFaint = isFaint || other.isFaint
        both.mark = mark ?? other.mark
        return both
    }

    /// How it sets its text off, and nothing else.
    var markAlone: Style {
        var rest = Style()
        rest.mark = mark
        return rest
    }

    /// Whether some word stands there without which nothing is hidden or set off.
    static func mayHide(_ declarations: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bytes = UnsafeBufferPointer(rebasing: declarations)
        var index = 0
        while index + 2 < bytes.count {
            let first = bytes[index] | 0x20
            switch first {
            case 0x6E, 0x68, 0x6C, 0x6F, 0x73:
                let second = bytes[index + 1] | 0x20
                let third = bytes[index + 2] | 0x20
                switch (first, second, third) {
                // none, hidden, hide, collapse, line-through, opacity
                case (0x6E, 0x6F, 0x6E), (0x68, 0x69, 0x64), (0x6C, 0x61, 0x70), (0x68, 0x72, 0x6F),
                    (0x6F, 0x70, 0x61):
                    return true
                // font-size: 0
                case (0x73, 0x69, 0x7A):
                    let value = bytes.dropFirst(index + 4).drop { $0 == 0x20 || $0 == 0x3A }
                    if value.first == 0x30, value.dropFirst().first != 0x2E { return true }
                // super, sub
                case (0x73, 0x75, 0x70), (0x73, 0x75, 0x62): return true
                default: break
                }
            default: break
            }
            index += 1
        }
        return false
    }

    /// Whether declarations say that the element is displayed.
    static func shows(_ declarations: String) -> Bool {
        declarations.split(separator: ";").contains { declaration in
            let words = declaration.split { $0.isWhitespace || $0 == ":" }.map { $0.lowercased() }
            return words.first == "display" && words.count > 1 && !words[1].hasPrefix("none")
        }
    }

    private static let faint: Set = [
        "opacity:0", "font-size:0", "font-size:0px", "font-size:0pt", "font-size:0em",
        "font-size:0%",
    ]

    private static let shifts: [String: TextMark] = [
        "vertical-align:super": .raised, "vertical-align:super!important": .raised,
        "vertical-align:sub": .lowered, "vertical-align:sub!important": .lowered,
    ]

    private mutating func read(_ declarations: Slice<UnsafeBufferPointer<UInt8>>) {
        guard Self.mayHide(declarations) else { return }
        let style = String(
            decoding: declarations.filter { $0 > 0x20 }
                .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
            as: UTF8.self
        )
        for declaration in style.split(separator: ";") {
            if declaration.hasPrefix("display:none") || declaration == "mso-hide:all" {
                isHidden = true
                if declaration.hasSuffix("!important") { isHiddenForGood = true }
            } else if declaration.hasPrefix("visibility:hidden") {
                isHidden = true
                keepsPlace = true
            } else if declaration.hasPrefix("visibility:collapse") {
                isHidden = true
            } else if declaration.hasPrefix("text-decoration"), declaration.contains("line-through")
            {
                mark = .struck
            } else if let shift = Self.shifts[String(declaration)] {
                mark = mark ?? shift
            } else if Self.faint.contains(String(declaration)) {
                isFaint = true
            }
        }
    }
}
