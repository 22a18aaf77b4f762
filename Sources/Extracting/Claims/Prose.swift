import DocumentModel
import FormCatalog
import ReportModel

/// A paragraph of the text around the tables, made fit for reading claims off it.
struct Paragraph {
    /// The characters as printed, without white space.
    private(set) var printed: [Unicode.Scalar] = []
    /// The same characters, narrow and simplified, one for one.
    private(set) var plain: [Unicode.Scalar] = []
    /// Before which characters white space, or the end of a line, stands between digits: 12 5 is not 125.
    private(set) var gaps: [Int] = []
    /// Where each line of the paragraph begins among the characters, and where it stands.
    private var lines: [(start: Int, origin: Origin)] = []

    mutating func append(_ line: TextLine) {
        lines.append((printed.count, line.origin))
        var isApart = true
        for scalar in line.text.unicodeScalars {
            if TextLine.isSpace(scalar) {
                isApart = true
                continue
            }
            let narrow =
                (0xFF01...0xFF5E).contains(scalar.value)
                ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if isApart, ("0"..."9").contains(narrow), let last = plain.last,
                ("0"..."9").contains(last) || last == "," || last == "."
            {
                gaps.append(plain.count)
            }
            isApart = false
            printed.append(scalar)
            plain.append(Traditional.simplified(narrow))
        }
    }

    var isEmpty: Bool { plain.isEmpty }

    /// The paragraph as printed, without white space.
    var text: String { quote(printed.indices) }

    /// Whether the paragraph is a heading and nothing else.
    var isHeading: Bool {
        // A text without end is not put together for each of its lines.
        plain.count < Prose.longestHeading && Prose.isHeading(text)
    }

    /// Whether the paragraph ends as sentences do.
    var isFinished: Bool {
        plain.last.map { "。;:!?".unicodeScalars.contains($0) } ?? true
    }

    /// Where a character stands.
    func origin(at index: Int) -> Origin {
        lines.last { $0.start <= index }?.origin ?? Origin()
    }

    /// Whether digits among some characters are printed apart, so that nobody knows how many numbers they are.
    func isApart(_ range: Range<Int>) -> Bool {
        let first = gaps.partitionPoint { $0 > range.lowerBound }
        return first < gaps.count && gaps[first] < range.upperBound
    }

    /// Characters as printed.
    func quote(_ range: Range<Int>) -> String { String(scalars: printed[range]) }
}

/// The text around the tables, by paragraphs.
struct Prose {
    private(set) var paragraphs: [Paragraph] = []

    /// - Parameters:
    ///   - document: the document.
    ///   - forms: the blocks that are the form's tables.
    ///   - cells: the figures that were read, so that lines which carry them are no text.
    init(_ document: SourceDocument, forms: Set<Int>, cells: CellTable) {
        let figures = Self.linesOfFigures(cells)
        // Word processors and browsers end a paragraph with its line; pages and typed text wrap it.
        let wraps = [.pdf, .text, .markdown].contains(document.format)
        // In Markdown an empty line ends a paragraph, and nothing else does.
        var isBroken = false
        for (index, block) in document.blocks.enumerated() {
            switch block {
            case .line(let line):
                let origin = line.origin
                if figures.contains(where: { $0.holds(origin) }) { continue }
                append(line, joining: wraps && !(isBroken && document.format == .markdown))
                isBroken = line.text.isEmpty
            case .grid(let grid):
                isBroken = true
                let isForm = forms.contains(index)
                for row in grid.rows {
                    let cells = grid.cells(writtenIn: row)
                    // In a form's table a text has a row to itself.
                    if isForm, cells.count(where: { !$0.text.isEmpty }) != 1 { continue }
                    for cell in cells where !cell.text.isEmpty {
                        for text in cell.text.split(separator: "\n") {
                            append(TextLine(String(text), origin: cell.origin), joining: false)
                        }
                    }
                }
            }
        }
    }

    private mutating func append(_ line: TextLine, joining: Bool) {
        guard !line.text.isEmpty else { return }
        if joining, !Self.isHeading(line.text), let last = paragraphs.indices.last,
            !paragraphs[last].isFinished, !paragraphs[last].isHeading,
            paragraphs[last].plain.count >= Self.shortestWrapped
        {
            paragraphs[last].append(line)
            return
        }
        // Links and labels claim nothing; on a page that wraps they may begin something.
        if line.text.utf8.count < Self.shortestBytes, !joining { return }
        var paragraph = Paragraph()
        paragraph.append(line)
        if !paragraph.isEmpty { paragraphs.append(paragraph) }
    }

    /// A line of fewer bytes is a link, a label or a figure: five characters of Chinese.
    private static let shortestBytes = 15

    /// A line shorter than this has room for more: it ends its paragraph.
    private static let shortestWrapped = 12

    /// No heading has so many bytes.
    fileprivate static let longestHeading = 90

    /// 一、总体情况: a numeral and few words without an end.
    fileprivate static func isHeading(_ text: String) -> Bool {
        guard text.utf8.count < longestHeading, let first = text.unicodeScalars.first,
            "一二三四五六七八九十（(".unicodeScalars.contains(first),
            !text.holds("。"), !text.holds("，")
        else { return false }
        return text.unicodeScalars.dropFirst().prefix(3).contains {
            "、.．）)".unicodeScalars.contains($0)
        }
    }

    /// Stretches of lines on one page.
    private struct Stretch {
        var page: Int?
        var lines: ClosedRange<Int>

        func holds(_ origin: Origin) -> Bool {
            origin.table == nil && origin.page == page && origin.line.map(lines.contains) ?? false
        }
    }

    /// The lines between each section's first and last figure, page by page.
    private static func linesOfFigures(_ cells: CellTable) -> [Stretch] {
        var stretches: [FormSection: [Stretch]] = [:]
        for (code, cell) in cells.inFormOrder {
            guard let origin = cell.origin, origin.table == nil, let line = origin.line else {
                continue
            }
            var own = stretches[code.section] ?? []
            if let index = own.firstIndex(where: { $0.page == origin.page }) {
                let known = own[index].lines
                own[index].lines = min(known.lowerBound, line)...max(known.upperBound, line)
            } else {
                own.append(Stretch(page: origin.page, lines: line...line))
            }
            stretches[code.section] = own
        }
        return FormSection.allCases.flatMap { stretches[$0] ?? [] }
    }
}
