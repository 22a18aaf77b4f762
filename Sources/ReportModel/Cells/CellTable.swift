/// All cells of one report, in the order of the form.
public struct CellTable: Sendable, Hashable {
    private var slots: [Cell]
    /// The form that the tables follow.
    public var edition: EditionID

    /// A table in which every cell is absent.
    public init(edition: EditionID = .e2021) {
        self.edition = edition
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

    /// Codes and cells in the order of the form: the edition's, and others that were printed all the same.
    public var inFormOrder: [(code: CellCode, cell: Cell)] {
        let isOwn = edition.hasOrdinal
        return CellCode.all.indices.compactMap { ordinal in
            isOwn[ordinal] || slots[ordinal].figure != .absent
                ? (CellCode.all[ordinal], slots[ordinal]) : nil
        }
    }

    /// The hash of all numbers but zeros, the same for reports with the same figures; `nil` where there are so few
    /// that two bodies may have them by chance.
    public var likeness: ContentHash? {
        var distinct: Set<ExactDecimal> = []
        var text = Array(edition.rawValue.utf8)
        for (ordinal, cell) in slots.enumerated() {
            guard let value = cell.figure.value, value != .zero else { continue }
            if value > Self.common { distinct.insert(value) }
            text += Self.names[ordinal]
            text += value.description.utf8
        }
        return distinct.count >= Self.fewestDistinct ? ContentHash(of: text) : nil
    }

    /// The codes as they stand in the text that is hashed.
    private static let names = CellCode.all.map { Array(" \($0.name)=".utf8) }
    /// Up to here numbers are alike by chance.
    private static let common = ExactDecimal(9)
    private static let fewestDistinct = 5

    /// The rows of section three that the table has: the edition's, but for 其他处理 in whichever way it is
    /// printed.
    public var requestRows: [RequestRow] {
        let isPrinted = { (row: RequestRow) in
            Applicant.allCases.contains { self[.request(row, $0)].figure != .absent }
        }
        let hasTotal = isPrinted(.otherTotal)
        let hasParts = RequestRow.otherParts.contains(where: isPrinted)
        guard hasTotal != hasParts else { return edition.requestRows }
        return (hasTotal ? EditionID.e2019 : .e2021).requestRows
    }
}
