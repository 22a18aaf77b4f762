import FormCatalog
import ReportModel

/// Reads section three off a sheet: the row by the label beside a figure, the column by the header above.
struct PlacedRequests {
    /// How many lines above the first row the header may begin.
    private static let headerLines = 30

    let catalog: FormCatalog
    private let labels: RequestLabels

    init(catalog: FormCatalog) {
        self.catalog = catalog
        labels = RequestLabels(catalog: catalog)
    }

    private typealias RowLabel = PlacedText.Label<RequestRow>
    private typealias Header = PlacedText.Label<Applicant>

    private struct Row {
        var label: String
        var code: RequestRow?
        var box: PlacedText.Box
        var values: [PlacedText.Segment]
        /// The page that its label stands on, or where it has none its figures.
        var page: Int?
        var isShared = false
    }

    /// Reads what the sheet has of the section.
    func read(_ text: PlacedText, into collector: inout CellCollector) {
        let printed = rowLabels(text)
        guard printed.count >= 3, let first = printed.first else { return }
        let headers = headers(text, above: first.box)
        let left = max(printed.map(\.box.right).max() ?? 0, 0)
        var rows = printed.map { label in
            Row(
                label: label.text,
                code: label.item,
                box: label.box,
                values: text.values(beside: label.box, from: min(left, label.box.right)),
                page: label.origin.page
            )
        }
        rows = separated(rows)
        rows += strays(text, rows, from: left)
        rows.sort { $0.box.top < $1.box.top }
        rows = corrected(rows, text, &collector)
        rows = doubted(rejoined(rows, isLoose: text.isLoose), text)
        let columns =
            columns(headers, above: first.box, rows, text, from: left, &collector)
            ?? (text.isLoose ? columns(madeOfPieces: text, above: first.box, rows, left) : nil)
        for row in rows {
            guard let code = row.code else {
                collector.warn(.rowUnknown, [row.label], at: row.values.first?.origin)
                continue
            }
            let codes = (columns?.applicants ?? Applicant.allCases).map {
                CellCode.request(code, $0)
            }
            let origin = row.values.first?.origin ?? first.origin
            collector.addRow(
                codes,
                row.isShared ? nil : columns?.places.place(row.values),
                all: row.values,
                label: columns == nil ? nil : row.label,
                at: origin
            )
        }
    }

    /// The rows' labels from the top down, up to section four.
    private func rowLabels(_ text: PlacedText) -> [RowLabel] {
        let end = text.labels(where: { !$0.isFigure }) { words in
            catalog.disputeRoutes.item(for: words)
        }
        let all = text.labels(where: { !$0.isFigure }) {
            catalog.requestRows.item(for: $0)
        }
        guard
            let first = all.first(where: { $0.item == .newReceived || $0.item == .carriedIn })
                ?? all.first(where: { $0.item != .outcomeTotal && $0.item != .otherMiscellaneous })
        else { return [] }
        let bottom = end.first { $0.box.top > first.box.bottom }?.box.top ?? Int.max / 2
        let hasParts = all.contains { $0.item == .otherNoCorrection || $0.item == .otherUnpaidFee }
        let columns =
            all.filter { ![.outcomeTotal, .otherMiscellaneous].contains($0.item) }
            .compactMap { label in
                text.values(beside: label.box, from: label.box.right).first { $0.isFigure }?.box
                    .left
            }
            .min() ?? Int.max
        var rows: [RowLabel] = []
        for label in all
        where label.box.top >= first.box.top && label.box.twiceMiddle < 2 * bottom {
            switch label.item {
            // 其他 and 总计 head columns too, on each page anew: each is a row only in front of the columns and below the
            // rows of its group.
            case .otherMiscellaneous where label.box.left >= columns: continue
            case .outcomeTotal where label.box.left >= columns: continue
            case .otherMiscellaneous where rows.last?.item.disposition != .other: continue
            case .outcomeTotal where !rows.contains { $0.item.disposition != nil }: continue
            case .otherTotal where hasParts: continue
            default: rows.append(label)
            }
        }
        return rows
    }

    /// The columns' headers: of each applicant the one nearest above the first row.
    private func headers(_ text: PlacedText, above first: PlacedText.Box) -> [Header] {
        let top = first.top - Self.headerLines * first.height
        // Lines that are set close reach a little into each other.
        let found = text.labels(where: {
            $0.box.twiceMiddle <= 2 * first.top && $0.box.top >= top
        }) { words in
            catalog.applicants.item(for: words)
        }
        return Applicant.allCases.compactMap { applicant in found.last { $0.item == applicant } }
            .sorted { $0.box.left < $1.box.left }
    }

    /// The words above the first row, as far up as a header may reach.
    private func header(of text: PlacedText, above first: PlacedText.Box) -> [PlacedText.Segment] {
        let top = first.top - Self.headerLines * first.height
        return text.segments.filter {
            !$0.isFigure && $0.box.twiceMiddle <= 2 * first.top && $0.box.top >= top
        }
    }

