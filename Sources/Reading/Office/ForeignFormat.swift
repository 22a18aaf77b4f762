import DocumentModel
import ReportModel

/// A format of office files that LibreOffice rewrites where no reader here reads it.
enum ForeignFormat: String {
    case word97 = "Word 97–2003"
    case excel97 = "Excel 97–2003"
    case excelXML = "Excel 2003 XML"
    case openDocumentText = "OpenDocument text"
    case openDocumentSheet = "OpenDocument spreadsheet"
    case richText = "RTF"

    /// Reads a document.
    ///
    /// - Throws: ``Rejection`` where LibreOffice is missing or can't read it, or what it writes is no document.
    func read(_ bytes: [UInt8]) throws(Rejection) -> SourceDocument {
        let archive = try ZipArchive(
            LibreOffice.rewritten(bytes, to: target, from: rawValue)
        )
        var document =
            switch target {
            case .docx: try WordReader.read(archive)
            case .xlsx: try WorkbookReader.read(archive)
            }
        document.format = format
        return document
    }

    private var target: LibreOffice.Target {
        switch self {
        case .excel97, .excelXML, .openDocumentSheet: .xlsx
        case .word97, .openDocumentText, .richText: .docx
        }
    }

    private var format: SourceDocument.Format {
        switch self {
        case .word97: .doc
        case .excel97, .excelXML: .xls
        case .openDocumentText: .odt
        case .openDocumentSheet: .ods
        case .richText: .rtf
        }
    }

    /// Which of OpenDocument's formats an archive's first member names; `nil` where it is none of them.
    static func openDocument(_ archive: ZipArchive) throws(Rejection) -> ForeignFormat? {
        let family = "application/vnd.oasis.opendocument."
        let type = try archive.bytes(named: "mimetype").map { String(decoding: $0, as: UTF8.self) }
        guard let type, type.hasPrefix(family) else { return nil }
        // Templates, and texts made of web pages, have a word more.
        switch type.dropFirst(family.count).prefix(while: { $0 != "-" }) {
        case "text": return .openDocumentText
        case "spreadsheet": return .openDocumentSheet
        default: return nil
        }
    }

    /// Whether a text is a workbook as one XML file, as Excel 2003 writes it.
    static func isWorkbook(_ utf8: [UInt8]) -> Bool {
        let head = WordXML.head(of: utf8)
        return head.hasPrefix("<?xml")
            && head.contains("urn:schemas-microsoft-com:office:spreadsheet")
    }
}
