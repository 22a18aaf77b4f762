/// Writes a report as a Word document, with the form's merged cells.
struct WordWriter {
    /// Whether it writes as Word 2003 does, not as its followers.
    let isOf2003: Bool

    static func file(_ report: PrintedReport, _ tables: FormTables) -> [UInt8] {
        let body = WordWriter(isOf2003: false).body(report, tables)
        let document = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:body>\(body)<w:sectPr/></w:body></w:document>
            """
        return OfficePackage.archive(
            [("word/document.xml", document)],
            kind: "wordprocessingml",
            types: ["word/document.xml": "document.main"],
            main: "word/document.xml"
        )
    }

    /// The same as the one XML file of Word 2003, as programs write it that fill in templates.
    static func fileOf2003(_ report: PrintedReport, _ tables: FormTables) -> [UInt8] {
        let body = WordWriter(isOf2003: true).body(report, tables)
        let document = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <?mso-application progid="Word.Document"?>
            <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" \
            xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:styles/>\
            <w:body>\(body)<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>9</w:t></w:r></w:p></w:hdr></w:sectPr>\
            </w:body></w:wordDocument>
            """
        return Array(document.utf8)
    }

    private func body(_ report: PrintedReport, _ tables: FormTables) -> String {
        var body = paragraph("\(report.agency)\(report.year)年政府信息公开工作年度报告")
        body += paragraph("发布日期：\(report.published)")
        for section in tables.sections {
            body += paragraph(section.heading) + paragraph(section.prose)
            if !section.rows.isEmpty { body += table(section.rows) }
        }
        return body + paragraph(report.agency) + paragraph("\(report.year + 1)年1月19日")
    }

    /// A paragraph whose text is cut into runs, with deleted and hidden text between them.
    private func paragraph(_ text: String) -> String {
        let half = text.index(text.startIndex, offsetBy: text.count / 2)
        let runs = [text[..<half], text[half...]].filter { !$0.isEmpty }.map {
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">\(Self.escaped($0))</w:t></w:r>"
        }
        let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r>"
        return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
            + runs.joined(separator: removed + hidden) + "</w:p>"
    }

    private var removed: String {
        let deletion = "<w:r><w:delText>7</w:delText></w:r>"
        guard isOf2003 else { return "<w:del w:id=\"1\">\(deletion)</w:del>" }
        let note = "<w:p><w:r><w:t>6</w:t></w:r></w:p>"
        func annotation(_ type: String, _ content: String) -> String {
            "<aml:annotation aml:id=\"1\" w:type=\"\(type)\"><aml:content>\(content)</aml:content></aml:annotation>"
        }
        return annotation("Word.Deletion", deletion)
            + "<w:r>\(annotation("Word.Comment", note))</w:r><w:r><w:footnote>\(note)</w:footnote></w:r>"
            + annotation("Word.Insertion", "<w:r><w:t></w:t></w:r>")
    }

    private func table(_ rows: [[FormCell]]) -> String {
        let spread = SpreadTable(rows)
        let lines = (0..<spread.height).map { row -> String in
            var cells = ""
            var column = 0
            while column < spread.width {
                guard let place = spread.place(row, column) else {
                    column += 1
                    continue
                }
                let isFirst = place.row == row
                let name = isOf2003 ? "w:vmerge" : "w:vMerge"
                let merge =
                    place.cell.rows == 1
                    ? "" : isFirst ? "<\(name) w:val=\"restart\"/>" : "<\(name)/>"
                let span =
                    place.cell.columns == 1
                    ? "" : "<w:gridSpan w:val=\"\(place.cell.columns)\"/>"
                cells +=
                    "<w:tc><w:tcPr><w:tcW w:w=\"\(900 * place.cell.columns)\" w:type=\"dxa\"/>"
                    + "\(span)\(merge)</w:tcPr>"
                    + paragraph(isFirst ? place.cell.text : "") + "</w:tc>"
                column = place.column + place.cell.columns
            }
            return "<w:tr>\(cells)</w:tr>"
        }
        let grid = String(repeating: "<w:gridCol w:w=\"900\"/>", count: spread.width)
        return "<w:tbl><w:tblGrid>\(grid)</w:tblGrid>\(lines.joined())</w:tbl>"
    }

    static func escaped(_ text: some StringProtocol) -> String {
        String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}
