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
            if case .line(let line) = block, line.text.utf8.count < 300, mayBeTitle(line.text),
                let found = ReportTitle(PlainLine(line.text, origin: line.origin)),
                let year = found.year, AgencyName.isName(found.agency)
            {
                title = (index, "\(found.agency) \(year)")
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
        case .grid(let grid):
            grid.cells.contains {
                $0.text.holds("新收")
                    && catalog.requestRows.item(for: LabelKey($0.text)) == .newReceived
            }
        }
    }
}
