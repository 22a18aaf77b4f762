import FormCatalog
import ReportModel

/// Reads section four out of running text: the header's blocks and outcomes, then their figures.
struct StreamDisputes {
    let catalog: FormCatalog

    /// Reads what the text has of the section.
    ///
    /// - Parameters:
    ///   - stream: the text.
    ///   - spacing: the lines from one cell to the next in section three, if it says.
    ///   - collector: takes what is found.
    func read(_ stream: TextStream, spacing: Int?, into collector: inout CellCollector) {
        for run in stream.runs {
            let named = WordRun(words: run.words).labels { key -> Bool? in
                let known =
                    catalog.disputeRoutes.item(for: key) != nil
                    || catalog.disputeOutcomes.item(for: key) != nil
                return known ? true : nil
            }
            guard let last = run.words.last else { continue }
            let texts = named.map { label in
                run.words[label.range].map(\.text).joined()
            }
            let header = DisputeHeader(
                words: texts.map { (LabelKey($0), 0, 0..<1) },
                catalog: catalog
            )
            guard let codes = header?.codes, named.last?.range.upperBound == run.words.count else {
                continue
            }
            collector.addRow(
                codes,
                StreamColumns(spacing: spacing, count: codes.count).place((run, isFollowed: false)),
                all: run.figures,
                label: FormSection.disputes.rawValue,
                at: last.origin
            )
        }
    }
}
