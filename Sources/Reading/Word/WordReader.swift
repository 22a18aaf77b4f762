import DocumentModel
import ReportModel

/// Reads a Word document in its final state: paragraphs as lines, tables as grids.
///
/// Not read are deleted and moved-away text, hidden text, field codes, and the second copy that Word keeps of
/// drawings for older programs. Source: ECMA-376, part 1, WordprocessingML; Word 2003's elements differ as said below.
struct WordReader {
    private let styles: WordStyles
    private var scanner: XMLScanner
    private var blocks: [SourceDocument.Block] = []
    private var paragraphs: [WordParagraph] = []
    private var paragraphCount = 0
    private var tables: [WordTable] = []
    private var tableCount = 0
    /// How the run that is read shows its text.
    private var run = RunProperties()
    /// Whether the text stands above other text, as its pronunciation (ruby).
    private var isAboveOthers = false

    /// Reads a document out of its archive.
    ///
    /// - Throws: ``Rejection`` for a damaged archive or one beyond limits.
    static func read(_ archive: ZipArchive) throws(Rejection) -> SourceDocument {
        let part = "word/document.xml"
        guard let bytes = try archive.bytes(named: part) else {
            throw Rejection(.damagedFile, ["Word", part])
        }
        return try read(bytes, part: part, styles: archive.bytes(named: "word/styles.xml"))
    }

    /// Reads a document out of its parts.
    ///
    /// - Parameters:
    ///   - document: the XML with the document's text.
    ///   - part: its name, for messages.
    ///   - styles: the XML that lists the styles; it may be the same.
    /// - Returns: the document's lines and tables.
    /// - Throws: ``Rejection`` for damaged XML, or tables beyond limits.
    static func read(
        _ document: [UInt8],
        part: String,
        styles: [UInt8]?
    ) throws(Rejection) -> SourceDocument {
        var reader = WordReader(
            scanner: try XMLScanner(document, part: part),
            styles: try styles.map { bytes throws(Rejection) in
                try WordStyles(bytes, part: "word/styles.xml")
            } ?? WordStyles()
        )
        try reader.readAll()
        return SourceDocument(
            format: .docx,
            encoding: "UTF-8",
            title: nil,
            metadata: [],
            blocks: reader.blocks,
            warnings: []
        )
    }

    private init(scanner: XMLScanner, styles: WordStyles) {
        self.scanner = scanner
        self.styles = styles
    }

    private mutating func readAll() throws(Rejection) {
        while let event = try scanner.next() {
            switch event {
            case .start(let name): try start(name)
            case .end(let name): try end(name)
            case .text: break
            }
        }
    }

    private mutating func start(_ name: String) throws(Rejection) {
        switch name {
        case "w:p": paragraphs.append(WordParagraph())
        case "w:pPr": try readParagraphProperties()
        case "w:del", "w:moveFrom", "mc:Fallback", "w:sectPr", "w:tblPr", "w:tblGrid",
            "w:delText", "w:delInstrText", "w:footnote", "w:endnote":
            try scanner.skipElement()
        // Word 2003 keeps its comments, and what was deleted, among the text.
        case "aml:annotation" where scanner.attribute("w:type") != "Word.Insertion":
            try scanner.skipElement()
        case "w:instrText": try readInstruction()
        case "w:r", "m:r": run = paragraphs.last?.style ?? RunProperties()
        case "w:rPr": try readRunProperties()
        case "w:rt": isAboveOthers = true
        case "w:t", "m:t": try readText()
        case "w:tab", "w:ptab": write(tables.isEmpty ? "\t" : " ")
        case "w:br", "w:cr": write("\n")
        case "w:noBreakHyphen": write("-")
        // A character of a symbol font: nobody knows what it looks like, and nobody shall take it for nothing.
        case "w:sym": write("\u{FFFD}")
        case "pic:pic", "v:imagedata", "c:chart", "w:object", "w:ddList":
            withTable { $0.showPicture() }
        case "w:tbl":
            tableCount += 1
            tables.append(WordTable(number: tableCount))
        case "w:tr": withTable { $0.beginRow() }
        case "w:trPr": try readRowProperties()
        case "w:tc": withTable { $0.beginCell() }
        case "w:tcPr": try readCellProperties()
        default: break
        }
    }

    private mutating func end(_ name: String) throws(Rejection) {
        switch name {
        case "w:p": endParagraph()
        // Behind a drawing that stood in it, the rest of a run may follow.
        case "w:r", "m:r": run = paragraphs.last?.style ?? RunProperties()
        case "w:rt": isAboveOthers = false
        case "w:tc": withTable { $0.endCell() }
        case "w:tr": withTable { $0.endRow() }
        case "w:tbl": try endTable()
        default: break
        }
    }

