import DocumentModel
import ReportModel

/// Reads a PDF's text layer: words with their places, as lines from the top down.
///
/// `pdftotext -bbox` takes the words out, as a child within limits, or ``WordsProgram`` as it would. Rulings are not
/// read; whoever reads a table finds its rows and columns by where the words stand.
enum PDFReader {
    /// More pages than any report has.
    static let mostPages = 300
    static let program = ChildProgram(name: "pdftotext", package: "poppler-utils")

    /// Reads a PDF.
    ///
    /// - Throws: ``Rejection`` for scans, encrypted and damaged files, garbled text, and files beyond limits.
    static func read(_ bytes: [UInt8]) throws(Rejection) -> SourceDocument {
        let document = try documentOfWords(bytes)
        try refuseRecognised(document, bytes)
        return document
    }

    /// Has the words taken out.
    private static func documentOfWords(_ bytes: [UInt8]) throws(Rejection) -> SourceDocument {
        let pages = mostPages + 1
        if let words = WordsProgram.words(of: bytes, pages: pages),
            let document = try document(ofWords: words)
        {
            return document
        }
        let outcome = try program.run(
            ["-bbox", "-enc", "UTF-8", "-l", String(pages), "-", "-"],
            input: bytes
        )
        guard outcome.exitCode != nil else {
            throw Rejection(.limitExceeded, ["PDF", "\(ChildProgram.Limits.processorSeconds) s"])
        }
        if let map = CharacterMaps.missing(outcome.errors) {
            throw Rejection(.languagePackMissing, [map, CharacterMaps.package])
        }
        guard outcome.exitCode == 0, let document = try document(ofWords: outcome.output) else {
            throw bytes.contains(Array("/Encrypt".utf8))
                ? Rejection(.encrypted, ["PDF"]) : Rejection(.damagedFile, ["PDF", "%PDF"])
        }
        return document
    }

    /// Reads what `pdftotext -bbox` wrote.
    ///
    /// - Returns: `nil` if there is no page in it.
    /// - Throws: ``Rejection`` for scans, garbled text and too many pages.
    static func document(ofWords output: [UInt8]) throws(Rejection) -> SourceDocument? {
        let pages = Watermark.removed(from: try PDFPage.pages(in: output))
        guard !pages.isEmpty else { return nil }
        guard pages.count <= mostPages else {
            throw Rejection(.limitExceeded, ["PDF", "\(mostPages)"])
        }
        let text = pages.map { $0.words.map(\.text).joined() }.joined()
        guard !text.isEmpty else { throw Rejection(.noTextLayer, [String(pages.count)]) }
        try refuseGarbled(text, pages: pages.count)
        return SourceDocument(
            format: .pdf,
            encoding: "UTF-8",
            title: nil,
            metadata: [],
            blocks: lines(of: pages).map(SourceDocument.Block.line),
            warnings: []
        )
    }

    /// A picture for every page with text: then a program has read the text off them.
    private static func refuseRecognised(
        _ document: SourceDocument,
        _ bytes: [UInt8]
    ) throws(Rejection) {
        let pages = Set(
            document.blocks.compactMap { block in
                if case .line(let line) = block { line.origin.page } else { nil }
            }
        )
        let recognised = RecognisedText(bytes)
        if recognised.hasUnseenFont || recognised.pages >= max(pages.count, 1) {
            throw Rejection(.recognisedText, [String(pages.count)])
        }
    }

    /// A report is in Chinese. A few letters on many pages are a scan's stamp; letters only, a broken font.
    private static func refuseGarbled(_ text: String, pages: Int) throws(Rejection) {
        let scalars = text.unicodeScalars
        let chinese = scalars.count { $0.properties.isIdeographic }
        let strange = scalars.count { (0xE000...0xF8FF).contains($0.value) || $0 == "\u{FFFD}" }
        guard chinese * 5 >= scalars.count - digits(scalars), strange * 4 <= chinese else {
            throw scalars.count < pages * 20
                ? Rejection(.noTextLayer, [String(pages)])
                : Rejection(.garbledText, [String(scalars.count)])
        }
    }

    private static func digits(_ scalars: String.UnicodeScalarView) -> Int {
        scalars.count { ("0"..."9").contains($0) || ".-/".unicodeScalars.contains($0) }
    }

    /// The words of all pages as lines, page numbers left out, as if the pages were one long sheet.
    private static func lines(of pages: [PDFPage]) -> [TextLine] {
        let rows = pages.map(\.rows)
        let numbering = PageNumbers(rows)
        var lines: [TextLine] = []
        var bottom = 0
        for (page, rows) in rows.enumerated() {
            let kept = rows.enumerated().filter { !numbering.isNumber($0.offset, ofPage: page) }
            let top = kept.flatMap(\.element).map(\.top).min() ?? 0
            let size = kept.flatMap(\.element).map { $0.bottom - $0.top }.sorted()
            // The next page begins a line's height below the last.
            let shift = bottom - top + (size.isEmpty ? 0 : size[size.count / 2])
            for (number, row) in kept {
                let pieces = row.map { word in
                    TextLine.Piece(
                        text: word.text,
                        start: word.left,
                        end: word.right,
                        isTabbed: false,
                        height: (word.top + shift)..<(word.bottom + shift)
                    )
                }
                lines.append(
                    TextLine(placed: pieces, origin: Origin(line: number + 1, page: page + 1))
                )
            }
            bottom = kept.flatMap(\.element).map(\.bottom).max().map { $0 + shift } ?? bottom
        }
        return lines
    }
}
