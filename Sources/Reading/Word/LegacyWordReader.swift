import DocumentModel
import ReportModel

/// Reads Word 97–2003 through `wvWare`, which writes a web page with the tables' merged cells.
///
/// `catdoc` and `antiword` were tried: the one loses whole stretches of Chinese text, the other whole tables.
enum LegacyWordReader {
    private static let program = ChildProgram(name: "wvWare", package: "wv")

    /// Reads a document.
    ///
    /// - Throws: ``Rejection`` when the program is missing or can't read the document.
    static func read(_ bytes: [UInt8]) throws(Rejection) -> SourceDocument {
        let outcome = try program.run(["--charset=utf-8", "/dev/stdin"], input: bytes)
        guard outcome.exitCode == 0, !outcome.output.isEmpty else {
            throw Rejection(.damagedFile, ["Word 97–2003", "OLE"])
        }
        let text = try DecodedText(outcome.output)
        guard
            String(decoding: text.utf8, as: UTF8.self).unicodeScalars
                .contains(where: { $0.properties.isIdeographic })
        else { throw Rejection(.garbledText, [String(text.utf8.count)]) }
        var document = try HTMLReader.read(text, zeroSpanGoesOn: true)
        document.format = .doc
        // The program names every document alike.
        document.title = nil
        document.metadata = []
        return document
    }
}
