import DocumentModel
import Reading
import ReportModel
import Specimens
import Testing

/// What LibreOffice rewrites is read as Word and Excel are, refused with the package's name where it isn't installed.
struct ForeignFormatTests {
    private static let richText = """
        {\\rtf1\\ansi\\ansicpg936\\uc1 {\\b \\u30002?}\\u20057?{\\v 8}\\par
        \\trowd\\cellx2000\\cellx4000\\pard\\intbl 1\\cell\\pard\\intbl {\\strike 2}\\cell\\row
        \\trowd\\cellx4000\\pard\\intbl 3\\cell\\row}
        """
    private static let workbook = """
        <?xml version="1.0" encoding="UTF-8"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Styles><Style ss:ID="s"><NumberFormat ss:Format="0%"/></Style></Styles>
        <Worksheet ss:Name="年报"><Table>
        <Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell>
        <Cell><Data ss:Type="Number">5</Data></Cell></Row>
        <Row><Cell ss:Index="3" ss:StyleID="s"><Data ss:Type="Number">0.5</Data></Cell></Row>
        <Row ss:Hidden="1"><Cell><Data ss:Type="Number">9</Data></Cell></Row>
        </Table></Worksheet></Workbook>
        """

    private func grid(_ document: SourceDocument) throws -> Grid {
        try #require(
            document.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }.first
        )
    }

    #if Office
        @Test(.enabled(if: LibreOffice.place(for: .docx) != nil))
        func `a text in RTF is read`() throws {
            let document = try DocumentReading.read(Array(Self.richText.utf8), name: "report.doc")
            #expect(document.format == .rtf)
            let lines = document.blocks.compactMap {
                if case .line(let line) = $0 { line.text } else { nil }
            }
            #expect(lines.filter { !$0.isEmpty } == ["甲乙"])
            let cells = try grid(document).cells
            #expect(cells.map(\.text) == ["1", "2̶", "3"])
            #expect(cells.last?.columnSpan == 2)
        }

        @Test(.enabled(if: LibreOffice.place(for: .xlsx) != nil))
        func `a workbook as one XML file is read`() throws {
            let document = try DocumentReading.read(Array(Self.workbook.utf8), name: "report.xml")
            #expect(document.format == .xls)
            #expect(try grid(document).cells.map(\.text) == ["甲", "5", "0.5 [0%]"])
        }

        @Test(.enabled(if: LibreOffice.place(for: .docx) != nil))
        func `an OpenDocument text is read, and one without its parts is damaged`() throws {
            let type = ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
            let content = """
                <?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" \
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>\
                <table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>\
                <table:table-cell><text:p>甲</text:p></table:table-cell>\
                <table:table-cell><text:p>7</text:p></table:table-cell>\
                </table:table-row></table:table></office:text></office:body></office:document-content>
                """
            let manifest = """
                <?xml version="1.0" encoding="UTF-8"?><manifest:manifest \
                xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry \
                manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>\
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
                """
            let parts = [
                ("content.xml", Array(content.utf8)),
                ("META-INF/manifest.xml", Array(manifest.utf8)),
            ]
            let document = try DocumentReading.read(
                ZipWriter.archive([type] + parts),
                name: "a.odt"
            )
            #expect(document.format == .odt)
            #expect(try grid(document).cells.map(\.text) == ["甲", "7"])
            let rejection = #expect(throws: Rejection.self) {
                try DocumentReading.read(ZipWriter.archive([type, ("a", [1])]), name: "a.odt")
            }
            #expect(rejection?.code == .damagedFile)
        }

        @Test(.enabled(if: LibreOffice.place(for: .docx) == nil))
        func `without LibreOffice its package is named`() {
            let rejection = #expect(throws: Rejection.self) {
                try DocumentReading.read(Array(Self.richText.utf8), name: "report.doc")
            }
            #expect(rejection?.code == .programMissing)
            #expect(rejection?.details == ["soffice", "libreoffice-writer-nogui"])
        }
    #endif

    @Test(arguments: [
        ("Workbook", [0x09, 0x08, 0x10, 0x00, 0x00, 0x06], 20, [0x2F, 0x00], "Excel"),
        ("WordDocument", [0xEC, 0xA5, 0xC1, 0x00], 11, [0x01], "Word"),
    ])
    func `an old office file that a password locks is said to be locked, not damaged`(
        _ stream: String,
        _ head: [UInt8],
        _ place: Int,
        _ mark: [UInt8],
        _ program: String
    ) {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 2044)
        bytes.replaceSubrange(512..<(512 + head.count), with: head)
        bytes.replaceSubrange((512 + place)..<(512 + place + mark.count), with: mark)
        let name = stream.utf8.flatMap { [$0, 0] as [UInt8] }
        bytes.replaceSubrange(1024..<(1024 + name.count), with: name)
        let rejection = #expect(throws: Rejection.self) {
            try DocumentReading.read(bytes, name: "report.xls")
        }
        // Where the program that reads it is missing, that is said first.
        if rejection?.code != .programMissing {
            #expect(rejection?.code == .encrypted && rejection?.details == [program])
        }
    }
}
