/// Writes a report as a PDF whose text layer is like a word processor's: tables run over page breaks, labels
/// wrap in their cells, figures stand in the middle of theirs, pages are numbered.
enum PDFWriter {
    /// How a sheet is set, in points.
    struct Style {
        /// The height of the labels' letters.
        var size = 8.0
        /// The height of the figures.
        var figureSize = 8.0
        /// From line to line within a cell.
        var lineHeight = 13.0
        /// What a row is higher than its lines.
        var padding = 6.0
        /// The widths of the three columns of section three's labels.
        var labelColumns = [22.0, 48, 135]
        /// Whether the numbers in a label are set in letters of their own, and so are words of their own.
        var hasNumbersApart = false
        /// Whether section three's header stands above its rows on each page.
        var repeatsHeader = true
        /// What stands on both sides of a page's number.
        var pageMark = "-"

        /// Labels wrap in narrow cells.
        static let plain = Style()
        /// Small labels, large figures, groups' names letter below letter, rows close to each other.
        static let crowded = Style(
            figureSize: 12,
            lineHeight: 9.5,
            padding: 4,
            labelColumns: [12, 12, 92],
            hasNumbersApart: true,
            repeatsHeader: false,
            pageMark: "\u{2014}"
        )
    }

    /// Points of a page and its margin.
    private static let width = 595.0
    private static let height = 842.0
    private static let margin = 60.0

    static func file(
        _ report: PrintedReport,
        _ tables: FormTables,
        _ style: Style = .plain
    ) -> [UInt8] {
        var sheet = Sheet(style: style)
        sheet.line("\(report.agency)")
        sheet.line("\(report.year) 年政府信息公开工作年度报告")
        sheet.line("发布日期：\(report.published)")
        for section in tables.sections {
            sheet.line(section.heading)
            sheet.line(section.prose)
            if !section.rows.isEmpty { sheet.table(section.rows) }
        }
        sheet.line(report.agency)
        sheet.line("\(report.year + 1)年1月19日")
        return document(sheet.finished())
    }

    private struct Sheet {
        let style: Style
        var pages: [[String]] = [[]]
        var used = 0.0

        mutating func line(_ text: String) {
            ensure(style.lineHeight)
            let y = used + style.lineHeight / 2
            var x = PDFWriter.margin
            for word in text.split(separator: " ") {
                put(String(word), x, y)
                x += length(word) + style.size / 2
            }
            used += style.lineHeight * 1.5
        }

        mutating func table(_ rows: [[FormCell]]) {
            let spread = SpreadTable(rows)
            let columns = columns(spread)
            let heights = (0..<spread.height).map { row -> Double in
                let counts = spread.places.filter { $0.row == row && $0.cell.rows == 1 }.map {
                    lines(
                        $0.cell.text,
                        columns[$0.column + $0.cell.columns] - columns[$0.column]
                    )
                    .count
                }
                return max(Double(counts.max() ?? 1) * style.lineHeight, style.figureSize)
                    + style.padding
            }
            var row = 0
            while row < spread.height {
                // As many rows as the page holds; a merged cell's words stand on its first page.
                var end = row
                var total = 0.0
                if used + heights[row] > PDFWriter.height - 2 * PDFWriter.margin {
                    newPage()
                    if style.repeatsHeader, spread.width == 10, row >= Self.headerRows {
                        fill(spread, rows: 0..<Self.headerRows, heights, columns)
                    }
                }
                while end < spread.height,
                    used + total + heights[end] <= PDFWriter.height - 2 * PDFWriter.margin
                {
                    total += heights[end]
                    end += 1
                }
                end = max(end, row + 1)
                fill(spread, rows: row..<end, heights, columns)
                row = end
            }
            used += style.lineHeight
        }

        /// Rows of section three's header.
        private static let headerRows = 3

        /// Some of a table's rows, one below the other.
        private mutating func fill(
            _ spread: SpreadTable,
            rows: Range<Int>,
            _ heights: [Double],
            _ columns: [Double]
        ) {
            for place in spread.places where rows.contains(place.row) {
                let last = min(place.row + place.cell.rows, rows.upperBound)
                let top = used + heights[rows.lowerBound..<place.row].reduce(0, +)
                let bottom = top + heights[place.row..<last].reduce(0, +)
                let left = columns[place.column]
                let right = columns[place.column + place.cell.columns]
                fill(place.cell, left, right, top, bottom)
            }
            used += heights[rows].reduce(0, +)
        }

        /// Narrow columns for figures, what is left for labels.
        private func columns(_ spread: SpreadTable) -> [Double] {
            let whole = PDFWriter.width - 2 * PDFWriter.margin
            let widths: [Double] =
                switch spread.width {
                case 10:
                    style.labelColumns
                        + Array(
                            repeating: (whole - style.labelColumns.reduce(0, +)) / 7,
                            count: 7
                        )
                case 3: [260, 60, whole - 320]
                default: Array(repeating: whole / Double(spread.width), count: spread.width)
                }
            return widths.reduce(into: [PDFWriter.margin]) { $0.append($0.last! + $1) }
        }

