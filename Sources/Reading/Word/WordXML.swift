import DocumentModel
import ReportModel

/// Reads Word documents that are one XML file, as programs write them that fill in templates, often named `.doc`.
///
/// Since Word 2007 such a file holds the parts that an archive has otherwise (ECMA-376, Flat OPC); the one of Word 2003 has
/// nearly the same elements, with its styles, notes and comments among the text.
enum WordXML {
    /// Whether a text is one.
    static func recognises(_ utf8: [UInt8]) -> Bool {
        let head = head(of: utf8)
        return head.hasPrefix("<?xml")
            && (head.contains("<pkg:package") || head.contains("<w:wordDocument"))
    }

    /// The beginning of a text, as far as it says what the text is.
    static func head(of utf8: [UInt8]) -> String {
        String(decoding: utf8.drop { $0 <= 0x20 }.prefix(2048), as: UTF8.self)
    }

    /// Reads a document.
    ///
    /// - Throws: `.damagedFile` where it is no XML, or has no part with the document's text.
    static func read(_ text: DecodedText) throws(Rejection) -> SourceDocument {
        guard head(of: text.utf8).contains("<pkg:package") else {
            return try WordReader.read(text.utf8, part: "w:wordDocument", styles: text.utf8)
        }
        let part = "word/document.xml"
        guard let document = try contents(of: part, in: text.utf8) else {
            throw Rejection(.damagedFile, ["Word", part])
        }
        return try WordReader.read(
            document,
            part: part,
            styles: contents(of: "word/styles.xml", in: text.utf8)
        )
    }

    /// A part of a package, as XML of its own; `nil` if it hasn't got it.
    private static func contents(
        of part: String,
        in package: [UInt8]
    ) throws(Rejection) -> [UInt8]? {
        var scanner = try XMLScanner(package, part: part)
        var isWithinPart = false
        while let event = try scanner.next() {
            switch event {
            case .start("pkg:part"): isWithinPart = scanner.attribute("pkg:name") == "/" + part
            case .start("pkg:xmlData") where isWithinPart:
                let start = scanner.offset
                try scanner.skipElement()
                let element = package[start..<scanner.offset]
                return Array(element[..<(element.lastIndex(of: UInt8(ascii: "<")) ?? start)])
            default: break
            }
        }
        return nil
    }
}
