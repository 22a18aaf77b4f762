import Glibc

/// Cuts a web page into tags and text, in one pass and without a tree.
///
/// Follows the WHATWG tokenizer as far as text and tables need it: comments, raw-text elements,
/// quoted attributes and the ways in which all of these are left open. Ranges are byte offsets.
///
/// The bytes are borrowed: whoever makes a tokenizer keeps them alive. Every index is checked against
/// their count before it is used.
struct HTMLTokenizer {
    /// What comes next in the page.
    enum Token {
        /// A start tag; its attributes are in ``HTMLTokenizer/attributes``.
        case start(HTMLTag, selfClosing: Bool)
        /// An end tag.
        case end(HTMLTag)
        /// Text with character references.
        case text(Range<Int>)
        /// The contents of an element whose text is not shown, such as a title's.
        case rawText(HTMLTag, Range<Int>)
    }

    /// The attributes of the last start tag that mean something to a reader of tables.
    private(set) var attributes = HTMLAttributes()
    /// Where the last token began.
    private(set) var tokenStart = 0

    private let bytes: UnsafeBufferPointer<UInt8>
    private let tags = HTMLTag.byName
    private let attributeNames = HTMLAttributes.byName
    private var position = 0
    private var rawElement: HTMLTag?

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The next token, or `nil` at the end of the page.
    mutating func next() -> Token? {
        if let element = rawElement {
            rawElement = nil
            return rawText(of: element)
        }
        while position < bytes.count {
            tokenStart = position
            guard bytes[position] == UInt8(ascii: "<") else { return text() }
            guard let kind = byte(at: position + 1) else { return text() }
            if isLetter(kind) { return startTag() }
            switch kind {
            case UInt8(ascii: "!"): skipDeclaration()
            case UInt8(ascii: "?"): skipBogusComment()
            case UInt8(ascii: "/"):
                guard let name = byte(at: position + 2) else { return text() }
                if isLetter(name) { return endTag() }
                if name == UInt8(ascii: ">") { position += 3 } else { skipBogusComment() }
            default: return text()
            }
        }
        return nil
    }

    private mutating func text() -> Token {
        let start = position
        position = place(of: UInt8(ascii: "<"), from: position + 1)
        while position < bytes.count {
            if let kind = byte(at: position + 1),
                isLetter(kind) || kind == 0x21 || kind == 0x2F || kind == 0x3F
            {
                break
            }
            position = place(of: UInt8(ascii: "<"), from: position + 1)
        }
        return .text(start..<position)
    }

    private mutating func startTag() -> Token? {
        position += 1
        let tag = tagName()
        let selfClosing = readAttributes()
        guard position <= bytes.count else { return nil }
        if tag.holdsRawText { rawElement = tag }
        return .start(tag, selfClosing: selfClosing)
    }

    private mutating func endTag() -> Token? {
        position += 2
        let tag = tagName()
        _ = readAttributes()
        return position <= bytes.count ? .end(tag) : nil
    }

    private mutating func tagName() -> HTMLTag {
        var name = HTMLName()
        while position < bytes.count, !endsName(bytes[position]) {
            name.append(bytes[position])
            position += 1
        }
        return tags[name]
    }

    /// Reads up to and including `>`. A tag that the page's end cuts off is dropped, as browsers do.
    private mutating func readAttributes() -> Bool {
        attributes.removeAll()
        while position < bytes.count {
            let current = bytes[position]
            if isSpace(current) {
                position += 1
            } else if current == UInt8(ascii: ">") {
                position += 1
                return false
            } else if current == UInt8(ascii: "/") {
                position += 1
                if byte(at: position) == UInt8(ascii: ">") {
                    position += 1
                    return true
                }
            } else {
                readAttribute()
            }
        }
        position = bytes.count + 1
        return false
    }

    private mutating func readAttribute() {
        var name = HTMLName()
        name.append(bytes[position])
        position += 1
        while position < bytes.count, !ByteSet.attributeNameEnds.contains(bytes[position]) {
            name.append(bytes[position])
            position += 1
        }
        skipSpaces()
        guard byte(at: position) == UInt8(ascii: "=") else {
            if let name = attributeNames[name] { attributes.add(name, value: position..<position) }
            return
        }
        position += 1
        skipSpaces()
        let value = attributeValue()
        if let name = attributeNames[name] { attributes.add(name, value: value) }
    }

    private mutating func attributeValue() -> Range<Int> {
        guard let first = byte(at: position) else { return position..<position }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            let start = position + 1
            position = start
            position = place(of: first, from: position)
            defer { position += 1 }
            return start..<position
        }
        let start = position
        while position < bytes.count, !ByteSet.valueEnds.contains(bytes[position]) {
            position += 1
        }
        return start..<position
    }

    private mutating func skipDeclaration() {
        guard stands("<!--", at: position) else {
            skipBogusComment()
            return
        }
        position += 4
        if byte(at: position) == UInt8(ascii: ">") {
            position += 1
            return
        }
        if stands("->", at: position) {
            position += 2
            return
        }
        while position < bytes.count {
            position = place(of: UInt8(ascii: "-"), from: position)
            if byte(at: position + 1) == UInt8(ascii: "-") {
                var end = position + 2
                if byte(at: end) == UInt8(ascii: "!") { end += 1 }
                if byte(at: end) == UInt8(ascii: ">") {
                    position = end + 1
                    return
                }
            }
            position += 1
        }
    }

    private mutating func skipBogusComment() {
        position = place(of: UInt8(ascii: ">"), from: position) + 1
    }

    /// The text up to the element's end tag. A script may hold `<!-- <script> </script> -->`.
    private mutating func rawText(of element: HTMLTag) -> Token {
        tokenStart = position
        let start = min(position, bytes.count)
        var escaped = false
        var nested = false
        while position < bytes.count {
            // In an escaped script dashes matter too.
            if !escaped { position = place(of: UInt8(ascii: "<"), from: position) }
            if element == .script, stands("<!--", at: position) {
                escaped = true
                position += 4
            } else if escaped, stands("-->", at: position) {
                escaped = false
                nested = false
                position += 3
            } else if escaped, !nested, opensElement(element, at: position + 1) {
                nested = true
                position += 7
            } else if stands("</", at: position), opensElement(element, at: position + 2) {
                guard nested else { break }
                nested = false
                position += 8
            } else {
                position += 1
            }
        }
        position = min(position, bytes.count)
        return .rawText(element, start..<position)
    }

    private func opensElement(_ element: HTMLTag, at start: Int) -> Bool {
        guard start > 0, let before = byte(at: start - 1), before == 0x3C || before == 0x2F else {
            return false
        }
        var name = HTMLName()
        var end = start
        while end < bytes.count, end - start <= 10, isLetter(bytes[end]) {
            name.append(bytes[end])
            end += 1
        }
        guard let after = byte(at: end), endsName(after) else { return false }
        return tags[name] == element
    }

    /// Where a byte stands next, or the end of the page.
    private func place(of byte: UInt8, from start: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        return bytes.place(of: byte, in: start..<bytes.count) ?? bytes.count
    }

    private mutating func skipSpaces() {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    }

    private func stands(_ word: StaticString, at start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount <= bytes.count, let base = bytes.baseAddress else {
            return false
        }
        return memcmp(base + start, word.utf8Start, word.utf8CodeUnitCount) == 0
    }

    private func byte(at index: Int) -> UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        ByteSet.spaces.contains(byte)
    }

    private func endsName(_ byte: UInt8) -> Bool {
        ByteSet.nameEnds.contains(byte)
    }
}
