import DocumentModel
import Reading
import ReportModel
import Specimens
import Testing

#if Office
    /// Word, Excel and ZIP files are read in their final, visible state, and within bounds.
    struct OfficeTests {
        private func word(_ body: String, styles: String = "") throws -> SourceDocument {
            let document = "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"
            let sheet = "<w:styles xmlns:w=\"w\">\(styles)</w:styles>"
            return try DocumentReading.read(
                ZipWriter.archive([
                    ("word/document.xml", Array(document.utf8)),
                    ("word/styles.xml", Array(sheet.utf8)),
                ]),
                name: "report.docx"
            )
        }

        private func lines(_ document: SourceDocument) -> [String] {
            document.blocks.compactMap { if case .line(let line) = $0 { line.text } else { nil } }
        }

        @Test func `tracked changes, hidden text, fields and second drawings are not read`() throws
        {
            let document = try word(
                """
                <w:p><w:r><w:t>1</w:t></w:r><w:del><w:r><w:delText>2</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>3</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>4</w:t></w:r></w:moveFrom>\
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>5</w:t></w:r>\
                <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>6</w:t></w:r>\
                <w:r><w:instrText>PAGE</w:instrText></w:r></w:p>\
                <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>\
                </w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>\
                </w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
                """
            )
            #expect(lines(document) == ["136", "框"])
        }

        @Test func `what is set off makes no number with what stands beside it`() throws {
            func run(_ properties: String, _ text: String) -> String {
                "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
            }
            let document = try word(
                "<w:p>\(run("<w:strike/>", "12"))\(run("", "13"))</w:p>"
                    + "<w:p>\(run("<w:strike w:val=\"0\"/>", "12"))\(run("", "13"))</w:p>"
                    + "<w:p>\(run("", "12"))\(run("<w:vertAlign w:val=\"superscript\"/>", "1"))</w:p>"
                    + "<w:p><w:r><w:ruby><w:rt>\(run("", "3"))</w:rt><w:rubyBase>\(run("", "12"))"
                    + "</w:rubyBase></w:ruby></w:r>\(run("", "5"))</w:p>"
            )
            #expect(lines(document) == ["1̶2̶13", "1213", "12¹", "³125"])
        }

        @Test(arguments: [
            ("<w:rStyle w:val=\"Old\"/>", "1̶2̶13"), ("<w:rStyle w:val=\"Older\"/>", "1̶2̶13"),
            ("<w:rStyle w:val=\"Note\"/>", "¹²13"), ("<w:rStyle w:val=\"Gone\"/>", "13"),
            ("<w:rStyle w:val=\"Old\"/><w:strike w:val=\"0\"/>", "1213"),
            ("<w:rStyle w:val=\"Loop\"/>", "1213"), ("<w:rStyle w:val=\"unknown\"/>", "1213"),
            ("<w:b/><w:rPrChange><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange>", "1213"),
            ("<w:strike/><w:rPrChange><w:rPr/></w:rPrChange>", "1̶2̶13"),
        ])
        func `a run is shown as its style says, and as it is after all changes`(
            _ properties: String,
            _ text: String
        ) throws {
            func style(_ name: String, _ parent: String, _ properties: String) -> String {
                "<w:style w:type=\"character\" w:styleId=\"\(name)\"><w:basedOn w:val=\"\(parent)\"/>"
                    + "<w:rPr>\(properties)</w:rPr></w:style>"
            }
            let document = try word(
                "<w:p><w:r><w:rPr>\(properties)</w:rPr><w:t>12</w:t></w:r><w:r><w:t>13</w:t></w:r></w:p>",
                styles: style("Older", "Old", "<w:b/>") + style("Old", "", "<w:strike/>")
                    + style("Note", "", "<w:vertAlign w:val=\"superscript\"/>")
                    + style("Gone", "", "<w:vanish/>") + style("Loop", "Loop", "")
            )
            #expect(lines(document) == [text])
        }

        @Test(arguments: [
            ("Gone", "", ""), ("Struck", "", "1̶2̶"), ("Struck", "<w:strike w:val=\"0\"/>", "12"),
            ("Struck", "<w:rStyle w:val=\"Old\"/>", "12"),
            ("Plain", "<w:rStyle w:val=\"Old\"/>", "1̶2̶"),
            ("Gone", "<w:vanish w:val=\"false\"/>", "12"), ("Marked", "", "12"),
            ("Below", "", "1̶2̶"),
        ])
        func `a paragraph is shown as its style says`(
            _ name: String,
            _ properties: String,
            _ text: String
        ) throws {
            func style(_ name: String, _ properties: String, _ more: String = "") -> String {
                "<w:style w:type=\"paragraph\" w:styleId=\"\(name)\">\(more)<w:rPr>\(properties)</w:rPr></w:style>"
            }
            let run = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
            let document = try word(
                "<w:p><w:pPr><w:pStyle w:val=\"\(name)\"/><w:rPr><w:vanish/></w:rPr><w:pPrChange><w:pPr>"
                    + "<w:pStyle w:val=\"Plain\"/></w:pPr></w:pPrChange></w:pPr><w:r>\(run)<w:t>12</w:t></w:r></w:p>",
                styles: style("Gone", "<w:vanish/>") + style("Struck", "<w:strike/>")
                    + style("Plain", "<w:b/>")
                    + style("Marked", "<w:b/>", "<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>")
                    + style("Below", "", "<w:basedOn w:val=\"Struck\"/>")
                    + "<w:style w:type=\"character\" w:styleId=\"Old\"><w:rPr><w:strike/></w:rPr></w:style>"
            )
            #expect(lines(document) == (text.isEmpty ? [] : [text]))
        }

        @Test(arguments: [
            ([0, 6], "12¹"), ([6, 6], "121"), ([-4, -4], "121"), ([0, -4], "¹²1"), ([0, 0], "121"),
        ])
        func `a number that is moved up in its line is a note's, unless all of the line is`(
            _ heights: [Int],
            _ text: String
        ) throws {
            let runs = zip(["12", "1"], heights).map { text, height in
                "<w:r><w:rPr><w:position w:val=\"\(height)\"/></w:rPr><w:t>\(text)</w:t></w:r>"
            }
            let blank = "<w:r><w:rPr><w:position w:val=\"-9\"/></w:rPr><w:t> </w:t></w:r>"
            #expect(lines(try word("<w:p>\(runs.joined())\(blank)</w:p>")) == [text])
        }

        @Test func `a document as one XML file is that of the archive with the same parts`() throws
        {
            let body =
                "<w:p><w:r><w:rPr><w:rStyle w:val=\"Old\"/></w:rPr><w:t>12</w:t></w:r><w:r><w:t>1&lt;3</w:t></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            let style =
                "<w:style w:type=\"character\" w:styleId=\"Old\"><w:rPr><w:strike/></w:rPr></w:style>"
            func part(_ name: String, _ contents: String) -> String {
                "<pkg:part pkg:name=\"/\(name)\"><pkg:xmlData>\(contents)</pkg:xmlData></pkg:part>"
            }
            let package =
                "<?xml version=\"1.0\"?>\n<pkg:package xmlns:pkg=\"p\">"
                + part("word/header1.xml", "<w:hdr><w:p><w:r><w:t>9</w:t></w:r></w:p></w:hdr>")
                + part("word/document.xml", "<w:document><w:body>\(body)</w:body></w:document>")
                + part("word/styles.xml", "<w:styles>\(style)</w:styles>") + "</pkg:package>"
            let document = try DocumentReading.read(Array(package.utf8), name: "report.doc")
            #expect(lines(document) == lines(try word(body, styles: style)))
            #expect(lines(document) == ["1̶2̶1<3"])
            #expect(document.blocks.count == 2)
        }

        @Test func `a package without a document and one cut off are refused`() {
            let package =
                "<?xml version=\"1.0\"?><pkg:package><pkg:part pkg:name=\"/word/document.xml\">"
            for (text, code) in [
                (package + "</pkg:part></pkg:package>", Rejection.Code.damagedFile),
                (package + "<pkg:xmlData><w:document>", .damagedFile),
                ("<?xml version=\"1.0\"?><w:wordDocument><w:body>", .damagedFile),
            ] {
                let rejection = #expect(throws: Rejection.self) {
                    try DocumentReading.read(Array(text.utf8), name: "report.xml")
                }
                #expect(rejection?.code == code, "\(text)")
            }
        }

        @Test func `a cell that shows only a picture is no blank`() throws {
            let picture = "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>"
            let line = "<w:p><w:r><w:drawing><wps:wsp/></w:drawing></w:r></w:p>"
            let number = "<w:r><w:t>5</w:t></w:r>"
            func field(_ code: String) -> String { "<w:r><w:instrText>\(code)</w:instrText></w:r>" }
            let cells = [
                picture, line, picture + "<w:p>\(number)</w:p>",
                "<w:p>\(field(" =SUM(ABOVE) "))</w:p>",
                "<w:p>\(field(" =SUM(ABOVE) "))\(number)</w:p>",
                "<w:p>\(field(" FORMTEXT "))</w:p>",
                "<w:p><w:r><w:object/></w:r></w:p>",
                "<w:p><w:r><w:drawing><c:chart/></w:drawing></w:r></w:p>",
                "<w:p><w:r><w:fldChar><w:ffData><w:ddList/></w:ffData></w:fldChar>\(field("FORMDROPDOWN"))</w:r></w:p>",
            ]
            .map { "<w:tc>\($0)</w:tc>" }
            let document = try word("<w:tbl><w:tr>\(cells.joined())</w:tr></w:tbl>")
            guard case .grid(let grid) = document.blocks[0] else {
                Issue.record("no table")
                return
            }
            let unknown = "\u{FFFC}"
            #expect(
                grid.cells.map(\.text)
                    == [unknown, "", "5", unknown, "5", "", unknown, unknown, unknown]
            )
        }

        @Test func `merged cells cover their places and deleted rows are gone`() throws {
            let document = try word(
                """
                <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>\
                <w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>\
                <w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr>\
                <w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>\
                <w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>
                """
            )
            guard case .grid(let grid) = document.blocks[0] else {
                Issue.record("no table")
                return
            }
            #expect(grid.height == 2)
            #expect(grid.cell(0, 1)?.text == "a")
            #expect(grid.cell(1, 2)?.text == "b")
            #expect(grid.cell(1, 0)?.text == "c")
        }

        @Test(
            arguments: [
                ("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>", Rejection.Code.damagedFile),
                ("<w:document><w:body></w:document>", .damagedFile),
                (String(repeating: "<a>", count: 300), .damagedFile),
            ]
        )
        func `XML that is none, has a document type or is too deep is refused`(
            _ text: String,
            _ code: Rejection.Code
        ) {
            let file = ZipWriter.archive([("word/document.xml", Array(text.utf8))])
            let rejection = #expect(throws: Rejection.self) {
                try DocumentReading.read(file, name: "report.docx")
            }
            #expect(rejection?.code == code)
        }

        @Test(arguments: ["hidden=\"1\"", "hidden=\"true\"", "width=\"0\" ht=\"0\""])
        func
            `a number that Excel keeps with noise is shown as people see it, hidden cells not at all`(
                _ hidden: String
            ) throws
        {
            let parts = [
                (
                    "xl/workbook.xml",
                    "<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets></workbook>"
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r\" Target=\"worksheets/s.xml\"/></Relationships>"
                ),
                (
                    "xl/worksheets/s.xml",
                    """
                    <worksheet><cols><col min="2" max="2" hidden="false"/><col min="3" max="3" \(hidden)/></cols><sheetData><row r="1">\
                    <c r="A1"><v>96171.600000000006</v></c><c r="B1"><f>1+1</f></c><c r="C1"><v>7</v></c>\
                    <c r="D1"><v>1.1398889E7</v></c>\
                    <c r="E1" t="inlineStr"><is><r><rPr><strike/></rPr><t>1</t></r><r><rPr><strike val="false"/></rPr><t>2</t></r></is></c></row>\
                    <row r="2" \(hidden)><c r="A2"><v>8</v></c></row>\
                    </sheetData></worksheet>
                    """
                ),
            ]
            let file = ZipWriter.archive(parts.map { ($0.0, Array($0.1.utf8)) })
            let document = try DocumentReading.read(file, name: "report.xlsx")
            guard case .grid(let grid) = document.blocks[1] else {
                Issue.record("no table")
                return
            }
            #expect(grid.cells.map(\.text) == ["96171.6", "=?", "11398889", "1̶2"])
        }

        @Test(arguments: [
            ("General", "5", "5"), ("0", "5", "5"), ("#,##0.00_ ", "5", "5"), ("0\"件\"", "5", "5"),
            ("_ * #,##0_ ;_ * -#,##0_ ;_ * &quot;-&quot;_ ;_ @_ ", "0", "0"), ("0;-0;;@", "0", "0"),
            ("[DBNum1][$-804]G/通用格式", "5", "5"), ("[Red]0", "5", "5"), ("0.00E+00", "5", "5"),
            ("yyyy\"年\"m\"月\"d\"日\"", "44198", "44198 [yyyy\"年\"m\"月\"d\"日\"]"),
            ("0%", "0.05", "0.05 [0%]"),
            ("0.0,", "12345", "12345 [0.0,]"), ("0!.0,\"万\"", "50000", "50000 [0!.0,\"万\"]"),
            (";;;", "5", "5 [;;;]"), ("0\"0\"", "5", "5 [0\"0\"]"), ("[h]:mm", "2", "2 [[h]:mm]"),
        ])
        func `a number that its format shows as something else is none`(
            _ code: String,
            _ value: String,
            _ shown: String
        ) throws {
            let cells = "<c r=\"A1\" s=\"1\"><v>\(value)</v></c><c r=\"B1\" s=\"2\"><v>3</v></c>"
            let grid = try sheet(
                cells,
                styles: """
                    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="\(code.replacing("\"", with: "&quot;"))"/></numFmts>\
                    <fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
                    <cellXfs><xf numFmtId="14"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>
                    """
            )
            #expect(grid.cells.map(\.text) == [shown.replacing("&quot;", with: "\""), "3\u{336}"])
        }

        @Test func `what a sheet keeps and doesn't show as a number is no number`() throws {
            let cells = """
                <c r="A1"><f>1+1</f><v></v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="b"><v>1</v></c>\
                <c r="D1" t="e"><v>#REF!</v></c><c r="E1"><f>2+3</f><v>5</v></c>
                """
            #expect(try sheet(cells).cells.map(\.text) == ["=?", "", "TRUE", "#REF!", "5"])
        }

        private func sheet(_ cells: String, styles: String? = nil) throws -> Grid {
            var parts = [
                (
                    "xl/workbook.xml",
                    "<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets></workbook>"
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r\" Target=\"worksheets/s.xml\"/></Relationships>"
                ),
                (
                    "xl/worksheets/s.xml",
                    "<worksheet><sheetData><row r=\"1\">\(cells)</row></sheetData></worksheet>"
                ),
            ]
            if let styles { parts.append(("xl/styles.xml", styles)) }
            let file = ZipWriter.archive(parts.map { ($0.0, Array($0.1.utf8)) })
            let document = try DocumentReading.read(file, name: "report.xlsx")
            guard case .grid(let grid) = document.blocks[1] else { throw Rejection(.noFormTable) }
            return grid
        }

        @Test func `a bundle gives its members, and an archive in it is refused`() throws {
            let inner = ZipWriter.archive([("a.txt", [0x31])])
            let bundle = ZipWriter.archive([
                ("b/2.html", Array("<p>2".utf8)), ("a.zip", inner), ("__MACOSX/x", [1]),
            ])
            let members = try #require(try Bundle.members(of: bundle))
            #expect(members.map(\.name) == ["a.zip", "b/2.html"])
            let rejection = #expect(throws: Rejection.self) {
                try DocumentReading.read(inner, name: "a.zip")
            }
            #expect(rejection?.code == .formatUnsupported)
            #expect(try Bundle.members(of: Array("<p>".utf8))?.count == nil)
        }

        @Test(arguments: [
            (["OFD.xml", "Doc_0/Document.xml"], "OFD"),
            (["mimetype", "content.xml"], "OpenDocument"),
            (["mimetype", "META-INF/container.xml"], "EPUB"),
        ])
        func `a document of another format is named, and no bundle`(
            _ parts: [String],
            _ format: String
        ) throws {
            let file = ZipWriter.archive(parts.map { ($0, Array("<p>1".utf8)) })
            #expect(try Bundle.members(of: file)?.count == nil)
            let rejection = #expect(throws: Rejection.self) {
                try DocumentReading.read(file, name: "report")
            }
            #expect(rejection?.code == .formatUnsupported && rejection?.details == [format])
        }

        @Test func `an archive cut off anywhere is refused`() {
            let file = ZipWriter.archive([("word/document.xml", Array("<w:document/>".utf8))])
            for length in 4..<file.count {
                #expect(throws: Rejection.self) {
                    try DocumentReading.read(Array(file[..<length]), name: "report.docx")
                }
            }
        }
    }
#endif
