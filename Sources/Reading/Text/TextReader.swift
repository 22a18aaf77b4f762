import DocumentModel
import ReportModel

/// Reads plain text: every line, also an empty one, with its pieces and their columns.
enum TextReader {
    /// Reads a text in UTF-8. Lines end with LF, CR LF, CR or a form feed.
    static func read(_ text: DecodedText) -> SourceDocument {
        var blocks: [SourceDocument.Block] = []
        var start = 0
        var number = 1
        let bytes = text.utf8
        func finish(at end: Int) {
            let line = String(decoding: bytes[start..<end], as: UTF8.self)
            blocks.append(.line(TextLine(line, origin: Origin(line: number))))
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
        return SourceDocument(
            format: .text,
            encoding: text.encoding,
            title: nil,
            metadata: [],
            blocks: blocks,
            warnings: []
        )
    }
}
