import FormCatalog
import ReportModel

/// Reads section three out of running text: a row's label, then its seven figures.
struct StreamRequests {
    let catalog: FormCatalog
    private let labels: RequestLabels

    init(catalog: FormCatalog) {
        self.catalog = catalog
        labels = RequestLabels(catalog: catalog)
    }

    /// Reads what the text has of the section.
    ///
    /// - Returns: the lines from one cell to the next where cells stand one a line and all full rows agree.
    func read(_ stream: TextStream, into collector: inout CellCollector) -> Int? {
        var all = matrix(in: stream.runs, &collector)
        let counts = all.map { row in row.run.figures.count { !$0.text.isEmpty } }
        for place in StreamColumns.emptyBesideSurplus(
            all.map(\.run),
            counts: all.map { _ in Applicant.allCases.count }
        ) {
            all[place].isDoubtful = true
        }
        let found = known(all, &collector)
        guard found.count >= 3, let first = found.first else { return nil }
        let rows = found.indices.map { index -> StreamColumns.Row in
            let behind = found[index].run.wordsBehind.first?.line
            let isFollowed = found[(index + 1)...].first?.run.words.first?.line == behind
            return (found[index].run, isFollowed && behind != nil)
        }
        let places = StreamColumns(rows: rows, count: Applicant.allCases.count)
        let words = Array(first.run.words.prefix(first.labelStart))
        let line = first.run.words.dropFirst(first.labelStart).first?.line ?? 0
        let columns =
            HeaderByFlow(catalog: catalog).columns(words, into: &collector)
            ?? places.ranges.flatMap { ranges in
                HeaderByPlace(catalog: catalog).columns(words, above: line, ranges: ranges)
            }
        let most = counts.max() ?? 0
        let isOutOfOrder =
            most >= Self.columnOfFigures || counts.count { $0 >= Self.figuresOfTwoRows } > 1
            || counts.contains { ![0, Applicant.allCases.count].contains($0) }
                && HeaderStrangers(catalog: catalog).stand(among: words)
        for (row, placed) in zip(found, rows.map(places.place)) {
            guard let code = row.code else { continue }
            // Where a label has several rows' figures behind it, one without any isn't blank: its own are among them.
            let isLost =
                isOutOfOrder || row.isDoubtful
                || most >= Self.figuresOfTwoRows && row.run.figures.isEmpty
            let codes = (columns ?? Applicant.allCases).map { CellCode.request(code, $0) }
            let origin = row.run.words.last?.origin ?? Origin()
            collector.addRow(
                codes,
                columns == nil || isLost ? nil : placed,
                all: row.run.figures,
                label: columns == nil ? nil : catalog.official.labels(of: codes[0]).row,
                at: origin
            )
        }
        return places.strideWithin
    }

    private static let figuresOfTwoRows = 2 * Applicant.allCases.count
    /// So many figures behind a label are columns of the page, one below the other.
    private static let columnOfFigures = 4 * Applicant.allCases.count

    private struct Row {
        var run: TextStream.Run
        /// Whether it has no figures, and a row beside it has too many.
        var isDoubtful = false
        var code: RequestRow?
        var group: Disposition?
        var labelStart: Int
        var isOutcome: Bool { code?.disposition != nil }
    }

    /// The rows that the form has, with those that only a misprint hides; the others are said.
    private func known(_ rows: [Row], _ collector: inout CellCollector) -> [Row] {
        let printed = rows.map { row in
            let words = row.run.words.suffix(3).map(\.text)
            return MisprintedRows.PrintedRow(
                labels: words.indices.map { words[$0...].joined() },
                group: row.group,
                code: row.code
            )
        }
        let misprints = MisprintedRows(catalog: catalog).resolved(printed)
        return rows.indices.compactMap { index in
            var row = rows[index]
            guard row.code == nil, let last = row.run.words.last else { return row }
            guard let code = misprints[index] else {
                collector.warn(.rowUnknown, [last.text], at: last.origin)
                return nil
            }
            collector.warnOfMisprint(last.text, code, catalog, at: last.origin)
            row.code = code
            return row
        }
    }

    /// The rows of the matrix, without those of shorter tables in front of its header and behind its last full row that it
    /// has in full itself: a comparison of three years names them too.
    private func matrix(in runs: [TextStream.Run], _ collector: inout CellCollector) -> [Row] {
        var all = rows(of: runs[...])
        let start = runs.firstIndex(where: namesApplicants) ?? 0
        let early = rows(of: runs[..<start])
        if !early.isEmpty {
            let rest = rows(of: runs[start...])
            if areStrays(early[...], beside: rest[...]) {
                collector.warn(.headerUnknown, [], at: early[0].run.words.last?.origin)
                all = rest
            }
        }
        let end = all.lastIndex(where: isFull).map { $0 + 1 } ?? all.count
        let late = all[end...]
        guard areStrays(late, beside: all[..<end]) else { return all }
        collector.warn(.headerUnknown, [], at: late[end].run.words.last?.origin)
        return Array(all[..<end])
    }

    private func isFull(_ row: Row) -> Bool {
        row.run.figures.count { !$0.text.isEmpty } == Applicant.allCases.count
    }

