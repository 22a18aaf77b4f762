import DocumentModel
import FormCatalog
import ReportModel

/// Something printed, and where.
protocol PrintedText {
    var text: String { get }
    var origin: Origin { get }
}

extension TextStream.Token: PrintedText {}
extension PlacedText.Segment: PrintedText {}

/// Gathers cells as the sections' readers find them, and says what doesn't fit together.
struct CellCollector {
    private(set) var cells = CellTable()
    private(set) var warnings: [ReadingWarning] = []
    /// The same, to tell none twice.
    private var told: Set<ReadingWarning> = []
    /// For each code, by its place among all, whether it was printed.
    private var seen = [Bool](repeating: false, count: CellCode.all.count)
    /// Rows of section three whose figures are fewer than the columns, with the columns in their order.
    private var shortRows: [RequestRow: (figures: [String], codes: [CellCode])] = [:]

    /// Whether some cell of a section was found.
    func has(_ section: FormSection) -> Bool {
        zip(CellCode.all, seen).contains { $1 && $0.section == section }
    }

    /// Whether a cell was found.
    func has(_ code: CellCode) -> Bool {
        seen[code.ordinal]
    }

    /// How many cells have a figure, or a blank, of their own.
    var settled: Int { CellCode.all.count(where: isSettled) }

    /// Whether every cell of the edition's form was found, and is settled.
    var isWhole: Bool {
        let rows = Set(cells.requestRows)
        return cells.edition.codes.allSatisfy { code in
            if case .request(let row, _) = code, !rows.contains(row) { return true }
            return isSettled(code)
        }
    }

    /// How many cells of a section have a figure, or a blank, of their own.
    func settled(in section: FormSection) -> Int {
        CellCode.all.count { $0.section == section && isSettled($0) }
    }

    /// How many cells of a section have a number.
    func values(in section: FormSection) -> Int {
        CellCode.all.count { $0.section == section && cells.value($0) != nil }
    }

    /// Whether a section was found, and every one of its cells is settled.
    func isSettled(_ section: FormSection) -> Bool {
        has(section)
            && CellCode.all.allSatisfy { $0.section != section || !has($0) || isSettled($0) }
    }

    /// Whether no cell of a section that both settle differs; with `inValues`, only numbers count, not blanks.
    func agrees(
        with other: CellCollector,
        on section: FormSection,
        inValues: Bool = false
    ) -> Bool {
        CellCode.all.allSatisfy { code in
            guard code.section == section else { return true }
            let isKnown =
                inValues
                ? cells.value(code) != nil && other.cells.value(code) != nil
                : isSettled(code) && other.isSettled(code)
            return !isKnown || cells[code].figure == other.cells[code].figure
        }
    }

    /// Leaves no figure, nor a blank, to the cells of a section for which another reading has a different one.
    mutating func doubt(whatDiffersFrom other: CellCollector, on section: FormSection) {
        for code in CellCode.all
        where code.section == section && isSettled(code) && other.isSettled(code)
            && cells[code].figure != other.cells[code].figure
        {
            put(code, other.cells[code])
        }
    }

    /// Leaves no blank to a table's first and last row of the form where figures stand beside the table.
    mutating func doubtBlanks(ofTable table: Int, beside strays: StrayFigures) {
        guard strays.above != nil || strays.below != nil else { return }
        let codes = CellCode.all.filter { has($0) && cells[$0].origin?.table == table }
        let rows = codes.compactMap { cells[$0].origin?.row }
        for (row, line) in [(rows.min(), strays.above), (rows.max(), strays.below)] {
            guard let row, let line else { continue }
            for code in codes where cells[code].origin?.row == row && cells[code].figure == .blank {
                warn(.strayFigure, [line.text, code.name], at: line.origin)
                cells[code].figure = .ambiguous
            }
        }
    }

    /// Leaves no cell a figure where the text lost lines, as one shows that has to be there twice.
    mutating func doubtAll(after line: TextLine) {
        guard CellCode.all.contains(where: isSettled) else { return }
        warn(.repeatsLost, [line.text], at: line.origin)
        for code in CellCode.all where isSettled(code) { cells[code].figure = .ambiguous }
    }

