/// An edition of the official form, named after the first year it was made for.
///
/// Which edition a report follows is read off its tables, never off its year.
public enum EditionID: String, Sendable, CaseIterable {
    /// The years before a form: free prose, of which only claims are kept.
    case e2008
    /// 国办发〔2014〕32号, for reports on 2014 to 2018: one sheet of statistics.
    case e2014
    /// 国办公开办函〔2019〕60号, for reports on 2019 and 2020, and for stragglers.
    case e2019
    /// 国办公开办函〔2021〕30号, for reports on 2021 and later.
    case e2021

    /// The editions that have a form.
    public static let forms: [EditionID] = allCases.filter { $0 != .e2008 }

    /// The rows of section three.
    public var requestRows: [RequestRow] {
        switch self {
        case .e2008, .e2014: []
        case .e2019: RequestRow.allCases.filter { !RequestRow.otherParts.contains($0) }
        case .e2021: RequestRow.allCases.filter { $0 != .otherTotal }
        }
    }

    /// The edition's cells, in the order of the form: 22 + 161 + 15, then 10 + 175 + 15; 58 before.
    public var codes: [CellCode] {
        switch self {
        case .e2008: []
        case .e2014: Self.codes2014
        case .e2019: Self.codes2019
        case .e2021: Self.codes2021
        }
    }

    /// Whether the edition's form has a cell, for each place among all codes.
    public var hasOrdinal: [Bool] {
        switch self {
        case .e2008: Self.ordinals2008
        case .e2014: Self.ordinals2014
        case .e2019: Self.ordinals2019
        case .e2021: Self.ordinals2021
        }
    }

    private static let codes2014 = CellCode.all.filter(e2014.has)
    private static let codes2019 = CellCode.all.filter(e2019.has)
    private static let codes2021 = CellCode.all.filter(e2021.has)
    private static let ordinals2008 = CellCode.all.map { _ in false }
    private static let ordinals2014 = CellCode.all.map(e2014.has)
    private static let ordinals2019 = CellCode.all.map(e2019.has)
    private static let ordinals2021 = CellCode.all.map(e2021.has)

    private func has(_ code: CellCode) -> Bool {
        switch code {
        case .proactive: self == .e2021
        case .earlierProactive: self == .e2019
        case .request(let row, _): requestRows.contains(row)
        case .dispute: self == .e2019 || self == .e2021
        case .statistic: self == .e2014
        }
    }
}
