public import ReportModel

/// A document without its format: lines of text and tables as filled grids, in reading order.
///
/// Every piece knows where it stands. Nothing here knows of forms.
public struct SourceDocument: Sendable {
    /// The format that the document came in.
    public var format: Format
    /// The encoding that its bytes were in, such as `UTF-8`.
    public var encoding: String
    /// The title that the format keeps apart from the text.
    public var title: String?
    /// Named values that the format keeps apart from the text, in order.
    public var metadata: [Metadatum]
    /// Lines and tables in reading order.
    public var blocks: [Block]
    /// What the reader is not sure of.
    public var warnings: [ReadingWarning]

    /// A document with all its parts.
    public init(
        format: Format,
        encoding: String,
        title: String?,
        metadata: [Metadatum],
        blocks: [Block],
        warnings: [ReadingWarning]
    ) {
        self.format = format
        self.encoding = encoding
        self.title = title
        self.metadata = metadata
        self.blocks = blocks
        self.warnings = warnings
    }

    /// Whether any Chinese character stands in the document's body.
    public var hasIdeographs: Bool {
        blocks.contains { block in
            switch block {
            case .line(let line): line.text.utf8.contains(where: Self.leadsIdeograph)
            case .grid(let grid):
                grid.cells.contains { $0.text.utf8.contains(where: Self.leadsIdeograph) }
            }
        }
    }

    /// The first bytes of U+4000 to U+9FFF in UTF-8, which stand at the beginning of characters only.
    private static func leadsIdeograph(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

    /// The formats that readers exist for.
    public enum Format: String, Sendable, CaseIterable {
        /// A table with commas or tabulators between its cells.
        case csv
        /// Word 97–2003.
        case doc
        /// Word.
        case docx
        /// A web page.
        case html
        /// Markdown with pipe tables.
        case markdown
        /// A spreadsheet in OpenDocument.
        case ods
        /// A text in OpenDocument.
        case odt
        /// PDF with a text layer.
        case pdf
        /// A text in Microsoft's Rich Text Format.
        case rtf
        /// Plain text.
        case text
        /// Excel 97–2003, and 2003 as XML.
        case xls
        /// Excel.
        case xlsx
    }

    /// A named value, such as a web page's `<meta name="PubDate" content="2025-01-22">`.
    public struct Metadatum: Sendable, Hashable {
        /// The name, as written.
        public var name: String
        /// The value, as written.
        public var content: String
        /// Where it stands.
        public var origin: Origin

        /// A named value.
        public init(name: String, content: String, origin: Origin) {
            self.name = name
            self.content = content
            self.origin = origin
        }
    }

    /// A piece of the document's body.
    public enum Block: Sendable {
        /// A line of text outside of tables.
        case line(TextLine)
        /// An innermost table.
        case grid(Grid)

        /// Whether the piece is a table.
        public var isGrid: Bool {
            if case .grid = self { true } else { false }
        }
    }
}
