/// Writes values byte by byte. Foundation's encoder says the same, but spends on a page's answer several times what
/// reading the page takes.
struct JSONWriter {
    /// What has been written, UTF-8.
    private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private let escapesTurns: Bool
    private var depth = 0

    /// A writer of nothing yet.
    ///
    /// - Parameters:
    ///   - isIndented: a member a line, two spaces deeper than what it belongs to.
    ///   - escapesTurns: escapes what turns a terminal's writing around.
    init(isIndented: Bool, escapesTurns: Bool) {
        self.isIndented = isIndented
        self.escapesTurns = escapesTurns
    }

    /// Writes a value.
    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: put("null")
        case .boolean(let value): put(value ? "true" : "false")
        case .integer(let value): put(String(value))
        case .string(let text): write(text)
        case .array(let values):
            writeMembers(of: values, between: ("[", "]")) { writer, value in writer.write(value) }
        case .object(let members):
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            writeMembers(of: sorted, between: ("{", "}")) { writer, member in
                writer.write(member.key)
                writer.put(writer.isIndented ? " : " : ":")
                writer.write(member.value)
            }
        }
    }

    private mutating func writeMembers<Member>(
        of members: [Member],
        between brackets: (opening: String, closing: String),
        _ write: (inout JSONWriter, Member) -> Void
    ) {
        put(brackets.opening)
        depth += 1
        for (number, member) in members.enumerated() {
            if number > 0 { put(",") }
            breakLine()
            write(&self, member)
        }
        depth -= 1
        if members.isEmpty, isIndented { put("\n") }
        breakLine()
        put(brackets.closing)
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        put("\n")
        for _ in 0..<depth { put("  ") }
    }

    private mutating func write(_ text: String) {
        put("\"")
        var text = text
        text.withUTF8 { letters in
            // Nearly every text needs no escape, and goes out as it lies.
            if letters.allSatisfy(Self.isPlain), !escapesTurns || !Self.mayTurn(letters) {
                bytes.append(contentsOf: letters)
                return
            }
            for scalar in String(decoding: letters, as: UTF8.self).unicodeScalars { write(scalar) }
        }
        put("\"")
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": put("\\\"")
        case "\\": put("\\\\")
        case "\u{8}": put("\\b")
        case "\t": put("\\t")
        case "\n": put("\\n")
        case "\u{C}": put("\\f")
        case "\r": put("\\r")
        case _ where scalar.value < 0x20 || escapesTurns && Self.turnsWriting(scalar):
            let digits = String(scalar.value, radix: 16)
            put("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        default: put(String(scalar))
        }
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Whether there may be something among some bytes that turns writing: all of it begins with one of three.
    private static func mayTurn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
    }

    private static func turnsWriting(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
