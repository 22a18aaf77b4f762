import DocumentModel
import ReportModel

/// Reads plain text: every line, also an empty one, with its pieces and their columns.
enum TextReader {
    /// Reads a text in UTF-8. Lines end with LF, CR LF, CR or a form feed.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - barred: how its tables are written, if bars part their cells.
    static func read(_ text: DecodedText, barred: BarredRows? = nil) -> SourceDocument {
        var blocks: [SourceDocument.Block] = []
        var start = 0
        var number = 1
        let bytes = text.utf8
        var above: String?
        func finish(at end: Int) {
            let line = String(decoding: bytes[start..<end], as: UTF8.self)
            let origin = Origin(line: number)
            if let cells = barred?.cells(of: line[...], below: above?[...]) {
                blocks.append(.line(TextLine(cells: cells, origin: origin)))
            } else {
                blocks.append(.line(TextLine(line, origin: origin)))
            }
            above = line
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