    /// Whether rows, some of them the form's, have another number of figures than the matrix, and it has them in full.
    private func areStrays(_ rows: ArraySlice<Row>, beside matrix: ArraySlice<Row>) -> Bool {
        var settled = Set(matrix.filter(isFull).compactMap(\.code))
        // Where its parts are printed, the form has no row for 其他处理 as a whole.
        if settled.isSuperset(of: RequestRow.otherParts) { settled.insert(.otherTotal) }
        return rows.contains { $0.code != nil }
            && rows.allSatisfy { row in
                row.run.figures.count != Applicant.allCases.count
                    && row.code.map(settled.contains) ?? true
            }
    }

    /// Whether the words in front of some figures head the matrix.
    private func namesApplicants(_ run: TextStream.Run) -> Bool {
        let named = WordRun(words: run.words).labels { catalog.applicants.item(for: $0) }
        return Set(named.map(\.item)).count >= Applicant.parts.count
    }

    private func rows(of runs: ArraySlice<TextStream.Run>) -> [Row] {
        var rows: [Row] = []
        var group: Disposition?
        var pending: [TextStream.Token] = []
        for run in runs where !run.words.isEmpty {
            let words = WordRun(words: Array(run.words.dropFirst(pending.count)))
            pending = []
            let endsSection = !words.labels { catalog.disputeRoutes.item(for: $0) }.isEmpty
            if !rows.isEmpty, endsSection { break }
            let groups = words.labels { catalog.requestGroups.item(for: $0) }
            group = groups.last?.item ?? group
            let label = words.lastLabel { labels.row($0, in: group) }
            // 总计 heads a column too; it is a row only below the rows that it adds up.
            if let label, label.item != .outcomeTotal || rows.contains(where: \.isOutcome) {
                if label.item.disposition.map({ $0 == .granted || $0 == .partial }) ?? true {
                    group = nil
                }
                rows += emptyRows(words, before: label.start, first: rows.isEmpty)
                rows.append(
                    Row(
                        run: shortened(run, to: words.words),
                        code: label.item,
                        group: label.item.disposition,
                        labelStart: label.start
                    )
                )
            } else if let wrapped = wrappedRow(run, words, in: group) {
                rows.append(
                    Row(
                        run: run,
                        code: wrapped.code,
                        group: wrapped.code.disposition,
                        labelStart: run.words.count - 1
                    )
                )
                pending = wrapped.rest
            } else if run.figures.count >= Applicant.parts.count, !rows.isEmpty,
                !words.words.isEmpty
            {
                rows.append(
                    Row(
                        run: shortened(run, to: words.words),
                        code: nil,
                        group: group,
                        labelStart: words.words.count - 1
                    )
                )
            }
        }
        return rows
    }

    /// Rows without a single figure: their labels stand among the words in front of another label.
    private func emptyRows(_ words: WordRun, before end: Int, first: Bool) -> [Row] {
        let front = WordRun(words: Array(words.words[..<end]))
        let header = first ? front.labels { catalog.applicants.item(for: $0) }.last?.range : nil
        var group: Disposition?
        var rows: [Row] = []
        for label in front.labels(GroupOrRow.reading(catalog)) {
            switch label.item {
            case .group(let named): group = named
            case .row(let code):
                let isColumn = label.range.lowerBound < header?.upperBound ?? 0
                if isColumn || (code == .otherMiscellaneous && group != .other) { continue }
                let own = Array(front.words[..<label.range.upperBound])
                let run = TextStream.Run(words: own, figures: [], wordsBehind: words.words)
                rows.append(
                    Row(
                        run: run,
                        code: code,
                        group: code.disposition,
                        labelStart: label.range.lowerBound
                    )
                )
            }
        }
        return rows
    }

    private enum GroupOrRow {
        case group(Disposition)
        case row(RequestRow)

        static func reading(_ catalog: FormCatalog) -> (LabelKey) -> GroupOrRow? {
            { key in
                catalog.requestGroups.item(for: key).map(GroupOrRow.group)
                    ?? catalog.requestRows.item(for: key).map(GroupOrRow.row)
            }
        }
    }

    /// A label that goes on behind its figures: the figures stand on its first or middle line.
    private func wrappedRow(
        _ run: TextStream.Run,
        _ words: WordRun,
        in group: Disposition?
    ) -> (code: RequestRow, rest: [TextStream.Token])? {
        let first = max(0, words.words.count - WordRun.mostPieces)
        for start in first..<words.words.count {
            let beginning = words.joined(start...(words.words.count - 1))
            guard catalog.requestRows.hasWording(beginning: LabelKey(beginning)),
                LabelKey(beginning).count >= 4
            else { continue }
            for length in 1...WordRun.mostPieces where length <= run.wordsBehind.count {
                let rest = Array(run.wordsBehind[..<length])
                if let code = labels.row(beginning + rest.map(\.text).joined(), in: group) {
                    return (code, rest)
                }
            }
        }
        return nil
    }

    private func shortened(_ run: TextStream.Run, to words: [TextStream.Token]) -> TextStream.Run {
        var run = run
        run.words = words
        return run
    }
}
