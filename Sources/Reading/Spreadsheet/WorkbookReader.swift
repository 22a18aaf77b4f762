import DocumentModel
import ReportModel

/// Reads an Excel workbook: every visible sheet as a line with its name and a grid.
///
/// Hidden sheets, rows and columns are not read, for nobody sees them. Source: ECMA-376, part 1, SpreadsheetML.
enum WorkbookReader {
    /// Reads a workbook out of its archive.
    ///
    /// - Throws: ``Rejection`` for a damaged archive or one beyond limits.
    static func read(_ archive: ZipArchive) throws(Rejection) -> SourceDocument {
        let strings = try sharedStrings(archive)
        let formats = try formats(archive)
        var blocks: [SourceDocument.Block] = []
        for (number, sheet) in try sheets(archive).enumerated() {
            guard let bytes = try archive.bytes(named: sheet.path) else {
                throw Rejection(.damagedFile, ["Excel", sheet.path])
            }
            blocks.append(
                .line(TextLine(sheet.name, origin: Origin(table: number + 1)))
            )
            let reader = try SheetReader(
                bytes,
                part: sheet.path,
                strings: strings,
                formats: formats
            )
            if let grid = try reader.grid(table: number + 1) { blocks.append(.grid(grid)) }
        }
        return SourceDocument(
            format: .xlsx,
            encoding: "UTF-8",
            title: nil,
            metadata: [],
            blocks: blocks,
            warnings: []
        )
    }

    /// The visible sheets in the order of their tabs.
    private static func sheets(
        _ archive: ZipArchive
    ) throws(Rejection) -> [(name: String, path: String)] {
        let part = "xl/workbook.xml"
        guard let bytes = try archive.bytes(named: part),
            let relations = try archive.bytes(named: "xl/_rels/workbook.xml.rels")
        else { throw Rejection(.damagedFile, ["Excel", part]) }
        var targets: [String: String] = [:]
        var links = try XMLScanner(relations, part: "xl/_rels/workbook.xml.rels")
        while let event = try links.next() {
            guard case .start("Relationship") = event, let id = links.attribute("Id"),
                let target = links.attribute("Target")
            else { continue }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        var sheets: [(String, String)] = []
        var scanner = try XMLScanner(bytes, part: part)
        while let event = try scanner.next() {
            guard case .start("sheet") = event,
                scanner.attribute("state") ?? "visible" == "visible",
                let path = scanner.attribute("r:id").flatMap({ targets[$0] })
            else { continue }
            sheets.append((scanner.attribute("name") ?? "", path))
        }
        return sheets
    }

    /// The texts that cells refer to by number; reading aids above the characters left out.
    private static func sharedStrings(_ archive: ZipArchive) throws(Rejection) -> [String] {
        let part = "xl/sharedStrings.xml"
        guard let bytes = try archive.bytes(named: part) else { return [] }
        var strings: [String] = []
        var scanner = try XMLScanner(bytes, part: part)
        while let event = try scanner.next() {
            if case .start("si") = event { strings.append(try text(of: "si", in: &scanner)) }
        }
        return strings
    }

    private static func formats(_ archive: ZipArchive) throws(Rejection) -> CellFormats {
        let part = "xl/styles.xml"
        guard let bytes = try archive.bytes(named: part) else { return CellFormats() }
        return try CellFormats(bytes, part: part)
    }

    /// The text within an element that has just begun, up to its end.
    static func text(
        of element: String,
        in scanner: inout XMLScanner
    ) throws(Rejection) -> String {
        let outer = scanner.depth
        var text = ""
        var mark: TextMark?
        while scanner.depth >= outer, let event = try scanner.next() {
            switch event {
            case .start("rPh"): try scanner.skipElement()
            case .start("r"): mark = nil
            case .start("strike"): if scanner.flag("val", else: true) { mark = .struck }
            case .start("vertAlign"):
                switch scanner.attribute("val") {
                case "superscript": mark = mark ?? .raised
                case "subscript": mark = mark ?? .lowered
                default: break
                }
            case .text(let piece) where scanner.isWithin("t") || scanner.isWithin("v"):
                text += mark?.applied(to: piece) ?? piece
            default: break
            }
        }
        return text
    }
}
