import ReportModel

/// Where among the rows of the statistics sheet a reader stands.
///
/// 行政复议 and 行政诉讼 have rows of the same names, 被依法纠错数 and 其他情形数: which of them a row is, only the rows in
/// front of it tell. A row that nobody knows may be the other block's head, and leaves the rest of the block without
/// a name.
struct SheetPosition {
    private var last: StatisticCell?
    /// The rows so far that may be one block's or the other's.
    private(set) var unplaced: [UnplacedRow] = []

    /// The block that the reader stands in; `nil` outside of both, and where it can't be told.
    var block: StatisticCell.Block? {
        switch last {
        case .reviewTotal: .review
        case .litigationTotal: .litigation
        default: last?.block
        }
    }

    /// Goes on behind a row of the sheet.
    mutating func pass(_ row: StatisticCell) { last = row }

    /// Goes on behind something that is no known row.
    mutating func lose() { last = nil }

    /// Goes on behind a row whose label is known, and nothing tells which of its rows it is.
    mutating func lose(behind row: UnplacedRow) {
        unplaced.append(row)
        lose()
    }

    /// Whether a row of the block may come next: each block's rows come in the sheet's order.
    func mayBeFollowed(by row: StatisticCell) -> Bool {
        guard let last, let here = Self.order[last], let there = Self.order[row] else {
            return false
        }
        return there > here
    }

    /// A row whose label both blocks have, with nothing in front of it that tells which it is.
    struct UnplacedRow {
        var rows: [StatisticCell]
        var label: String
        var printed: String
        var origin: Origin
    }

    private static let order = Dictionary(
        uniqueKeysWithValues: StatisticCell.allCases.enumerated().map { ($1, $0) }
    )
}
