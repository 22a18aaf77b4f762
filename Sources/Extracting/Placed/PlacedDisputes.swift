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
        guard let codes = codes(of: own, over: outcomes, text),
            let bottom = outcomes.map(\.box.bottom).max()
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

    /// The codes of the columns from left to right: each block's name stands over its own five, which name all outcomes.
    ///
    /// - Returns: `nil` where that isn't so, or where words stand only nearly in place and not in the form's order: that may
    ///   come of it.
    private func codes(
        of routes: [PlacedText.Label<DisputeRoute>],
        over outcomes: [PlacedText.Label<DisputeOutcome>],
        _ text: PlacedText
    ) -> [CellCode]? {
        let form = DisputeOutcome.allCases
        guard Set(routes.map(\.item)).count == routes.count,
            outcomes.count == routes.count * form.count
        else { return nil }
        var codes: [CellCode] = []
        for (index, route) in routes.enumerated() {
            let block = outcomes[(index * form.count)..<((index + 1) * form.count)]
            let left = block.map(\.box.left).min() ?? 0
            let right = block.map(\.box.right).max() ?? 0
            guard route.box.left < right, route.box.right > left,
                Set(block.map(\.item)).count == form.count
            else { return nil }
            codes += block.map { .dispute(route.item, $0.item) }
        }
        let isInOrder =
            codes == routes.flatMap { route in form.map { .dispute(route.item, $0) } }
            && routes.map(\.item) == DisputeRoute.allCases.filter(routes.map(\.item).contains)
        return isInOrder || !text.isLoose ? codes : nil
    }
}
