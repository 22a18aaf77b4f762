import DocumentModel
import FormCatalog
import ReportModel

/// Cuts a document that holds several reports into one document each.
///
/// A report begins with a title that names body and year and has the first row of section three below it.
/// The same title twice is the same report twice, and stays together: its figures must agree.
struct SeparateReports {
    let catalog: FormCatalog

    /// The document's parts; itself where it holds one report.
    func parts(of document: SourceDocument) -> [SourceDocument] {
        let matrices = Set(document.blocks.indices.filter { beginsMatrix(document.blocks[$0]) })
        guard matrices.count > 1, let last = matrices.max() else { return [document] }
        var starts: [Int] = []
        var names: [String] = []
        var title: (block: Int, name: String)?
        for (index, block) in document.blocks[...last].enumerated() {
            switch block {
            case .line(let line):
                if let name = name(in: line.text, line.origin) { title = (index, name) }
            case .grid(let grid):
                // A sheet of a workbook begins with the line that has its name.
                if isWorkbook(document), let name = nameAboveMatrix(of: grid) {
                    title = (max(index - 1, 0), name)
                }
            }
            guard matrices.contains(index), let own = title, !names.contains(own.name) else {
                continue
            }
            starts.append(own.block)
            names.append(own.name)
        }
        guard starts.count > 1 else { return [document] }
        return starts.indices.map { number in
            var part = document
            let from = number == 0 ? 0 : starts[number]
            let to = number + 1 < starts.count ? starts[number + 1] : document.blocks.count
            part.blocks = Array(document.blocks[from..<to])
            // The page's own title and metadata speak of one of them at most.
            part.title = nil
            part.metadata = []
            return part
        }
    }

    private func isWorkbook(_ document: SourceDocument) -> Bool {
        [.ods, .xls, .xlsx].contains(document.format)
    }

    /// Body and year, where a text is a title that names both.
    private func name(in text: String, _ origin: Origin) -> String? {
        guard text.utf8.count < 300, mayBeTitle(text),
            let found = ReportTitle(PlainLine(text, origin: origin)), let year = found.year,
            AgencyName.isName(found.agency)
        else { return nil }
        return "\(found.agency) \(year)"
    }

    private func nameAboveMatrix(of grid: Grid) -> String? {
        let matrix = grid.cells.first(where: beginsMatrix)?.row ?? grid.height
        return grid.cells.lazy.filter { $0.row < matrix }
            .compactMap { name(in: $0.text, $0.origin) }.first
    }

    private func mayBeTitle(_ text: String) -> Bool {
        let marks = LineMarks(text)
        return marks.contains(.notPlain) || marks.isSuperset(of: .title)
    }

    private func beginsMatrix(_ block: SourceDocument.Block) -> Bool {
        switch block {
        case .line(let line):
            line.text.utf8.count < 240 && line.text.holds("新收")
                && line.pieces.contains {
                    catalog.requestRows.item(for: LabelKey($0.text)) == .newReceived
                }
        case .grid(let grid): grid.cells.contains(where: beginsMatrix)
        }
    }

    private func beginsMatrix(_ cell: GridCell) -> Bool {
        cell.text.holds("新收")
            && catalog.requestRows.item(for: LabelKey(cell.text)) == .newReceived
    }
}
