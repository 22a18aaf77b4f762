import DocumentModel
import FormCatalog
import ReportModel

/// The tables of a document that are the form's, and the cells that they hold.
struct FormTables {
    /// The blocks that are the form's tables.
    let blocks: Set<Int>
    /// All of the document's tables.
    let all: [(block: Int, keyed: KeyedGrid)]
    private let grids: [(block: Int, keyed: KeyedGrid)]
    private(set) var collector = CellCollector()
    private var sheet: CellCollector?
    private let document: SourceDocument
    private let catalog: FormCatalog
    private let beginnings: LabelBeginnings
    /// The words of a paged document by their places, put together once.
    private lazy var placed = PlacedText(document, beginnings: beginnings)
    /// The words of a plain text by their places, as far as it aligns columns.
    private lazy var sheets = AlignedSheet.sheets(of: document, beginnings: beginnings)

    init(_ document: SourceDocument, catalog: FormCatalog, beginnings: LabelBeginnings) {
        self.document = document
        self.catalog = catalog
        self.beginnings = beginnings
        let labels = RequestLabels(catalog: catalog)
        let proactive = ProactiveLabels(catalog: catalog)
        all = document.blocks.enumerated().compactMap { index, block in
            guard case .grid(let grid) = block else { return nil }
            return (index, KeyedGrid(grid))
        }
        grids = all.filter { _, keyed in
            keyed.grid.cells.contains { cell in
                let key = keyed.key(cell)
                guard key.hasWords else { return false }
                return labels.row(key, in: nil) != nil
                    || proactive.column(key) != nil
                    || proactive.row(key, of: nil) != nil
                    || catalog.disputeRoutes.item(for: key) != nil
                    || catalog.statistics.item(for: key.withoutAmong) != nil
            }
        }
        blocks = Set(grids.map(\.block))
    }

    /// Reads each section out of grids, or where there are none off the page or out of running text.
    mutating func read() {
        readSections()
        let rows = RequestRow.allCases.count { collector.has(.request($0, .total)) }
        // A report on a later form has no sheet of statistics.
        if rows < Self.mostStrayRows {
            let statistics = readStatistics()
            let count = StatisticCell.allCases.count { statistics.has(.statistic($0)) }
            if count >= Self.fewestStatistics, count > rows { collector = statistics }
        }
        collector.settleEdition()
        if let line = LostRepeats.evidence(in: document) {
            collector.doubtAll(after: line)
        } else {
            collector.inferVanishedBlanks()
        }
        collector.warnOfMissing(catalog)
    }

    /// Fewer rows of the statistics sheet are words that other tables have too.
    private static let fewestStatistics = 5

    /// So many rows of section three are no chance.
    private static let mostStrayRows = 10

    private mutating func readSections() {
        let proactive = GridProactive(catalog: catalog)
        var requests = GridRequests(catalog: catalog)
        let disputes = GridDisputes(catalog: catalog)
        for (block, grid) in grids {
            proactive.read(grid, into: &collector)
            requests.read(grid, into: &collector)
            disputes.read(grid, caption: caption(of: block), into: &collector)
            doubtBlanks(ofTable: block, grid, in: &collector)
        }
        requests.readStrays(into: &collector)
        if let placed {
            for section in [FormSection.proactive, .requests, .disputes] {
                read(section, of: placed, into: &collector)
            }
        }
        let missing = [FormSection.proactive, .requests, .disputes].filter { !collector.has($0) }
        // A sheet of statistics has none of the three sections: looking for them in its text is in vain.
        guard !missing.isEmpty, missing.count < 3 || !hasStatisticsGrid() else { return }
        let stream = TextStream(document)
        var spacing: Int?
        for section in missing {
            var streamed = collector
            read(section, of: stream, &spacing, into: &streamed)
            let isSure =
                streamed.isSettled(section) && streamed.warnings.count == collector.warnings.count
            collector = isSure ? streamed : aligned(section, or: streamed)
        }
    }

    private func read(
        _ section: FormSection,
        of stream: TextStream,
        _ spacing: inout Int?,
        into collector: inout CellCollector
    ) {
        switch section {
        case .proactive:
            var section = StreamProactive(catalog: catalog)
            section.read(stream, into: &collector)
        case .requests:
            spacing = StreamRequests(catalog: catalog).read(stream, into: &collector)
        case .disputes:
            StreamDisputes(catalog: catalog).read(stream, spacing: spacing, into: &collector)
        case .statistics:
            StreamStatistics(catalog: catalog).read(stream, into: &collector)
        }
    }

