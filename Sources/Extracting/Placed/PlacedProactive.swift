import FormCatalog
import ReportModel

/// Reads section two off a sheet: the row by the label beside a figure, the column by the header above.
struct PlacedProactive {
    private let catalog: FormCatalog
    private let labels: ProactiveLabels

    init(catalog: FormCatalog) {
        self.catalog = catalog
        labels = ProactiveLabels(catalog: catalog)
    }

    private typealias Header = PlacedText.Label<ProactiveLabels.Column>

    /// Reads what the sheet has of the section.
    func read(_ text: PlacedText, into collector: inout CellCollector) {
        let headers = text.labels(where: { !$0.isFigure }) { labels.column($0) }
        guard let first = headers.first else { return }
        // Section three begins with its first row; its labels are none of this section's.
        let end =
            text.labels(where: { !$0.isFigure && $0.box.top > first.box.top }) {
                catalog.requestRows.item(for: $0) == .newReceived ? true : nil
            }.first?.box.top ?? Int.max / 2
        let groups = Self.lines(headers.filter { $0.box.top < end })
        for (number, group) in groups.enumerated() {
            let bottom = number + 1 < groups.count ? groups[number + 1][0].box.top : end
            read(text, under: group, to: bottom, into: &collector)
        }
    }

    /// Headers that stand beside each other, from the top down.
    private static func lines(_ headers: [Header]) -> [[Header]] {
        var lines: [[Header]] = []
        for header in headers {
            if let last = lines.last?.first,
                header.box.top < last.box.bottom && header.box.bottom > last.box.top
            {
                lines[lines.count - 1].append(header)
            } else {
                lines.append([header])
            }
        }
        return lines.map { $0.sorted { $0.box.left < $1.box.left } }
    }

    private func read(
        _ text: PlacedText,
        under headers: [Header],
        to bottom: Int,
        into collector: inout CellCollector
    ) {
        let edition = headers[0].item.edition
        let rows = text.labels(where: {
            // Lines that are set close reach a little into each other.
            !$0.isFigure && $0.box.twiceMiddle >= 2 * headers[0].box.bottom
                && $0.box.twiceMiddle <= 2 * bottom && $0.box.left < headers[0].box.left
        }) { labels.row($0, of: edition) }
        let values = rows.map { text.values(beside: $0.box, from: $0.box.right) }
        let strangers = text.strangers(
            beside: headers,
            from: rows.map(\.box.right).max() ?? headers[0].box.left,
            labels.isHeading
        )
        let places = text.columns(under: headers.map { $0.box }, beside: strangers, of: values)
        for (row, values) in zip(rows, values) {
            guard let codes = labels.codes(row.item, under: headers.map(\.item)) else {
                collector.warn(.rowUnknown, [row.text], at: row.origin)
                continue
            }
            // Where a column's name isn't known, a figure's place may tell its column, and its order doesn't.
            let isWhole = Set(codes) == Set(labels.codes(row.item, of: edition))
            let hasOnePlace =
                isWhole && codes.count == 1 && values.count == 1 && strangers.isEmpty
            let isPlaced = isWhole || !text.isLoose
            let placed = hasOnePlace ? [values[0]] : isPlaced ? places?.place(values) : nil
            collector.addRow(codes, placed, all: values, label: row.text, at: row.origin)
        }
    }
}
