import DocumentModel
import FormCatalog
import ReportModel

/// Gathers cells as the sections' readers find them, and says what doesn't fit together.
struct CellCollector {
    private(set) var cells = CellTable()
    private(set) var warnings: [ReadingWarning] = []
    private var seen: Set<CellCode> = []

    /// How many cells were found, readable or not.
    var count: Int { seen.count }

    /// Whether some cell of a section was found.
    func has(_ section: FormSection) -> Bool {
        seen.contains { $0.section == section }
    }

    /// Whether a cell was found.
    func has(_ code: CellCode) -> Bool {
        seen.contains(code)
    }

    /// Takes in a cell whose row and column are sure.
    mutating func add(_ code: CellCode, printed: String, origin: Origin) {
        let (figure, doubt) = FigureGrammar.read(printed, unit: code.unit)
        if let doubt { warn(doubt, [code.name, printed], at: origin) }
        put(code, Cell(printed: printed, figure: figure, origin: origin))
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
        let all = printed.joined(separator: " ")
        for code in codes {
            put(code, Cell(printed: all, figure: .ambiguous, origin: origin))
        }
    }

    /// Notes that a row was taken for one of the form although its label is misprinted.
    mutating func warnOfMisprint(
        _ label: String,
        _ row: RequestRow,
        _ catalog: FormCatalog,
        at origin: Origin
    ) {
        let official = catalog.officialLabels(of: .request(row, .total)).row
        warn(.labelMisprinted, [label, official], at: origin)
    }

    /// Notes a doubt.
    mutating func warn(_ code: ReadingWarning.Code, _ details: [String], at origin: Origin?) {
        let warning = ReadingWarning(code, details, origin: origin)
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    /// The label of （六）其他处理 where its rows are printed nowhere but those below are read: the form of
    /// 2019, on which it is a row itself.
    func lateGroup(_ catalog: FormCatalog, in document: SourceDocument) -> String? {
        let parts = RequestRow.allCases.filter { $0.disposition == .other }
        let below: [RequestRow] = [.outcomeTotal, .carriedOut]
        guard !parts.contains(where: { has(.request($0, .total)) }),
            below.contains(where: { has(.request($0, .total)) })
        else { return nil }
        let words = document.blocks.map { block -> String in
            switch block {
            case .line(let line): LabelKey(line.text).description
            case .grid(let grid): grid.cells.map { LabelKey($0.text).description }.joined()
            }
        }.joined()
        let isPrinted = parts.contains { part in
            let key = LabelKey(catalog.officialLabels(of: .request(part, .total)).row)
            return key.count >= 8 && words.contains(key.description.prefix(8))
        }
        return isPrinted ? nil : catalog.officialLabel(of: .other)
    }

    /// Says which rows of the form nobody printed.
    mutating func warnOfMissing(_ catalog: FormCatalog) {
        var named: Set<String> = []
        for code in CellCode.all where !seen.contains(code) {
            let row = code.name.split(separator: ".").prefix(2).joined(separator: ".")
            if named.insert(row).inserted {
                warn(.rowMissing, [row, catalog.officialLabels(of: code).row], at: nil)
            }
        }
    }

    /// A cell that is printed twice alike is one cell; unlike, it is none.
    private mutating func put(_ code: CellCode, _ cell: Cell) {
        guard seen.insert(code).inserted else {
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
        cells[code] = cell
    }
}