    private mutating func withTable(_ change: (inout WordTable) -> Void) {
        guard let last = tables.indices.last else { return }
        change(&tables[last])
    }

    private mutating func write(_ text: String) {
        guard let last = paragraphs.indices.last, !run.isHidden else { return }
        paragraphs[last].write(text, height: run.height)
    }

    private mutating func readText() throws(Rejection) {
        let outer = scanner.depth
        let mark = run.mark ?? (isAboveOthers ? .raised : nil)
        while scanner.depth >= outer, let event = try scanner.next() {
            if case .text(let text) = event { write(mark?.applied(to: text) ?? text) }
        }
    }

    /// What a field shows that keeps no result, only a word processor knows; a form's field without text is empty.
    private mutating func readInstruction() throws(Rejection) {
        let outer = scanner.depth
        var code = ""
        while scanner.depth >= outer, let event = try scanner.next() {
            if case .text(let text) = event { code += text }
        }
        if !code.contains("FORMTEXT") { withTable { $0.showPicture() } }
    }

    /// What a paragraph's style says of its runs, and nothing of its mark, of what it was before a tracked change, nor of the
    /// section that it ends.
    private mutating func readParagraphProperties() throws(Rejection) {
        let outer = scanner.depth
        while scanner.depth >= outer, let event = try scanner.next() {
            switch event {
            case .start("w:rPr"), .start("w:pPrChange"), .start("w:sectPr"),
                .start("aml:annotation"):
                try scanner.skipElement()
            case .start("w:pStyle"):
                guard let name = scanner.attribute("w:val"), let last = paragraphs.indices.last
                else { continue }
                paragraphs[last].style = styles.properties(of: name)
            default: break
            }
        }
    }

    /// A run whose properties hide it is passed over; one that is struck out, raised or lowered is marked so. What the
    /// properties were before a tracked change counts no more.
    private mutating func readRunProperties() throws(Rejection) {
        let outer = scanner.depth
        var properties = paragraphs.last?.style ?? RunProperties()
        while scanner.depth >= outer, let event = try scanner.next() {
            guard case .start(let name) = event else { continue }
            let value = scanner.attribute("w:val")
            switch name {
            case "w:rPrChange", "aml:annotation": try scanner.skipElement()
            case "w:rStyle": if let value { properties.take(style: styles.properties(of: value)) }
            default: properties.take(name, value)
            }
        }
        guard scanner.isWithin("w:r") || scanner.isWithin("m:r") else { return }
        run = properties
        if run.isHidden { try scanner.skipElement() }
    }

    private mutating func readRowProperties() throws(Rejection) {
        let outer = scanner.depth
        while scanner.depth >= outer, let event = try scanner.next() {
            guard case .start(let name) = event else { continue }
            let count = scanner.attribute("w:val").flatMap { Int($0) } ?? 0
            switch name {
            case "w:del": withTable { $0.dropRow() }
            case "aml:annotation" where scanner.attribute("w:type") == "Word.Deletion":
                withTable { $0.dropRow() }
            case "w:gridBefore": withTable { $0.leaveOut(count) }
            default: break
            }
        }
    }

    private mutating func readCellProperties() throws(Rejection) {
        let outer = scanner.depth
        while scanner.depth >= outer, let event = try scanner.next() {
            guard case .start(let name) = event else { continue }
            let value = scanner.attribute("w:val")
            switch name {
            case "w:gridSpan": withTable { $0.widenCell(to: value.flatMap { Int($0) } ?? 1) }
            case "w:vMerge", "w:vmerge": withTable { $0.mergeCell(begins: value == "restart") }
            case "w:hMerge", "w:hmerge":
                if value != "restart" { withTable { $0.joinCellToTheLeft() } }
            case "w:cellDel": withTable { $0.dropCell() }
            default: break
            }
        }
    }

    private mutating func endParagraph() {
        guard let text = paragraphs.popLast()?.text else { return }
        paragraphCount += 1
        if let last = tables.indices.last, tables[last].isInCell {
            tables[last].write(text)
            return
        }
        append(text, Origin(line: paragraphCount))
    }

    private mutating func append(_ text: String, _ origin: Origin) {
        for line in text.split(separator: "\n") where !TextLine.trimmed(line).isEmpty {
            blocks.append(.line(TextLine(String(line), origin: origin)))
        }
    }

    /// A table that holds tables is layout: its cells are lines.
    private mutating func endTable() throws(Rejection) {
        guard let table = tables.popLast() else { return }
        if let outer = tables.indices.last { tables[outer].isLayout = true }
        if table.isLayout {
            for text in table.texts { append(text, Origin(table: table.number)) }
        } else {
            let grid = try table.grid()
            if !grid.cells.isEmpty { blocks.append(.grid(grid)) }
        }
    }
}