    private func read(
        _ section: FormSection,
        of placed: PlacedText,
        into collector: inout CellCollector
    ) {
        switch section {
        case .proactive: PlacedProactive(catalog: catalog).read(placed, into: &collector)
        case .requests: PlacedRequests(catalog: catalog).read(placed, into: &collector)
        case .disputes: PlacedDisputes(catalog: catalog).read(placed, into: &collector)
        case .statistics: PlacedStatistics(catalog: catalog).read(placed, into: &collector)
        }
    }

    /// A section that its lines alone don't tell, read by where its words stand below each other.
    ///
    /// - Parameters:
    ///   - section: the section.
    ///   - streamed: what its lines tell.
    /// - Returns: the reading that settles the most cells, if none of the others says otherwise; else what the lines
    ///   tell, without the cells of which a sheet tells something else.
    private mutating func aligned(
        _ section: FormSection,
        or streamed: CellCollector
    ) -> CellCollector {
        let all = self.sheets.map { sheet in
            var found = collector
            read(section, of: sheet, into: &found)
            return found
        }
        let sheets = all.filter { $0.agrees(with: streamed, on: section) }
        guard let first = sheets.first, sheets.allSatisfy({ $0.agrees(with: first, on: section) })
        else {
            return all.reduce(into: streamed) { $0.doubt(whatDiffersFrom: $1, on: section) }
        }
        return sheets.reduce(streamed) { best, next in
            next.settled(in: section) > best.settled(in: section) ? next : best
        }
    }

    private func doubtBlanks(
        ofTable block: Int,
        _ keyed: KeyedGrid,
        in collector: inout CellCollector
    ) {
        guard let table = keyed.grid.cells.first?.origin.table else { return }
        let strays = StrayFigures(besideTable: block, of: document)
        collector.doubtBlanks(ofTable: table, beside: strays)
    }

    /// The line of text right above a table; empty if there is none.
    private func caption(of block: Int) -> String {
        for above in document.blocks[..<block].reversed() {
            guard case .line(let line) = above else { return "" }
            if !line.text.isEmpty { return line.text }
        }
        return ""
    }

    /// Whether the tables are plainly the sheet of statistics.
    private mutating func hasStatisticsGrid() -> Bool {
        let found = gridStatistics()
        return StatisticCell.allCases.count { found.has(.statistic($0)) } >= Self.wholeSheet
    }

    /// So many of its 58 rows make a table the sheet.
    private static let wholeSheet = 40

    /// What the tables have of the sheet of statistics; looked for once.
    private mutating func gridStatistics() -> CellCollector {
        if let sheet { return sheet }
        var found = CellCollector()
        for (block, keyed) in grids where !isLocal(keyed) {
            GridStatistics(catalog: catalog).read(keyed.grid, into: &found)
            doubtBlanks(ofTable: block, keyed, in: &found)
        }
        sheet = found
        return found
    }

    /// Whether a table is one that a body made for itself, of which only few rows are on the form's sheet.
    private func isLocal(_ keyed: KeyedGrid) -> Bool {
        guard LocalTables(words: catalog.claimWords).recognises(keyed) else { return false }
        let rows = keyed.grid.cells.count {
            catalog.statistics.item(for: keyed.key($0).withoutAmong) != nil
        }
        return rows < Self.fewestOfSheet
    }

    /// So many rows of the sheet are in no table of another kind.
    private static let fewestOfSheet = 20

    private mutating func readStatistics() -> CellCollector {
        var found = gridStatistics()
        if !found.has(.statistics), let placed {
            PlacedStatistics(catalog: catalog).read(placed, into: &found)
        }
        if !found.has(.statistics) {
            StreamStatistics(catalog: catalog).read(TextStream(document), into: &found)
            if found.has(.statistics) { found = alignedStatistics(or: found) }
        }
        if !found.has(.statistics) {
            ProseStatistics(catalog: catalog).read(document, into: &found)
        }
        return found
    }

    /// The sheet of statistics by where its words stand, if that tells more figures than its lines do, and none of
    /// them otherwise: a figure beside the middle of a label that wraps is on none of its lines.
    private mutating func alignedStatistics(or streamed: CellCollector) -> CellCollector {
        var best = streamed
        for sheet in sheets {
            var found = CellCollector()
            PlacedStatistics(catalog: catalog).read(sheet, into: &found)
            if found.values(in: .statistics) > best.values(in: .statistics),
                found.agrees(with: streamed, on: .statistics, inValues: true)
            {
                best = found
            }
        }
        return best
    }
}
