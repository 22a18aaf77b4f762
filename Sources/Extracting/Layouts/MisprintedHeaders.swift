import DocumentModel
import FormCatalog
import ReportModel

/// Puts the form's words in place of misprinted names of columns, and of rows that no group tells:
/// 行政事业型收费, 本年制发件数量数.
///
/// A name is taken for misprinted only where the form has one like it, the names around it in reading order are those that
/// the form has there, and what is printed stands for nothing else. It is worth looking for only where a table couldn't
/// be read without.
struct MisprintedHeaders {
    /// How many characters may be wrong, missing or too many.
    private static let mostEdits = 3
    /// Among so many names that follow each other one more may be wrong.
    private static let namesAMisprint = 5
    /// What makes another thing of a name: 上年废止件数 is not 本年废止件数.
    private static let meaningful: Set<Unicode.Scalar> = [
        "上", "去", "前", "后", "新", "未", "不", "非", "无", "增", "减", "累", "净", "月", "季",
    ]

    private let sequences: [[HeaderNames.Name]]
    /// For each wording the sequences that it stands in, and where.
    private let places: [LabelKey: [(sequence: Int, place: Int)]]
    private let catalog: FormCatalog

    init(_ names: HeaderNames, catalog: FormCatalog) {
        self.catalog = catalog
        let sequences = names.sequences
        var places: [LabelKey: [(Int, Int)]] = [:]
        for (sequence, names) in sequences.enumerated() {
            for (place, name) in names.enumerated() {
                for wording in name.wordings {
                    places[wording, default: []].append((sequence, place))
                }
            }
        }
        (self.sequences, self.places) = (sequences, places)
    }

    /// Words that stand in a table's cell or a line's piece.
    private struct Text {
        var block: Int
        var place: Int
        var words: String
        var key: LabelKey
        var origin: Origin
    }

    /// The document with the form's names in place of misprinted ones, and a warning for each.
    ///
    /// - Returns: `nil` where there are none.
    func corrected(_ document: SourceDocument) -> SourceDocument? {
        // Behind the last words the document may have been cut off.
        let texts = Array(texts(of: document).dropLast())
        var found: [Int: Set<String>] = [:]
        for (start, sequence) in candidates(in: texts) {
            let names = sequences[sequence]
            for place in misprints(of: names, from: start, in: texts) {
                found[start + place, default: []].insert(names[place].official)
            }
        }
        let certain = found.compactMap { place, names in
            names.count == 1 ? names.first.map { (place: place, name: $0) } : nil
        }.sorted { $0.place < $1.place }
        var document = document
        var isChanged = false
        let blocks = Dictionary(grouping: certain) { texts[$0.place].block }
        for (block, misprints) in blocks.sorted(by: { $0.key < $1.key }) {
            let names = Dictionary(
                uniqueKeysWithValues: misprints.map { (texts[$0.place].place, $0.name) }
            )
            switch document.blocks[block] {
            case .grid(let grid): document.blocks[block] = .grid(grid.replacing(names))
            case .line(let line):
                guard let line = line.replacing(names) else { continue }
                document.blocks[block] = .line(line)
            }
            isChanged = true
            document.warnings += misprints.map { place, name in
                ReadingWarning(
                    .labelMisprinted,
                    [texts[place].words, name],
                    origin: texts[place].origin
                )
            }
        }
        return isChanged ? document : nil
    }

    private struct Candidate: Hashable {
        var start: Int
        var sequence: Int
    }

    /// Where names may follow each other: one of them is printed where it would be then.
    private func candidates(in texts: [Text]) -> [(start: Int, sequence: Int)] {
        var candidates: Set<Candidate> = []
        for (index, text) in texts.enumerated() {
            for (sequence, place) in places[text.key] ?? [] {
                let start = index - place
                guard start >= 0, start + sequences[sequence].count <= texts.count else { continue }
                candidates.insert(Candidate(start: start, sequence: sequence))
            }
        }
        return candidates.map { ($0.start, $0.sequence) }
    }

    /// All words of the tables and lines in reading order, without figures.
    private func texts(of document: SourceDocument) -> [Text] {
        document.blocks.indices.flatMap { block -> [Text] in
            switch document.blocks[block] {
            case .grid(let grid):
                grid.cells.indices.compactMap { place in
                    let cell = grid.cells[place]
                    return text(cell.text, block, place, cell.origin)
                }
            case .line(let line):
                line.pieces.enumerated().compactMap { text($1.text, block, $0, line.origin) }
            }
        }
    }

    private func text(_ words: String, _ block: Int, _ place: Int, _ origin: Origin) -> Text? {
        let key = LabelKey(words).withoutAmong
        // Units and headings stand between the rows of the sheet of statistics.
        guard key.hasWords, !FigureGrammar.isFigure(words),
            !StatisticLabels(catalog: catalog).nameNothing(words)
        else { return nil }
        return Text(block: block, place: place, words: words, key: key, origin: origin)
    }

    /// The places of misprinted names among some that follow each other; none where the texts are others.
    private func misprints(
        of names: [HeaderNames.Name],
        from start: Int,
        in texts: [Text]
    ) -> [Int] {
        var places: [Int] = []
        let most = max(1, names.count / Self.namesAMisprint)
        for (place, name) in names.enumerated()
        where !name.wordings.contains(texts[start + place].key) {
            places.append(place)
            guard places.count <= most else { return [] }
        }
        let isAlike = places.allSatisfy { place in
            let key = texts[start + place].key
            return !catalog.knows(key) && isNear(key, names[place])
                && !isCut(start + place, from: names[place], in: texts)
        }
        return isAlike ? places : []
    }

    /// Whether the rest of a name stands in the text in front or behind: then it is two lines of it, and its figure may be
    /// beside either.
    private func isCut(_ place: Int, from name: HeaderNames.Name, in texts: [Text]) -> Bool {
        let official = LabelKey(name.official).withoutAmong.description
        let own = texts[place].key.description
        if official.hasPrefix(own), place + 1 < texts.count {
            let next = texts[place + 1].key.description
            let rest = official.dropFirst(own.count)
            if next.hasPrefix(rest) || rest.hasPrefix(next) { return true }
        }
        if official.hasSuffix(own), place > 0 {
            let last = texts[place - 1].key.description
            let rest = official.dropLast(own.count)
            if last.hasSuffix(rest) || rest.hasSuffix(last) { return true }
        }
        return false
    }

    /// Whether a text may be a misprint of a name.
    private func isNear(_ key: LabelKey, _ name: HeaderNames.Name) -> Bool {
        let official = LabelKey(name.official).withoutAmong
        guard abs(official.count - key.count) <= Self.mostEdits else { return false }
        let (mine, its) = (Set(key.description.unicodeScalars), official.description.unicodeScalars)
        guard mine.symmetricDifference(its).isDisjoint(with: Self.meaningful) else { return false }
        let edits = official.edits(to: key)
        return edits <= Self.mostEdits && official.count >= edits * name.charactersAnEdit
    }
}