        private mutating func fill(
            _ cell: FormCell,
            _ left: Double,
            _ right: Double,
            _ top: Double,
            _ bottom: Double
        ) {
            let lines = lines(cell.text, right - left)
            let isLabel = cell.text.count > 8
            let size = Self.isFigure(cell.text) ? style.figureSize : style.size
            var y = (top + bottom - Double(lines.count - 1) * style.lineHeight) / 2
            for (number, line) in lines.enumerated() {
                var x = isLabel ? left + 3 : (left + right - length(line, size)) / 2
                var rest = line[...]
                if style.hasNumbersApart, number == 0, let item = rest.prefixMatch(of: /[0-9]\./) {
                    put(String(item.output), x, y, size: style.size + 2)
                    x += length(item.output, style.size + 2)
                    rest = rest[item.range.upperBound...]
                }
                if style.hasNumbersApart, isLabel,
                    let inner = rest.firstMatch(of: /(.+?)([0-9]+)(.+)/)?.output
                {
                    put(String(inner.1), x, y, size: size)
                    x += length(inner.1, size) + 2
                    put(String(inner.2), x, y, size: style.size + 1)
                    x += length(inner.2, style.size + 1) + 2
                    rest = inner.3
                }
                put(String(rest), x, y, size: size)
                y += style.lineHeight
            }
        }

        private mutating func ensure(_ room: Double) {
            if used + room > PDFWriter.height - 2 * PDFWriter.margin { newPage() }
        }

        private mutating func newPage() {
            number()
            pages.append([])
            used = 0
        }

        private mutating func number() {
            put(
                "\(style.pageMark) \(pages.count) \(style.pageMark)",
                PDFWriter.width / 2,
                PDFWriter.height - 1.5 * PDFWriter.margin
            )
        }

        /// Shows a text whose middle stands at a height below the margin.
        private mutating func put(_ text: String, _ x: Double, _ y: Double, size: Double? = nil) {
            guard !text.isEmpty else { return }
            let size = size ?? style.size
            let codes = text.utf16.map { unit in
                let digits = String(unit, radix: 16, uppercase: true)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }
            let base = PDFWriter.height - PDFWriter.margin - y - size * 0.35
            pages[pages.count - 1].append(
                "BT /F1 \(size) Tf \(PDFWriter.text(x)) \(PDFWriter.text(base)) Td "
                    + "<\(codes.joined())> Tj ET"
            )
        }

        /// A text's lines in a cell of some width.
        private func lines(_ text: String, _ width: Double) -> [String] {
            var lines: [String] = []
            var line = ""
            // Figures are never cut: a wide one reaches over its cell's edge.
            let isFigure = Self.isFigure(text)
            for character in text {
                if character == "\n" {
                    lines.append(line)
                    line = ""
                    continue
                }
                if !isFigure, length(line + String(character)) > width - 3, !line.isEmpty {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
            return line.isEmpty ? lines : lines + [line]
        }

        private static func isFigure(_ text: String) -> Bool {
            text.allSatisfy { "0123456789.-+/".contains($0) }
        }

        /// A text's length in points: what is no Chinese is half as wide.
        private func length(_ text: some StringProtocol, _ size: Double? = nil) -> Double {
            let size = size ?? style.size
            return text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? size / 2 : size) }
        }

        mutating func finished() -> [String] {
            number()
            return pages.map { $0.joined(separator: "\n") }
        }
    }

    private static func text(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private static func document(_ pages: [String]) -> [UInt8] {
        let map = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def
            /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
            \(ranges()) endcmap end end
            """
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H "
                + "/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo "
                + "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                + "/FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>",
            "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] "
                + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
            stream(map),
        ]
        var kids: [Int] = []
        for page in pages {
            objects.append(stream(page))
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
                    + "\(objects.count) 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            kids.append(objects.count)
        }
        let list = kids.map { "\($0) 0 R" }.joined(separator: " ")
        objects[1] = "<< /Type /Pages /Count \(kids.count) /Kids [\(list)] >>"
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    private static func stream(_ text: String) -> String {
        "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream"
    }

    /// Every code is its own character, in blocks of 256 as the format asks.
    private static func ranges() -> String {
        let blocks = (0..<256).map { block -> String in
            let high = (block < 16 ? "0" : "") + String(block, radix: 16, uppercase: true)
            return "<\(high)00> <\(high)FF> <\(high)00>"
        }
        return stride(from: 0, to: 256, by: 64).map { start in
            "64 beginbfrange\n" + blocks[start..<(start + 64)].joined(separator: "\n")
                + "\nendbfrange"
        }.joined(separator: "\n")
    }
}
