import DocumentModel
import ReportModel

/// Reads plain text: every line, also an empty one, with its pieces and their columns.
enum TextReader {
    /// Reads a text in UTF-8. Lines end with LF, CR LF, CR or a form feed.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - barred: how its tables are written, if bars part their cells.
    /// - Returns: a line for each line of the text.
    static func read(_ text: DecodedText, barred: BarredRows? = nil) -> SourceDocument {
        let bytes = hasPairedTabs(text.utf8) ? withSingleTabs(text.utf8) : text.utf8
        let lines = lines(of: bytes)
        let blocks = lines.indices.map { index -> SourceDocument.Block in
            let origin = Origin(line: lines[index].number)
            let neighbours = (
                above: lines[..<index].last?.text[...],
                below: lines[(index + 1)...].first?.text[...]
            )
            let row = barred?.row(lines[index].text[...], between: neighbours, at: origin)
            return .line(row ?? TextLine(lines[index].text, origin: origin))
        }
        return SourceDocument(
            format: .text,
            encoding: text.encoding,
            title: nil,
            metadata: [],
            blocks: blocks,
            warnings: []
        )
    }

    /// Fewer are no habit.
    private static let fewestPairs = 10

    /// Whether every cell ends in two TABs, as some programs write that take tables out of pages.
    ///
    /// Where one TAB parts cells, some two of them stand side by side with text in both.
    private static func hasPairedTabs(_ bytes: [UInt8]) -> Bool {
        var pairs = 0
        var length = 0
        for byte in bytes {
            if byte == tab {
                length += 1
            } else if length > 0 {
                guard length.isMultiple(of: 2) else { return false }
                pairs += 1
                length = 0
            }
        }
        return length.isMultiple(of: 2) && pairs >= fewestPairs
    }

    private static func withSingleTabs(_ bytes: [UInt8]) -> [UInt8] {
        var single: [UInt8] = []
        single.reserveCapacity(bytes.count)
        var isSecond = false
        for byte in bytes {
            if byte != tab || !isSecond { single.append(byte) }
            isSecond = byte == tab && !isSecond
        }
        return single
    }

    private static let tab: UInt8 = 0x09

    /// The lines with their numbers; behind a form feed the same line goes on.
    private static func lines(of bytes: [UInt8]) -> [(text: String, number: Int)] {
        var lines: [(String, Int)] = []
        var start = 0
        var number = 1
        func finish(at end: Int) {
            lines.append((String(decoding: bytes[start..<end], as: UTF8.self), number))
        }
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x0C {
                finish(at: index)
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                    index += 1
                }
                start = index + 1
                number += bytes[index] == 0x0C ? 0 : 1
            }
            index += 1
        }
        if start < bytes.count { finish(at: bytes.count) }
        return lines
    }
}
