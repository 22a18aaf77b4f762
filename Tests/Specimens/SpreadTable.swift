/// A table's cells with the places that they take when merged cells are spread.
struct SpreadTable {
    struct Place {
        var row: Int
        var column: Int
        var cell: FormCell
    }

    let width: Int
    let height: Int
    private(set) var places: [Place] = []

    init(_ rows: [[FormCell]]) {
        height = rows.count
        var taken = [Set<Int>](repeating: [], count: rows.count)
        for (index, row) in rows.enumerated() {
            for cell in row {
                var start = 0
                while taken[index].contains(start) { start += 1 }
                for line in index..<min(index + cell.rows, rows.count) {
                    taken[line].formUnion(start..<(start + cell.columns))
                }
                places.append(Place(row: index, column: start, cell: cell))
            }
        }
        width = taken.compactMap { $0.max() }.max().map { $0 + 1 } ?? 0
    }

    /// The cell that covers a place.
    func place(_ row: Int, _ column: Int) -> Place? {
        places.last {
            ($0.row..<($0.row + $0.cell.rows)).contains(row)
                && ($0.column..<($0.column + $0.cell.columns)).contains(column)
        }
    }
}
