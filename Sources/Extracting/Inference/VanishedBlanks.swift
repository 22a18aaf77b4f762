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
    private var columns: [Column] = []
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
            var column = Column(leaves: cells.requestRows.count { $0.disposition != nil })
            for row in cells.requestRows where !unknown.contains(row) {
                switch cells[.request(row, applicant)].figure {
                case .number(let value):
                    guard let whole = value.whole else { return nil }
                    column.set(row, whole)
                case .blank, .notApplicable: column.set(row, 0)
                // A row that is lost may have held anything.
                case .absent, .inferred, .text, .ambiguous: return nil
                }
            }
            columns.append(column)
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
            if columns.allSatisfy(\.isSound) { found.append(chosen) }
            return
        }
        let (row, ways, figures) = rows[depth]
        let before = columns
        for way in ways {
            for column in columns.indices where !way.contains(column) {
                columns[column].set(row, 0)
            }
            for (column, figure) in zip(way, figures) { columns[column].set(row, figure) }
            if columns.allSatisfy(\.isSound) {
                search(depth + 1, chosen + [way])
            }
            columns = before
        }
    }

    /// One applicant's figures as far as they are known or assumed, summed up as they come.
    private struct Column {
        private var unknownLeaves: Int
        private var sum = 0
        private var received: Int?
        private var carriedIn: Int?
        private var closed: Int?
        private var carriedOut: Int?

        /// - Parameter leaves: how many rows the form has that 总计 adds up.
        init(leaves: Int) {
            unknownLeaves = leaves
        }

        mutating func set(_ row: RequestRow, _ figure: Int) {
            switch row {
            case .newReceived: received = figure
            case .carriedIn: carriedIn = figure
            case .outcomeTotal: closed = figure
            case .carriedOut: carriedOut = figure
            default: break
            }
            if row.disposition != nil {
                unknownLeaves -= 1
                sum += figure
            }
        }

        /// Whether the column's identities hold, or may hold once its other rows are known.
        var isSound: Bool {
            if let closed, sum > closed || (unknownLeaves == 0 && sum != closed) { return false }
            if let received, let carriedIn, let closed, let carriedOut {
                return received + carriedIn == closed + carriedOut
            }
            return true
        }
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
