/// All cells of one report, in the order of the form.
public struct CellTable: Sendable, Hashable {
    private var slots: [Cell]

    /// A table in which every cell is absent.
    public init() {
        slots = Array(repeating: .absent, count: CellCode.all.count)
    }

    /// The cell of a code.
    public subscript(code: CellCode) -> Cell {
        get { slots[code.ordinal] }
        set { slots[code.ordinal] = newValue }
    }

    /// The number in a cell; `nil` where there is none to reckon with.
    public func value(_ code: CellCode) -> ExactDecimal? {
        self[code].figure.value
    }

    /// Codes and cells in the order of the form.
    public var inFormOrder: [(code: CellCode, cell: Cell)] {
        zip(CellCode.all, slots).map { ($0, $1) }
    }
}