    /// Whether a cell was found and has a figure, or a blank, of its own.
    func isSettled(_ code: CellCode) -> Bool {
        has(code) && cells[code].figure != .ambiguous
    }

    /// Takes in a cell whose row and column are sure.
    mutating func add(_ code: CellCode, printed: String, origin: Origin) {
        let (figure, doubt) = FigureGrammar.read(printed, unit: code.unit)
        if let doubt { warn(doubt, [code.name, printed], at: origin) }
        put(code, Cell(printed: printed, figure: figure, origin: origin))
    }

    /// Takes in a row whose figures have their columns, `nil` for a blank; or marks it where they have none.
    ///
    /// - Parameters:
    ///   - codes: the row's cells.
    ///   - placed: a figure for each; `nil` where nothing tells which is which.
    ///   - all: the figures as they stand there.
    ///   - label: the row's label; `nil` where it is the whole table's header that doesn't tell.
    ///   - origin: where the row stands.
    mutating func addRow<Text: PrintedText>(
        _ codes: [CellCode],
        _ placed: [Text?]?,
        all: [Text],
        label: String?,
        at origin: Origin
    ) {
        guard let placed else {
            addAmbiguous(codes, printed: all.map(\.text), label: label, at: origin)
            return
        }
        for (code, figure) in zip(codes, placed) {
            add(code, printed: figure?.text ?? "", origin: figure?.origin ?? origin)
        }
    }

    /// Takes in cells that are printed, but which is which can't be told.
    ///
    /// - Parameters:
    ///   - codes: the cells.
    ///   - printed: the figures that stand there.
    ///   - label: the row's label; `nil` where it is the whole table's header that doesn't tell.
    ///   - origin: where they stand.
    mutating func addAmbiguous(
        _ codes: [CellCode],
        printed: [String],
        label: String?,
        at origin: Origin
    ) {
        if let label {
            warn(
                .columnAmbiguous,
                [label, String(printed.count), String(codes.count)],
                at: origin
            )
        } else if !warnings.contains(where: { $0.code == .headerUnknown }) {
            warn(.headerUnknown, [], at: origin)
        }
        if case .request(let row, _) = codes.first, label != nil,
            codes.count == Applicant.allCases.count
        {
            shortRows[row] = (printed, codes)
        }
        let all = printed.joined(separator: " ")
        for code in codes {
            put(code, Cell(printed: all, figure: .ambiguous, origin: origin))
        }
    }

    /// Takes in rows that may be one or the other, once all rows are read that are sure; where there is none of these,
    /// there is no sheet.
    mutating func addUnplaced(_ unplaced: [SheetPosition.UnplacedRow]) {
        guard has(.statistics) else { return }
        for row in unplaced {
            warn(.rowAmbiguous, [row.label], at: row.origin)
            for code in row.rows.map(CellCode.statistic) where !has(code) {
                put(code, Cell(printed: row.printed, figure: .ambiguous, origin: row.origin))
            }
        }
    }

    /// Notes that a row was taken for one of the form although its label is misprinted.
    mutating func warnOfMisprint(
        _ label: String,
        _ row: RequestRow,
        _ catalog: FormCatalog,
        at origin: Origin
    ) {
        let official = catalog.official.labels(of: .request(row, .total)).row
        warn(.labelMisprinted, [label, official], at: origin)
    }

    /// Notes a doubt.
    mutating func warn(_ code: ReadingWarning.Code, _ details: [String], at origin: Origin?) {
        let warning = ReadingWarning(code, details, origin: origin)
        if told.insert(warning).inserted { warnings.append(warning) }
    }

    /// Reads the edition off the tables: section two's columns tell, or else how 其他处理 is printed.
    mutating func settleEdition() {
        if has(.statistics) {
            cells.edition = .e2014
            return
        }
        let earlier = EarlierProactiveCell.allCases.count { has(.earlierProactive($0)) }
        let later = ProactiveCell.allCases.count { has(.proactive($0)) }
        let hasParts = RequestRow.otherParts.contains { has(.request($0, .total)) }
        if hasParts { dropUndividedOther() }
        let isEarlier =
            earlier == later ? has(.request(.otherTotal, .total)) && !hasParts : earlier > later
        cells.edition = isEarlier ? .e2019 : .e2021
        if earlier > 0, later > 0 { doubtRivals() }
    }

