import FormCatalog
import ReportModel

/// Reads section four off a sheet: each figure by the outcome above it, each outcome by its block.
struct PlacedDisputes {
    /// How many lines below the header the figures may stand.
    private static let mostLines = 12

    let catalog: FormCatalog

    /// Reads what the sheet has of the section.
    func read(_ text: PlacedText, into collector: inout CellCollector) {
        let routes = text.labels(where: { !$0.isFigure }) { words in
            catalog.disputeRoutes.item(for: words)
        }
        guard let top = routes.last(where: { $0.item == .review })?.box.top ?? routes.first?.box.top
        else { return }
        let own = routes.filter { $0.box.top >= top }.sorted { $0.box.left < $1.box.left }
        guard let lowest = own.map(\.box.bottom).max() else { return }
        let size = own[0].box.height
        let outcomes = text.labels(where: {
            !$0.isFigure && $0.box.top >= top && $0.box.top <= lowest + Self.mostLines * size
        }) { catalog.disputeOutcomes.item(for: $0) }
        .sorted { $0.box.left < $1.box.left }
        let words =
            own.map { (LabelKey($0.text), 0, 0..<1) }
            + outcomes.map { (LabelKey($0.text), 0, 0..<1) }
        guard let header = DisputeHeader(words: words, catalog: catalog), header.isInOrder,
            let codes = header.codes, codes.count == outcomes.count,
            let bottom = outcomes.map(\.box.bottom).max(),
            stand(own, over: outcomes)
        else { return }
        let below = text.segments.filter {
            $0.box.top >= bottom - size / 2 && $0.box.top <= bottom + Self.mostLines * size
        }
        guard let first = below.first(where: { $0.isFigure }) else { return }
        let row = text.values(beside: first.box, from: 0)
        // The table ends where words follow: the years and numbers of a text below are none of its figures.
        let end = below.first { !$0.isFigure && $0.box.twiceMiddle >= 2 * first.box.bottom }?.box
            .top
        let others = below.filter { other in
            other.isFigure && end.map { other.box.twiceMiddle < 2 * $0 } ?? true
                && !row.contains { $0.box.top == other.box.top && $0.box.left == other.box.left }
        }
        let places = text.columns(
            under: outcomes.map { $0.box },
            beside: text.strangers(beside: outcomes, from: Int.min) {
                catalog.headings[.disputes]?.item(for: $0) != nil
                    || catalog.disputeRoutes.item(for: $0) != nil
            },
            of: [row]
        )
        collector.addRow(
            codes,
            others.isEmpty ? places?.place(row) : nil,
            all: row + others,
            label: FormSection.disputes.rawValue,
            at: first.origin
        )
    }

    /// Whether each block's name stands over its own five columns.
    private func stand(
        _ routes: [PlacedText.Label<DisputeRoute>],
        over outcomes: [PlacedText.Label<DisputeOutcome>]
    ) -> Bool {
        let size = DisputeOutcome.allCases.count
        return routes.enumerated().allSatisfy { index, route in
            let block = outcomes[(index * size)..<((index + 1) * size)].map { $0.box }
            let left = block.map(\.left).min() ?? 0
            let right = block.map(\.right).max() ?? 0
            return route.box.left < right && route.box.right > left
        }
    }
}
