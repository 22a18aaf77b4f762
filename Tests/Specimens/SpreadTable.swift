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
        width = rows.map { $0.reduce(0) { $0 + $1.columns } }.max() ?? 0
        height = rows.count
        var taken = [[Bool]](repeating: Array(repeating: false, count: width), count: rows.count)
        for (index, row) in rows.enumerated() {
            for cell in row {
                guard let start = taken[index].firstIndex(of: false) else { continue }
                for line in index..<min(index + cell.rows, rows.count) {
                    for column in start..<min(start + cell.columns, width) {
                        taken[line][column] = true
                    }
                }
                places.append(Place(row: index, column: start, cell: cell))
            }
        }
    }

    /// The cell that covers a place.
    func place(_ row: Int, _ column: Int) -> Place? {
        places.last {
            ($0.row..<($0.row + $0.cell.rows)).contains(row)
                && ($0.column..<($0.column + $0.cell.columns)).contains(column)
        }
    }
}