    /// The columns in the form's order, under a header whose names wrap.
    private func columns(
        madeOfPieces text: PlacedText,
        above first: PlacedText.Box,
        _ rows: [Row],
        _ left: Int
    ) -> (applicants: [Applicant], places: PlacedColumns)? {
        let above = header(of: text, above: first)
        func words(from heading: String) -> ArraySlice<PlacedText.Segment> {
            let start = above.firstIndex { word in
                catalog.headings[.requests]?.item(for: LabelKey(word.text)) == heading
            }
            return above[(start ?? 0)...]
        }
        let lines = Dictionary(grouping: words(from: "organisations"), by: \.box.top)
            .sorted { $0.key < $1.key }
            .map { $0.value.map { InterleavedNames.Piece(text: $0.text, left: $0.box.left) } }
        guard HeaderByPieces(catalog: catalog).isMade(of: lines) else { return nil }
        let strangers = HeaderStrangers(catalog: catalog)
        let hasOthers =
            words(from: "applicants").contains {
                $0.box.left >= left && strangers.isStranger($0.text)
            } || numbersStandBetween(above, rows)
        // In a row that has lost a figure, one of another column would make up for it.
        guard !hasOthers || rows.map(\.values).areFull(Applicant.allCases.count) else {
            return nil
        }
        return (Applicant.allCases, PlacedColumns(inOrder: Applicant.allCases.count))
    }

    /// Whether the rows have a column of running numbers between their labels and their figures, as the header has it.
    private func numbersStandBetween(_ header: [PlacedText.Segment], _ rows: [Row]) -> Bool {
        let start = rows.filter { $0.code != nil }.map(\.box.left).min() ?? 0
        let labels = StatisticLabels(catalog: catalog)
        return header.contains { $0.box.left > start && labels.isSerialHeader($0.text) }
    }

    private func columns(
        _ headers: [Header],
        above first: PlacedText.Box,
        _ rows: [Row],
        _ text: PlacedText,
        from left: Int,
        _ collector: inout CellCollector
    ) -> (applicants: [Applicant], places: PlacedColumns)? {
        let applicants = headers.map(\.item)
        let strangers = text.strangers(beside: headers, from: left) {
            catalog.headings[.requests]?.item(for: $0) != nil
        }
        let values = rows.filter { !$0.isShared }.map(\.values)
        if Set(applicants).count == Applicant.allCases.count {
            // Where words stand nearly in place, an order that isn't the form's may come of that.
            guard !text.isLoose || applicants == Applicant.allCases else { return nil }
            // A long note in the header's corner moves what stands behind it aside.
            if text.isLoose, strangers.isEmpty, !values.areFull(headers.count),
                numbersStandBetween(header(of: text, above: first), rows)
            {
                return nil
            }
            return text.columns(under: headers.map(\.box), beside: strangers, of: values)
                .map { (applicants, $0) }
        }
        guard applicants == Array(Applicant.allCases.dropFirst()), !text.isLoose else { return nil }
        let places = PlacedColumns(
            headers: [nil] + headers.map { $0.box },
            strangers: strangers,
            rows: values
        )
        if places != nil {
            let label = catalog.official.labels(of: .request(.granted, .naturalPerson)).column
            collector.warn(.headerMissing, [label], at: headers[0].origin)
        }
        return places.map { (Applicant.allCases, $0) }
    }

    /// Where a figure stands, which no other does.
    private struct Place: Hashable {
        var top: Int
        var left: Int

        init(_ figure: PlacedText.Segment) {
            top = figure.box.top
            left = figure.box.left
        }
    }

    /// Rows that claim a figure together have none of their own.
    private func separated(_ rows: [Row]) -> [Row] {
        let claims = Dictionary(
            rows.flatMap { Set($0.values.map { Place($0) }) }.map { ($0, 1) },
            uniquingKeysWith: +
        )
        return rows.map { row in
            var row = row
            row.isShared = row.values.contains { claims[Place($0), default: 0] > 1 }
            return row
        }
    }

