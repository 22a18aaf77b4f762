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
        let lines = lines(of: text.utf8)
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
