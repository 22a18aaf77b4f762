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
        let tables = tables(in: stream)
        // Where blocks are tables of their own with a cell a line, the figures that one lacks may be among another's.
        let isOutOfOrder =
            tables.count > 1
            && tables.contains { codes, run in
                (1..<codes.count).contains(run.figures.count) && run.figures.allSatisfy(\.isAlone)
            }
        for (codes, run) in tables {
            guard let last = run.words.last else { continue }
            let columns = StreamColumns(
                spacing: spacing,
                count: codes.count,
                margins: StreamMargins([run], counts: [codes.count])
            )
            collector.addRow(
                codes,
                isOutOfOrder ? nil : columns.place((run, isFollowed: false)),
                all: run.figures,
                label: FormSection.disputes.rawValue,
                at: last.origin
            )
        }
    }

    /// The headers of the section, each with the figures behind it: one of all blocks, or several.
    private func tables(in stream: TextStream) -> [(codes: [CellCode], run: TextStream.Run)] {
        stream.runs.compactMap { run in
            let named = WordRun(words: run.words).labels { key -> Bool? in
                let known =
                    catalog.disputeRoutes.item(for: key) != nil
                    || catalog.disputeOutcomes.item(for: key) != nil
                return known ? true : nil
            }
            let texts = named.map { label in
                run.words[label.range].map(\.text).joined()
            }
            let header = DisputeHeader(
                words: texts.map { (LabelKey($0), 0, 0..<1) },
                catalog: catalog
            )
            let isWhole = named.last?.range.upperBound == run.words.count
            let isInOrder = isWhole && header?.isInOrder ?? false
            guard !run.words.isEmpty, !isTurned(run.words),
                let codes = (isInOrder ? header?.codes : nil) ?? interleaved(run)
            else { return nil }
            return (codes, run)
        }
    }

    /// All codes, where the header's names wrap and follow each other line by line.
    private func interleaved(_ run: TextStream.Run) -> [CellCode]? {
        let codes = DisputeRoute.allCases.flatMap { route in
            DisputeOutcome.allCases.map { CellCode.dispute(route, $0) }
        }
        guard run.figures.count == codes.count, !addUpBackwards(run.figures),
            let first = run.words.lastIndex(where: { route(LabelKey($0.text)) == .review })
        else { return nil }
        let header = run.words[first...]
        let routes = header.compactMap { route(LabelKey($0.text)) }
        let pieces = header.filter {
            let key = LabelKey($0.text)
            return route(key) == nil && catalog.headings[.disputes]?.item(for: key) == nil
        }
        // Names that don't wrap are in the order in which they are printed, which isn't the form's.
        let areWhole = pieces.allSatisfy {
            catalog.disputeOutcomes.item(for: LabelKey($0.text)) != nil
        }
        if areWhole { return nil }
        let lines = Dictionary(grouping: pieces, by: \.line).sorted { $0.key < $1.key }
        var names = InterleavedNames(codes.map { catalog.official.labels(of: $0).column })
        guard routes == DisputeRoute.allCases,
            names.areMade(
                of: lines.map { line in
                    line.value.map {
                        .init(
                            text: Traditional.simplified($0.text),
                            left: $0.isAlone ? nil : $0.start
                        )
                    }
                }
            )
        else { return nil }
        return codes
    }

    /// Whether the first figure of some block is the others' sum, and the last isn't: totals that stand in front. A name
    /// alone on its line says nothing of the column that it heads.
    private func addUpBackwards(_ figures: [TextStream.Token]) -> Bool {
        let numbers = figures.map { FigureGrammar.read($0.text, unit: .pieces).figure.value }
        let size = DisputeOutcome.allCases.count
        return stride(from: 0, to: numbers.count, by: size).contains { start in
            let block = numbers[start...].prefix(size).compactMap {
                $0?.scale == 0 ? $0?.digits : nil
            }
            guard block.count == size, let first = block.first, let last = block.last else {
                return false
            }
            return block.dropFirst().reduce(0, +) == first && block.dropLast().reduce(0, +) != last
        }
    }

    /// Whether the heading of the litigation's blocks stands in front of the review's: then the blocks are in another
    /// order than the form's.
    private func isTurned(_ words: [TextStream.Token]) -> Bool {
        let keys = words.map { LabelKey($0.text) }
        // A section's heading that wraps may say both further up.
        let litigation = keys.lastIndex { catalog.headings[.disputes]?.item(for: $0) != nil }
        let review = keys.lastIndex { route($0) == .review }
        guard let litigation, let review else { return false }
        return litigation < review
    }

    private func route(_ key: LabelKey) -> DisputeRoute? { catalog.disputeRoutes.item(for: key) }
}
