/// Writes a report as an Excel workbook: all on one sheet, figures as numbers, merged cells merged.
enum WorkbookWriter {
    static func file(_ report: PrintedReport, _ tables: FormTables) -> [UInt8] {
        var sheet = Sheet()
        sheet.line("\(report.agency)\(report.year)年政府信息公开工作年度报告")
        sheet.line("发布日期：\(report.published)")
        for section in tables.sections {
            sheet.line(section.heading)
            sheet.line(section.prose)
            if !section.rows.isEmpty { sheet.table(section.rows) }
        }
        sheet.line(report.agency)
        sheet.line("\(report.year + 1)年1月19日")
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        let merges = sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        let texts = sheet.texts.map { "<si><t>\(WordWriter.escaped($0))</t></si>" }.joined()
        let parts: [(String, String)] = [
            (
                "xl/workbook.xml",
                "<workbook \(main) xmlns:r=\"\(OfficePackage.relationships)\"><sheets>"
                    + "<sheet name=\"草稿\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
                    + "<sheet name=\"年报\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                OfficePackage.relations([
                    ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                ])
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet \(main)><sheetData><row r=\"1\"><c r=\"A1\"><v>9</v></c></row>"
                    + "</sheetData></worksheet>"
            ),
            (
                "xl/worksheets/sheet2.xml",
                "<worksheet \(main)><sheetData>\(sheet.rows.joined())</sheetData>"
                    + "<mergeCells count=\"\(sheet.merges.count)\">\(merges)</mergeCells></worksheet>"
            ),
            ("xl/sharedStrings.xml", "<sst \(main)>\(texts)</sst>"),
        ]
        let types = [
            "xl/workbook.xml": "sheet.main", "xl/worksheets/sheet1.xml": "worksheet",
            "xl/worksheets/sheet2.xml": "worksheet", "xl/sharedStrings.xml": "sharedStrings",
        ]
        return OfficePackage.archive(
            parts,
            kind: "spreadsheetml",
            types: types,
            main: "xl/workbook.xml"
        )
    }

    private struct Sheet {
        var rows: [String] = []
        var merges: [String] = []
        var texts: [String] = []

        mutating func line(_ text: String) {
            rows.append("<row r=\"\(rows.count + 1)\">\(cell(text, 0))</row>")
        }

        mutating func table(_ table: [[FormCell]]) {
            let spread = SpreadTable(table)
            let first = rows.count
            for row in 0..<spread.height {
                let cells = spread.places.filter { $0.row == row }
                    .map { cell($0.cell.text, $0.column) }
                rows.append("<row r=\"\(rows.count + 1)\">\(cells.joined())</row>")
            }
            for place in spread.places where place.cell.rows > 1 || place.cell.columns > 1 {
                let last = place.column + place.cell.columns - 1
                merges.append(
                    "\(Self.letter(place.column))\(first + place.row + 1):"
                        + "\(Self.letter(last))\(first + place.row + place.cell.rows)"
                )
            }
        }

        private mutating func cell(_ text: String, _ column: Int) -> String {
            let place = "\(Self.letter(column))\(rows.count + 1)"
            if text.isEmpty { return "<c r=\"\(place)\"/>" }
            if text.allSatisfy({ "0123456789.-".contains($0) }), text != "-" {
                return "<c r=\"\(place)\"><v>\(text)</v></c>"
            }
            texts.append(text)
            return "<c r=\"\(place)\" t=\"s\"><v>\(texts.count - 1)</v></c>"
        }

        private static func letter(_ column: Int) -> String {
            String(UnicodeScalar(UInt8(65 + column)))
        }
    }
}