    /// Leaves no figure to a row of section two under the columns of the other form, where the report has the row under its
    /// own: which of the tables is the form's, nothing tells for sure.
    private mutating func doubtRivals() {
        func isEarlier(_ code: CellCode) -> Bool {
            if case .earlierProactive = code { true } else { false }
        }
        func row(_ code: CellCode) -> Substring? {
            code.name.split(separator: ".").dropFirst().first
        }
        let found = CellCode.all.filter { $0.section == .proactive && has($0) }
        let isOwnEarlier = cells.edition == .e2019
        let own = found.filter { isEarlier($0) == isOwnEarlier }
        for code in found where isEarlier(code) != isOwnEarlier {
            guard let rival = own.first(where: { row($0) == row(code) }) else { continue }
            warn(
                .rowTwice,
                [code.name, cells[code].printed, cells[rival].printed],
                at: cells[code].origin
            )
            cells[code].figure = .ambiguous
        }
    }

    /// Where the rows of 其他处理 are printed, it heads them: figures right behind it are those of a row
    /// whose label is lost.
    private mutating func dropUndividedOther() {
        let codes = Applicant.allCases.map { CellCode.request(.otherTotal, $0) }
        guard has(codes[0]) else { return }
        warn(.rowUnknown, [cells[codes[0]].printed], at: cells[codes[0]].origin)
        for code in codes {
            cells[code] = .absent
            seen[code.ordinal] = false
        }
    }

    /// Tells the columns of rows whose blanks have vanished, where arithmetic leaves one way.
    mutating func inferVanishedBlanks() {
        let official = Applicant.allCases
        let rows = shortRows.compactMap { row, short -> VanishedBlanks.Row? in
            let figures = short.figures.compactMap {
                FigureGrammar.read($0, unit: .pieces).figure.value
            }
            let isOfficial = short.codes == official.map { .request(row, $0) }
            let isAmbiguous = short.codes.allSatisfy { cells[$0].figure == .ambiguous }
            guard figures.count == short.figures.count, isOfficial, isAmbiguous else { return nil }
            return VanishedBlanks.Row(row: row, figures: figures)
        }.sorted { $0.row.rawValue < $1.row.rawValue }
        guard rows.count == shortRows.count, var blanks = VanishedBlanks(rows, in: cells),
            let solution = blanks.solution()
        else { return }
        for short in rows {
            guard let columns = solution[short.row] else { continue }
            let places = columns + [official.count - 1]
            for (column, applicant) in official.enumerated() {
                let code = CellCode.request(short.row, applicant)
                let place = places.firstIndex(of: column)
                cells[code] = Cell(
                    printed: place.flatMap { shortRows[short.row]?.figures[$0] } ?? "",
                    figure: place.map { .inferred(short.figures[$0]) } ?? .blank,
                    origin: cells[code].origin
                )
            }
            let origin = cells[.request(short.row, .total)].origin
            warn(.columnInferred, [short.row.rawValue, "S3-01, S3-02, S3-03"], at: origin)
        }
    }

    /// Says which rows of the form nobody printed.
    mutating func warnOfMissing(_ catalog: FormCatalog) {
        // Where nothing is printed at all, nobody asks which row is missing.
        guard seen.contains(true) else { return }
        var named: Set<String> = []
        let rows = Set(cells.requestRows)
        for code in cells.edition.codes where !has(code) {
            if case .request(let row, _) = code, !rows.contains(row) { continue }
            let row = code.name.split(separator: ".").prefix(2).joined(separator: ".")
            if named.insert(row).inserted {
                warn(.rowMissing, [row, catalog.official.labels(of: code).row], at: nil)
            }
        }
    }

    /// A cell that is printed twice alike is one cell; unlike, it is none.
    private mutating func put(_ code: CellCode, _ cell: Cell) {
        if has(code) {
            let known = cells[code]
            if known.printed != cell.printed || known.figure != cell.figure {
                warn(.rowTwice, [code.name, known.printed, cell.printed], at: cell.origin)
                cells[code] = Cell(
                    printed: known.printed + " | " + cell.printed,
                    figure: .ambiguous,
                    origin: known.origin
                )
            }
            return
        }
        seen[code.ordinal] = true
        cells[code] = cell
    }
}
