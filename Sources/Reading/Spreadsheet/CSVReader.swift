import CSVCodec
import DocumentModel
import ReportModel

/// Reads comma- and tabulator-separated values: one table whose columns are sure.
enum CSVReader {
    /// What may stand between two fields.
    private static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B]

    /// Reads a text in UTF-8.
    ///
    /// - Throws: `.damagedFile` at a quote in the wrong place, `.tableTooLarge` when it is beyond all bounds.
    static func read(_ text: DecodedText) throws(Rejection) -> SourceDocument {
        let head = text.utf8.prefix(65536)
        let counts = delimiters.map { delimiter in head.count { $0 == delimiter } }
        let delimiter = zip(delimiters, counts).max { $0.1 < $1.1 }?.0 ?? delimiters[0]
        let rows: [[String]]
        do {
            rows = try CSVDecoder.rows(of: text.utf8, delimiter: delimiter)
        } catch {
            throw Rejection(.damagedFile, ["CSV", error.description])
        }
        return SourceDocument(
            format: .csv,
            encoding: text.encoding,
            title: nil,
            metadata: [],
            blocks: try grid(rows).map { [.grid($0)] } ?? [],
            warnings: []
        )
    }

    /// Rows as a grid, all equally wide; `nil` where there are none.
    static func grid(_ rows: [[String]], table: Int = 1) throws(Rejection) -> Grid? {
        let widths = rows.map { row in
            (row.lastIndex { !TextLine.trimmed($0).isEmpty } ?? -1) + 1
        }
        guard let width = widths.max(), width > 0 else { return nil }
        var builder = GridBuilder(table: table, hasRuledColumns: true)
        for row in rows {
            try builder.beginRow()
            for column in 0..<width {
                try builder.add(
                    text: column < row.count ? TextLine.trimmed(row[column]) : "",
                    rowSpan: 1,
                    columnSpan: 1,
                    line: nil
                )
            }
        }
        return builder.finished()
    }
}
