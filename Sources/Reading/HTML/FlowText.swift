import DocumentModel

/// Text as a browser would flow it: runs of white space are one space, blocks begin new lines.
struct FlowText {
    private(set) var bytes: [UInt8] = []
    /// The line of the page on which each line of the text begins.
    private(set) var lineNumbers: [Int] = []
    private var pendingSpace = false
    private var atLineStart = true

    /// Adds text of the page, resolving character references.
    mutating func append(
        _ page: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>,
        preformatted: Bool,
        lines: inout LineCounter
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = page[index]
            if byte > 0x20, byte != UInt8(ascii: "&") {
                // Most of a page's text is runs without spaces or references.
                var end = index + 1
                while end < range.upperBound, page[end] > 0x20, page[end] != UInt8(ascii: "&") {
                    end += 1
                }
                put(byte) { lines.line(at: index, in: page) }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: page[(index + 1)..<end]))
                index = end
                continue
            }
            if byte == UInt8(ascii: "&"),
                let reference = CharacterReferences.resolve(page, at: index, end: range.upperBound)
            {
                for byte in reference.utf8 { put(byte) { lines.line(at: index, in: page) } }
                index = reference.next
                continue
            }
            if preformatted, byte == 0x0A {
                breakLine()
            } else if !preformatted, ByteSet.spaces.contains(byte) {
                pendingSpace = true
            } else if byte != 0x0D {
                put(byte) { lines.line(at: index, in: page) }
            }
            index += 1
        }
    }

    /// Sets off all that was added since the text had a number of bytes.
    mutating func mark(from start: Int, _ mark: TextMark) {
        guard start < bytes.count else { return }
        let text = mark.applied(to: String(decoding: bytes[start...], as: UTF8.self))
        bytes.replaceSubrange(start..., with: text.utf8)
    }

    /// Adds text that has flowed already, as lines of its own.
    mutating func append(flowed text: String, line: Int) {
        breakLine()
        for byte in text.utf8 {
            if byte == 0x0A { breakLine() } else { put(byte) { line } }
        }
        breakLine()
    }

    /// Sets what follows apart, unless a new line has just begun.
    mutating func addSpace() { pendingSpace = true }

    /// Begins a new line, unless one has just begun.
    mutating func breakLine() {
        pendingSpace = false
        guard !atLineStart else { return }
        bytes.append(0x0A)
        atLineStart = true
    }

    /// The lines so far, each with its line in the page. Empties the text.
    mutating func takeLines() -> [(text: String, line: Int)] {
        guard !bytes.isEmpty else { return [] }
        var lines: [(text: String, line: Int)] = []
        lines.reserveCapacity(lineNumbers.count)
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
                if index > start, lines.count < lineNumbers.count {
                    let text = UnsafeBufferPointer(rebasing: bytes[start..<index])
                    lines.append((String(decoding: text, as: UTF8.self), lineNumbers[lines.count]))
                }
                start = index + 1
            }
        }
        empty()
        return lines
    }

    /// The text so far without white space at its ends, lines separated by `\n`. Empties it.
    mutating func takeText() -> String {
        let text = bytes.withUnsafeBufferPointer { bytes in
            String(
                decoding: UnsafeBufferPointer(rebasing: bytes[TextLine.visible(in: bytes)]),
                as: UTF8.self
            )
        }
        empty()
        return text
    }

    /// Keeps the room, which the next cell needs again.
    private mutating func empty() {
        bytes.removeAll(keepingCapacity: true)
        lineNumbers.removeAll(keepingCapacity: true)
        pendingSpace = false
        atLineStart = true
    }

    private mutating func put(_ byte: UInt8, line: () -> Int) {
        if atLineStart {
            lineNumbers.append(line())
            atLineStart = false
        } else if pendingSpace {
            bytes.append(0x20)
        }
        pendingSpace = false
        bytes.append(byte == 0x0A ? 0x20 : byte)
    }
}

/// Counts the lines of a page once, however often it is asked; offsets must not go back.
struct LineCounter {
    private var countedTo = 0
    private var lines = 1

    /// The line, from 1, of a byte's offset.
    mutating func line(at offset: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        let end = min(offset, page.count)
        guard countedTo < end else { return lines }
        while let feed = page.place(of: 0x0A, in: countedTo..<end) {
            lines += 1
            countedTo = feed + 1
        }
        countedTo = end
        return lines
    }
}
