import DocumentModel
import FormCatalog
import ReportModel

/// Reads the statistics sheet of 2014 where it is printed as a list: 收到申请数：12件；其中：当面申请数3件.
struct ProseStatistics {
    private let labels: StatisticLabels

    init(catalog: FormCatalog) {
        labels = StatisticLabels(catalog: catalog)
    }

    /// Reads what the lines have of the sheet.
    func read(_ document: SourceDocument, into collector: inout CellCollector) {
        var position = SheetPosition()
        for case .line(let line) in document.blocks {
            for clause in line.text.split(whereSeparator: { "；;，,。".contains($0) }) {
                guard let (label, figure) = Self.parts(of: String(clause)) else { continue }
                guard let row = labels.row(label, at: position) else {
                    position.lose()
                    if labels.nameRow(label) {
                        position.lose(
                            behind: labels.unplaced(label, printed: figure, at: line.origin)
                        )
                    }
                    continue
                }
                position.pass(row)
                collector.add(.statistic(row), printed: figure, origin: line.origin)
            }
        }
        collector.addUnplaced(position.unplaced)
    }

    /// No figure is longer, with its thousands' commas, its unit and spaces in front.
    private static let longestFigure = 48

    /// A label and the figure with its unit behind it; numbering in front is the label's.
    ///
    /// A clause that some damage made endless is looked at from behind only, or reading it would take the square
    /// of its length.
    private static func parts(of clause: String) -> (label: String, figure: String)? {
        let text = TextLine.trimmed(clause)
        let tail = text.suffix(longestFigure)
        guard
            let split = tail.indices.first(where: { index in
                index > text.startIndex && FigureGrammar.isFigure(String(text[index...]))
            })
        else { return nil }
        let label = String(text[..<split]).withoutSuffixes(["：", ":", "为", "共", " ", "　"])
        return label.isEmpty ? nil : (label, String(text[split...]))
    }
}
