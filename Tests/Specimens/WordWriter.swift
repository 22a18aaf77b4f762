/// Writes a report as a Word document, with the form's merged cells.
enum WordWriter {
    static func file(_ report: PrintedReport, _ tables: FormTables) -> [UInt8] {
        var body = paragraph("\(report.agency)\(report.year)年政府信息公开工作年度报告")
        body += paragraph("发布日期：\(report.published)")
        for section in tables.sections {
            body += paragraph(section.heading) + paragraph(section.prose)
            if !section.rows.isEmpty { body += table(section.rows) }
        }
        body += paragraph(report.agency) + paragraph("\(report.year + 1)年1月19日")
        let document = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:body>\(body)<w:sectPr/></w:body></w:document>
            """
        return ZipWriter.archive([
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("word/document.xml", Array(document.utf8)),
        ])
    }

    /// A paragraph whose text is cut into runs, with deleted and hidden text between them.
    private static func paragraph(_ text: String) -> String {
        let half = text.index(text.startIndex, offsetBy: text.count / 2)
        let runs = [text[..<half], text[half...]].filter { !$0.isEmpty }.map {
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">\(escaped($0))</w:t></w:r>"
        }
        let removed =
            "<w:del w:id=\"1\"><w:r><w:delText>7</w:delText></w:r></w:del>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r>"
        return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
            + runs.joined(separator: removed) + "</w:p>"
    }

    private static func table(_ rows: [[FormCell]]) -> String {
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
                let merge =
                    place.cell.rows == 1
                    ? "" : isFirst ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>"
                let span =
                    place.cell.columns == 1
                    ? "" : "<w:gridSpan w:val=\"\(place.cell.columns)\"/>"
                cells +=
                    "<w:tc><w:tcPr>\(span)\(merge)</w:tcPr>"
                    + paragraph(isFirst ? place.cell.text : "") + "</w:tc>"
                column = place.column + place.cell.columns
            }
            return "<w:tr>\(cells)</w:tr>"
        }
        return "<w:tbl>\(lines.joined())</w:tbl>"
    }

    static func escaped(_ text: some StringProtocol) -> String {
        String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}
