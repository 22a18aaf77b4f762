import ReportModel

/// Reads XML one piece at a time, without a tree and without entities of its own.
///
/// Strict where a reader must not guess: end tags match, a document type is refused, and so is nesting beyond
/// ``deepest``. Source: XML 1.0, as far as office formats and `pdftotext` write it.
struct XMLScanner {
    /// How deep elements may stand in each other.
    static let deepest = 256

    /// A piece of the document.
    enum Event {
        /// A start tag; its attributes are asked of the scanner.
        case start(String)
        /// An end tag, also the one that `<a/>` implies.
        case end(String)
        /// Text, its character references resolved.
        case text(String)
    }

    private let bytes: [UInt8]
    private let part: String
    private var position = 0
    private var open: [String] = []
    private var attributes: [(name: String, value: Range<Int>)] = []
    private var closesAtOnce = false

    /// A scanner of a document in UTF-8 with or without a mark, or in UTF-16 with one.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - part: its name, for messages.
    /// - Throws: `.undecodable` for bytes that the encoding doesn't have.
    init(_ bytes: [UInt8], part: String) throws(Rejection) {
        self.bytes = try DecodedText(bytes).utf8
        self.part = part
    }

    /// How many elements are open.
    var depth: Int { open.count }

    /// Whether an element of this name is the innermost that is open.
    func isWithin(_ name: String) -> Bool { open.last == name }

    /// Whether the innermost open element stands right in one of this name.
    func isChild(of name: String) -> Bool { open.dropLast().last == name }

    /// How many bytes, as UTF-8 without a mark, the scanner has passed.
    var offset: Int { position }

    /// The line, from 1, where the scanner stands.
    var line: Int { 1 + bytes[..<min(position, bytes.count)].count { $0 == 0x0A } }

    /// An attribute of the last start tag.
    func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name }.map { Self.resolved(bytes, $0.value) }
    }

    /// Whether an attribute of the last start tag says yes; programs write `1` or `true`, `0` or `false`.
    ///
    /// - Parameters:
    ///   - name: the attribute's name.
    ///   - isOn: what holds where the tag doesn't say.
    /// - Returns: whether it says yes.
    func flag(_ name: String, else isOn: Bool) -> Bool {
        switch attribute(name) {
        case "1", "true", "on": true
        case "0", "false", "off": false
        default: isOn
        }
    }

    /// The next piece, or `nil` at the end.
    ///
    /// - Throws: `.damagedFile` when this is no XML.
    mutating func next() throws(Rejection) -> Event? {
        if closesAtOnce {
            closesAtOnce = false
            return open.popLast().map(Event.end)
        }
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else { return text() }
            if starts("<!--") {
                try skip(past: "-->")
            } else if starts("<![CDATA[") {
                let start = position + 9
                try skip(past: "]]>")
                return .text(String(decoding: bytes[start..<(position - 3)], as: UTF8.self))
            } else if starts("<?") {
                try skip(past: "?>")
            } else if starts("<!") {
                throw fault("DOCTYPE")
            } else if starts("</") {
                return try endTag()
            } else {
                return try startTag()
            }
        }
        if let element = open.last { throw fault(element) }
        return nil
    }

    /// Passes over everything up to the end of the element that has just begun.
    mutating func skipElement() throws(Rejection) {
        let outer = depth - 1
        while depth > outer { if try next() == nil { return } }
    }

    private mutating func text() -> Event {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .text(Self.resolved(bytes, start..<position))
    }

    private mutating func startTag() throws(Rejection) -> Event {
        position += 1
        let element = name()
        guard !element.isEmpty, depth < Self.deepest else { throw fault(element) }
        attributes.removeAll(keepingCapacity: true)
        while true {
            skipSpaces()
            guard position < bytes.count else { throw fault(element) }
            if bytes[position] == UInt8(ascii: ">") {
                position += 1
                break
            }
            if starts("/>") {
                position += 2
                closesAtOnce = true
                break
            }
            try readAttribute(of: element)
        }
        open.append(element)
        return .start(element)
    }

    private mutating func readAttribute(of element: String) throws(Rejection) {
        let attribute = name()
        skipSpaces()
        guard !attribute.isEmpty, starts("=") else { throw fault(element) }
        position += 1
        skipSpaces()
        guard position < bytes.count else { throw fault(element) }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw fault(element)
        }
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != quote { position += 1 }
        guard position < bytes.count else { throw fault(element) }
        attributes.append((attribute, start..<position))
        position += 1
    }

    private mutating func endTag() throws(Rejection) -> Event {
        position += 2
        let element = name()
        skipSpaces()
        guard starts(">"), open.last == element else { throw fault("/" + element) }
        position += 1
        open.removeLast()
        return .end(element)
    }

    private mutating func name() -> String {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte <= 0x20 || byte == 0x3E || byte == 0x2F || byte == 0x3D { break }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func skip(past mark: String) throws(Rejection) {
        while position < bytes.count {
            if starts(mark) {
                position += mark.utf8.count
                return
            }
            position += 1
        }
        throw fault(mark)
    }

    private func starts(_ mark: StaticString) -> Bool {
        let count = mark.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[position + $0] == mark.utf8Start[$0] }
    }

    private func starts(_ mark: String) -> Bool {
        bytes[position...].starts(with: mark.utf8)
    }

    private func fault(_ thing: String) -> Rejection {
        Rejection(.damagedFile, [part, "<\(thing.prefix(40))>"], origin: Origin(line: line))
    }

    /// Text with its references resolved; one that XML doesn't have stays as it is.
    private static func resolved(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let reference =
                bytes[index] == UInt8(ascii: "&")
                ? bytes.withUnsafeBufferPointer {
                    CharacterReferences.resolve($0, at: index, end: range.upperBound)
                } : nil
            text.append(contentsOf: reference.map { Array($0.utf8) } ?? [bytes[index]])
            index = reference?.next ?? index + 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
