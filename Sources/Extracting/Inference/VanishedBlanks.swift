import ReportModel

/// Tells the columns of rows whose blanks left nothing behind, where the form's arithmetic leaves one way.
///
/// A row of section three has its figures in order and its total last. Every way of putting the others under
/// six headers is tried, in all such rows at once; blanks count as nothing. The figures are `inferred` only if
/// exactly one way satisfies every identity of the table: rows S3-03, columns S3-01 and S3-02. A printed
/// zero could stand anywhere, so rows with zeros are never told.
struct VanishedBlanks {
    /// More ways than this are not tried.
    private static let mostSteps = 200_000

    /// A row that is printed with fewer figures than columns.
    struct Row {
        var row: RequestRow
        var figures: [ExactDecimal]
    }

    private let cells: CellTable
    private let rows: [(row: RequestRow, ways: [[Int]], figures: [Int])]
    private var sums: [[RequestRow: Int]] = []
    private var steps = 0
    private var found: [[[Int]]] = []

    /// `nil` where some row's own arithmetic fails or a figure is missing, so that nothing could be told.
    init?(_ short: [Row], in cells: CellTable) {
        self.cells = cells
        var rows: [(RequestRow, [[Int]], [Int])] = []
        for short in short {
            let figures = short.figures.compactMap(\.whole)
            guard figures.count == short.figures.count, figures.count >= 2, figures.count < 7,
                figures.allSatisfy({ $0 > 0 }),
                figures.dropLast().reduce(0, +) == figures[figures.count - 1]
            else { return nil }
            let parts = Array(figures.dropLast())
            rows.append((short.row, Self.choices(of: parts.count, among: 6), parts))
        }
        guard !rows.isEmpty else { return nil }
        self.rows = rows.sorted { $0.1.count < $1.1.count }
        let unknown = Set(short.map(\.row))
        for applicant in Applicant.parts {
            var column: [RequestRow: Int] = [:]
            for row in cells.requestRows where !unknown.contains(row) {
                switch cells[.request(row, applicant)].figure {
                case .number(let value):
                    guard let whole = value.whole else { return nil }
                    column[row] = whole
                case .blank, .notApplicable: column[row] = 0
                // A row that is lost may have held anything.
                case .absent, .inferred, .text, .ambiguous: return nil
                }
            }
            sums.append(column)
        }
    }

    /// For each row the columns of its figures, from 0; `nil` where none or several ways are left.
    mutating func solution() -> [RequestRow: [Int]]? {
        search(0, [])
        guard found.count == 1, steps <= Self.mostSteps else { return nil }
        return Dictionary(uniqueKeysWithValues: zip(rows.map(\.row), found[0]))
    }

    private mutating func search(_ depth: Int, _ chosen: [[Int]]) {
        steps += 1
        guard steps <= Self.mostSteps, found.count < 2 else { return }
        guard depth < rows.count else {
            if sums.allSatisfy(isSound) { found.append(chosen) }
            return
        }
        let (row, ways, figures) = rows[depth]
        for way in ways {
            for column in sums.indices { sums[column][row] = 0 }
            for (column, figure) in zip(way, figures) { sums[column][row] = figure }
            if sums.allSatisfy(isSound) {
                search(depth + 1, chosen + [way])
            }
        }
        for column in sums.indices { sums[column][row] = nil }
    }

    /// Whether a column's identities hold, or may hold once its other rows are known.
    private func isSound(_ column: [RequestRow: Int]) -> Bool {
        let leaves = cells.requestRows.filter { $0.disposition != nil }
        if let total = column[.outcomeTotal] {
            let sum = leaves.reduce(0) { $0 + (column[$1] ?? 0) }
            if sum > total || (leaves.allSatisfy({ column[$0] != nil }) && sum != total) {
                return false
            }
        }
        if let received = column[.newReceived], let before = column[.carriedIn],
            let closed = column[.outcomeTotal], let after = column[.carriedOut],
            received + before != closed + after
        {
            return false
        }
        return true
    }

    /// All ways to choose some of the first places, in order.
    private static func choices(of count: Int, among places: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        guard count <= places else { return [] }
        return (count - 1..<places).flatMap { last in
            choices(of: count - 1, among: last).map { $0 + [last] }
        }
    }
}