    /// Lines of figures within the table that stand beside none of the labels.
    private func strays(_ text: PlacedText, _ rows: [Row], from left: Int) -> [Row] {
        guard let first = rows.first?.box, let last = rows.last?.box else { return [] }
        // Up to the words above the table and below: a number may wrap out of the first row or the last.
        let words = text.segments.filter { !$0.isFigure }.map(\.box)
        let top = words.filter { $0.bottom <= first.top }.map(\.bottom).max() ?? first.top
        let bottom = words.filter { $0.top >= last.bottom }.map(\.top).min() ?? last.bottom
        // A line of figures alone may stand anywhere in a text that keeps its columns only nearly; 无 alone is a
        // vertical label's.
        var bare: Set<Int> = []
        if text.isLoose {
            let tops = text.segments.filter(\.isFigure).map(\.box.top)
            let counts = Dictionary(tops.map { ($0, 1) }, uniquingKeysWith: +)
            bare = Set(counts.filter { $0.value > 1 }.keys).subtracting(words.map(\.top))
        }
        let taken = Set(rows.flatMap { $0.values.map { Place($0) } })
        var lines: [Row] = []
        for figure in text.segments
        where figure.isFigure && (figure.box.left >= left || bare.contains(figure.box.top))
            && (2 * top...2 * max(top, bottom)).contains(figure.box.twiceMiddle)
        {
            if taken.contains(Place(figure)) { continue }
            if let last = lines.last,
                (last.box.top...last.box.bottom).contains(figure.box.twiceMiddle / 2)
            {
                lines[lines.count - 1].values.append(figure)
            } else {
                lines.append(
                    Row(
                        label: "",
                        code: nil,
                        box: figure.box,
                        values: [figure],
                        page: figure.origin.page
                    )
                )
            }
        }
        return lines.map { line in
            var line = line
            line.values.sort { $0.box.left < $1.box.left }
            return line
        }
    }

    /// The rows, those marked that stray figures put in doubt: a number that wraps in its cell leaves its end between
    /// the rows, and in the row its beginning or a gap. A whole line beside words of its own, more than a number, is a row
    /// that the form doesn't have, and no doubt of other figures.
    private func doubted(_ rows: [Row], _ text: PlacedText) -> [Row] {
        let inGroups = rows.filter { row in
            row.code?.disposition.map { ![.granted, .partial].contains($0) } ?? false
        }
        let labelColumn = inGroups.map(\.box.left).min() ?? 0
        var rows = rows
        for index in rows.indices where rows[index].code == nil {
            let box = rows[index].box
            let near = text.segments(between: box.top, and: box.bottom)
            let isLabelled = near.contains { word in
                !word.isFigure && word.box.left >= labelColumn && word.box.right <= box.left
                    && word.box.twiceMiddle > 2 * box.top && word.box.twiceMiddle < 2 * box.bottom
                    && LabelKey(word.text).hasWords
            }
            let isRow = isLabelled && rows[index].values.count == Applicant.allCases.count
            // Even so a row beside it that has no figures need not be blank: the words may be a part of its label.
            for neighbour in [index - 1, index + 1]
            where rows.indices.contains(neighbour) && (!isRow || rows[neighbour].values.isEmpty) {
                rows[neighbour].isShared = true
            }
        }
        return rows
    }

    /// The rows, with the labels that a page's end parts from their figures, or a line that is out of its place: the
    /// label has none, the full line of figures next to it has no words, and neither has another such neighbour.
    private func rejoined(_ rows: [Row], isLoose: Bool) -> [Row] {
        func isBare(_ row: Row) -> Bool { row.code != nil && row.values.isEmpty }
        func isStray(_ row: Row) -> Bool {
            row.code == nil && row.label.isEmpty && row.values.count == Applicant.allCases.count
        }
        var rows = rows
        for index in rows.indices.dropFirst().reversed() {
            let (bare, stray) =
                isBare(rows[index - 1]) ? (index - 1, index) : (index, index - 1)
            guard isBare(rows[bare]), isStray(rows[stray]),
                isLoose || rows[bare].page != rows[stray].page,
                ![index - 2, index + 1].contains(where: { other in
                    rows.indices.contains(other) && (isBare(rows[other]) || isStray(rows[other]))
                })
            else { continue }
            rows[bare].values = rows[stray].values
            rows[bare].isShared = false
            rows[stray].values = []
        }
        return rows.filter { $0.code != nil || !$0.values.isEmpty }
    }

    /// The rows, with those that only a misprint hides.
    private func corrected(
        _ rows: [Row],
        _ text: PlacedText,
        _ collector: inout CellCollector
    ) -> [Row] {
        var rows = rows
        let edge = rows.flatMap(\.values).map(\.box.left).min() ?? Int.max
        for index in rows.indices where rows[index].code == nil {
            let top = index > 0 ? rows[index - 1].box.bottom : 0
            let bottom = index + 1 < rows.count ? rows[index + 1].box.top : nil
            let between = text.segments(between: top, and: bottom ?? Int.max)
            let words = between.filter {
                !$0.isFigure && $0.box.right <= edge && $0.box.twiceMiddle > 2 * top
                    && $0.box.twiceMiddle < 2 * (bottom ?? Int.max / 2)
            }
            rows[index].label = words.map(\.text).joined(separator: " ")
        }
        let printed = rows.map { row in
            let words = row.label.split(separator: " ").map(String.init)
            let labels = words.indices.flatMap { start in
                words.indices[start...].map { words[start...$0].joined() }
            }
            return MisprintedRows.PrintedRow(labels: labels, group: nil, code: row.code)
        }
        for (index, code) in MisprintedRows(catalog: catalog).resolved(printed) {
            rows[index].code = code
            collector.warnOfMisprint(
                rows[index].label,
                code,
                catalog,
                at: rows[index].values[0].origin
            )
        }
        return rows
    }
}
