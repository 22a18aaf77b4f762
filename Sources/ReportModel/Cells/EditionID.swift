/// An edition of the official form, named after the first year it was made for.
///
/// Which edition a report follows is read off its tables, never off its year.
public enum EditionID: String, Sendable, CaseIterable {
    /// 国办公开办函〔2019〕60号, for reports on 2019 and 2020, and for stragglers.
    case e2019
    /// 国办公开办函〔2021〕30号, for reports on 2021 and later.
    case e2021

    /// The rows of section three.
    public var requestRows: [RequestRow] {
        RequestRow.allCases.filter { row in
            self == .e2019 ? !RequestRow.otherParts.contains(row) : row != .otherTotal
        }
    }

    /// The edition's cells, in the order of the form: 22 + 161 + 15, then 10 + 175 + 15.
    public var codes: [CellCode] {
        self == .e2019 ? Self.codes2019 : Self.codes2021
    }

    /// Whether the edition's form has a cell, for each place among all codes.
    var hasOrdinal: [Bool] {
        self == .e2019 ? Self.ordinals2019 : Self.ordinals2021
    }

    private static let codes2019 = CellCode.all.filter(e2019.has)
    private static let codes2021 = CellCode.all.filter(e2021.has)
    private static let ordinals2019 = CellCode.all.map(e2019.has)
    private static let ordinals2021 = CellCode.all.map(e2021.has)

    private func has(_ code: CellCode) -> Bool {
        switch code {
        case .proactive: self == .e2021
        case .earlierProactive: self == .e2019
        case .request(let row, _): requestRows.contains(row)
        case .dispute: true
        }
    }
}
