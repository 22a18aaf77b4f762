public import DocumentModel
public import ReportModel

/// The door of the room: bytes in, a document without its format out.
public enum DocumentReading {
    /// Raised whenever a reader reads something differently, so that files are read again.
    public static let version = 11
    /// More bytes than any report has, with its pictures.
    public static let mostBytes = 32 << 20
    /// More bytes than any report has as text or as a web page.
    public static let mostTextBytes = 8 << 20

    /// Whether this build reads what is packed as an archive: Word, Excel, ZIP.
    public static var readsArchives: Bool {
        #if Office
            true
        #else
            false
        #endif
    }

    /// Reads a file of any format.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: the file's name; only its ending is looked at, and only where the bytes don't tell.
    /// - Returns: the document, without its format.
    /// - Throws: ``Rejection`` with the place and the reason.
    public static func read(_ bytes: [UInt8], name: String) throws(Rejection) -> SourceDocument {
        guard bytes.count <= mostBytes else {
            throw Rejection(.fileTooLarge, [String(bytes.count), String(mostBytes)])
        }
        if let kind = Signature.allCases.first(where: { $0.marks(bytes) }) {
            if kind.isImage { throw Rejection(.image, [kind.rawValue]) }
            switch kind {
            case .pdf: return try PDFReader.read(bytes)
            case .zip: return try readOffice(bytes)
            case .compound: return try CompoundFile.read(bytes)
            case .richText: return try ForeignFormat.richText.read(bytes)
            default: throw Rejection(.formatUnsupported, [kind.rawValue])
            }
        }
        guard bytes.count <= mostTextBytes else {
            throw Rejection(.fileTooLarge, [String(bytes.count), String(mostTextBytes)])
        }
        let text = try DecodedText(bytes)
        guard !isEmpty(text.utf8) else { throw Rejection(.emptyFile) }
        if ForeignFormat.isWorkbook(text.utf8) { return try ForeignFormat.excelXML.read(bytes) }
        var document =
            if WordXML.recognises(text.utf8) {
                try WordXML.read(text)
            } else if hasEndingOfPage(name) {
                try HTMLReader.read(text)
            } else if EmbeddedTables.recognises(text.utf8) {
                try EmbeddedTables.read(text)
            } else if isWebPage(text.utf8), !MarkdownReader.isWritten(text) {
                try HTMLReader.read(text)
            } else {
                try readText(text, name: name)
            }
        if text.isGuess {
            document.warnings.append(ReadingWarning(.encodingUndeclared, [text.encoding]))
        }
        return document
    }

    /// Reads a text, whichever way its tables are written.
    private static func readText(
        _ text: DecodedText,
        name: String
    ) throws(Rejection) -> SourceDocument {
        let lines = MarkdownReader.lines(of: text)
        if MarkdownReader.recognises(lines) { return try MarkdownReader.read(text) }
        let isSheet = [".csv", ".tsv"].contains(where: name.lowercased().hasSuffix)
        return try isSheet
            ? CSVReader.read(text) : TextReader.read(text, barred: BarredRows(lines))
    }

    /// Reads the words that `pdftotext -bbox` takes out of a PDF, for those who have them already.
    ///
    /// - Returns: `nil` if there is no page in them.
    package static func read(wordsOfPDF words: [UInt8]) throws(Rejection) -> SourceDocument? {
        try PDFReader.document(ofWords: words)
    }

    /// Reads an office file of today, a ZIP archive with parts of known names.
    private static func readOffice(_ bytes: [UInt8]) throws(Rejection) -> SourceDocument {
        let archive = try ZipArchive(bytes)
        let names = Set(archive.members.map(\.name))
        if names.contains("word/document.xml") { return try WordReader.read(archive) }
        if names.contains("xl/workbook.xml") { return try WorkbookReader.read(archive) }
        if let format = try ForeignFormat.openDocument(archive) { return try format.read(bytes) }
        let others = [
            ("OFD.xml", "OFD"), ("META-INF/container.xml", "EPUB"), ("mimetype", "OpenDocument"),
        ]
        let format = others.first { names.contains($0.0) }?.1 ?? "ZIP"
        throw Rejection(.formatUnsupported, [format])
    }

    /// Whether nothing but white space stands in a text.
    private static func isEmpty(_ utf8: [UInt8]) -> Bool {
        if utf8.contains(where: { (0x21...0x7E).contains($0) }) { return false }
        return String(decoding: utf8, as: UTF8.self).unicodeScalars.allSatisfy(TextLine.isSpace)
    }

    /// Whether a file's name is that of a web page.
    private static func hasEndingOfPage(_ name: String) -> Bool {
        let lower = name.lowercased()
        return [".html", ".htm", ".shtml", ".xhtml", ".jsp", ".aspx"].contains(
            where: lower.hasSuffix
        )
    }

    /// Whether a text has a page's tags, whatever its name says.
    private static func isWebPage(_ utf8: [UInt8]) -> Bool {
        let head = String(decoding: utf8.prefix(4096), as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<p "]
            .contains { head.contains($0) }
    }
}

/// Bytes that a format begins with.
private enum Signature: String, CaseIterable {
    case pdf = "PDF"
    case zip = "Word, Excel or ZIP"
    case compound = "Word 97–2003"
    case richText = "RTF"
    case jpeg = "JPEG"
    case png = "PNG"
    case gif = "GIF"
    case tiff = "TIFF"
    case webP = "WebP"
    case gzip = "GZIP"
    case webArchive = "MHTML"

    var isImage: Bool { [.jpeg, .png, .gif, .tiff, .webP].contains(self) }

    func marks(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .pdf:
            // Something may stand in front of it.
            bytes.indices.prefix(1024).contains { index in
                bytes[index] == UInt8(ascii: "%") && bytes[index...].starts(with: "%PDF-".utf8)
            }
        case .zip: bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        case .compound: bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        case .richText: bytes.starts(with: "{\\rtf".utf8)
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
        case .gif: bytes.starts(with: "GIF8".utf8)
        case .tiff:
            bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A])
        case .webP: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
        case .gzip: bytes.starts(with: [0x1F, 0x8B])
        case .webArchive:
            // A letter with the page and its pictures as attachments.
            ["from:", "mime-version:", "content-type:"].contains { field in
                String(decoding: bytes.prefix(field.utf8.count), as: UTF8.self).lowercased()
                    == field
            }
                && String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
                    .contains("multipart/")
        }
    }
}
