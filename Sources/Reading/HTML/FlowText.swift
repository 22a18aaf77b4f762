/// Text as a browser would flow it: runs of white space are one space, blocks begin new lines.
struct FlowText {
    private(set) var bytes: [UInt8] = []
    /// The source offset at which the text of each line begins.
    private(set) var lineStarts: [Int] = []
    private var pendingSpace = false
    private var atLineStart = true

    /// Adds text of the page, resolving character references.
    mutating func append(_ page: [UInt8], _ range: Range<Int>, preformatted: Bool) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = page[index]
            if byte == UInt8(ascii: "&"),
                let reference = CharacterReferences.resolve(page, at: index, end: range.upperBound)
            {
                for byte in reference.utf8 { put(byte, at: index) }
                index = reference.next
                continue
            }
            if preformatted, byte == 0x0A {
                breakLine()
            } else if !preformatted, Self.isSpace(byte) {
                pendingSpace = true
            } else if byte != 0x0D {
                put(byte, at: index)
            }
            index += 1
        }
    }

    /// Begins a new line, unless one has just begun.
    mutating func breakLine() {
        pendingSpace = false
        guard !atLineStart else { return }
        bytes.append(0x0A)
        atLineStart = true
    }

    /// The lines so far, each with the offset of its first byte. Empties the text.
    mutating func takeLines() -> [(text: String, offset: Int)] {
        let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        defer { self = FlowText() }
        return Array(zip(lines, lineStarts)).map { (text: $0.0, offset: $0.1) }
    }

    /// The text so far, lines separated by `\n`. Empties it.
    mutating func takeText() -> String {
        defer { self = FlowText() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func put(_ byte: UInt8, at offset: Int) {
        if atLineStart {
            lineStarts.append(offset)
            atLineStart = false
        } else if pendingSpace {
            bytes.append(0x20)
        }
        pendingSpace = false
        bytes.append(byte == 0x0A ? 0x20 : byte)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }
}
