import DocumentModel
import ReportModel

/// The words of one page. Places are hundredths of a point from the page's upper left corner.
struct PDFPage {
    /// A word and the box around it.
    struct Word: Hashable {
        var text: String
        var left: Int
        var right: Int
        var top: Int
        var bottom: Int

        var height: Int { bottom - top }
    }

    private(set) var words: [Word] = []

    /// The words in rows from the top down, each from left to right.
    ///
    /// A word belongs to a row if its middle lies within the height of the row's first word.
    var rows: [[Word]] {
        var rows: [[Word]] = []
        for word in words.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
            let middle = (word.top + word.bottom) / 2
            if let first = rows.last?.first, (first.top..<first.bottom).contains(middle) {
                rows[rows.count - 1].append(word)
            } else {
                rows.append([word])
            }
        }
        return rows.map { $0.sorted { ($0.left, $0.top) < ($1.left, $1.top) } }
    }

    /// Reads the output of `pdftotext -bbox`: `<page …><word xMin= yMin= xMax= yMax=>text</word>…</page>`.
    ///
    /// - Throws: `.damagedFile` when it is something else.
    static func pages(in output: [UInt8]) throws(Rejection) -> [PDFPage] {
        // In front of <doc> stand a document type and the PDF's own title, neither of any use.
        let mark = Array("<doc>".utf8)
        let head = output.indices.first {
            output[$0] == mark[0] && output[$0...].starts(with: mark)
        }
        guard let start = head else { return [] }
        let end = output.lastIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? output.count
        let body = output[start..<end]
        let rest = body.suffix(64)
        let tail = rest.firstRange(of: Array("</doc>".utf8))?.upperBound ?? rest.endIndex
        var scanner = try XMLScanner(Array(output[start..<tail]), part: "pdftotext -bbox")
        var pages: [PDFPage] = []
        var word: Word?
        while let event = try scanner.next() {
            switch event {
            case .start("page"): pages.append(PDFPage())
            case .start("word"): word = self.word(at: scanner)
            case .text(let text): word?.text += text
            case .end("word"):
                if let found = word, !pages.isEmpty {
                    let text = TextLine.trimmed(found.text)
                    if !text.isEmpty {
                        pages[pages.count - 1].words.append(
                            Word(
                                text: text,
                                left: found.left,
                                right: found.right,
                                top: found.top,
                                bottom: found.bottom
                            )
                        )
                    }
                }
                word = nil
            default: break
            }
        }
        return pages
    }

    private static func word(at scanner: XMLScanner) -> Word? {
        let sides = ["xMin", "xMax", "yMin", "yMax"].compactMap { name in
            scanner.attribute(name).flatMap { ExactDecimal($0) }.flatMap(hundredths)
        }
        guard sides.count == 4, sides[1] >= sides[0], sides[3] > sides[2] else { return nil }
        return Word(text: "", left: sides[0], right: sides[1], top: sides[2], bottom: sides[3])
    }

    /// A length in points as whole hundredths, cut off behind them.
    private static func hundredths(_ points: ExactDecimal) -> Int? {
        var digits = Int(points.digits)
        var scale = points.scale
        while scale > 2 {
            digits /= 10
            scale -= 1
        }
        while scale < 2 {
            let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            digits = product
            scale += 1
        }
        return abs(digits) < 1 << 40 ? digits : nil
    }
}

/// Which rows of which pages are page numbers, so that none of them is taken for a figure.
struct PageNumbers {
    private var places: [Int: Set<Int>] = [:]
    private static let dashes = "-\u{2013}\u{2014}\u{2015}\u{2500}\u{FF0D}"

    /// - Parameter pages: each page's rows.
    init(_ pages: [[[PDFPage.Word]]]) {
        var bare: [(page: Int, row: Int, number: Int)] = []
        for (page, rows) in pages.enumerated() {
            for row in Set([0, rows.count - 1]) where rows.indices.contains(row) {
                let text = rows[row].map(\.text).joined()
                if Self.isMarked(text) {
                    places[page, default: []].insert(row)
                } else if let number = Int(text.filter { !Self.dashes.contains($0) }),
                    text.count <= 4, rows[row].count <= 2
                {
                    bare.append((page, row, number))
                }
            }
        }
        // A bare number counts as a page's only where it goes up with the pages.
        for place in bare {
            let isCounted = bare.contains {
                $0.page != place.page && $0.number - place.number == $0.page - place.page
            }
            if isCounted { places[place.page, default: []].insert(place.row) }
        }
    }

    /// Whether a row is a page number.
    func isNumber(_ row: Int, ofPage page: Int) -> Bool {
        places[page]?.contains(row) ?? false
    }

    /// `- 4 -`, `— 4 —`, 第4页, 4/6.
    private static func isMarked(_ text: String) -> Bool {
        let digits = text.filter { ("0"..."9").contains($0) }
        guard !digits.isEmpty, digits.count <= 6 else { return false }
        let rest = text.filter { !("0"..."9").contains($0) }
        return ["第页", "页", "第页共页", "第页/共页", "/", "第页,共页", "第页，共页"].contains(rest)
            || (rest.count >= 1 && text.first != digits.first
                && rest.allSatisfy { dashes.contains($0) } && rest.count % 2 == 0)
    }
}
