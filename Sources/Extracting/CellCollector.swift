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
    mutating func addAmbiguous(
        _ codes: [CellCode],
        printed: [String],
        label: String,
        at origin: Origin
    ) {
        warn(
            .columnAmbiguous,
            [label, String(printed.count), String(codes.count)],
            at: origin
        )
        let all = printed.joined(separator: " ")
        for code in codes {
            put(code, Cell(printed: all, figure: .ambiguous, origin: origin))
        }
    }

    /// Notes a doubt.
    mutating func warn(_ code: ReadingWarning.Code, _ details: [String], at origin: Origin?) {
        let warning = ReadingWarning(code, details, origin: origin)
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    /// The label of （六）其他处理 where none of its rows are printed but those below are: the form of
    /// 2019, on which it is a row itself.
    func lateGroup(_ catalog: FormCatalog) -> String? {
        let parts = RequestRow.allCases.filter { $0.disposition == .other }
        let below: [RequestRow] = [.outcomeTotal, .carriedOut]
        guard !parts.contains(where: { has(.request($0, .total)) }),
            below.contains(where: { has(.request($0, .total)) })
        else { return nil }
        return catalog.officialLabel(of: .other)
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
