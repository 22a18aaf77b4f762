import ReportModel

/// Cells that follow each other in even steps, so that one line says where all of them stand.
struct PlaceRun: Equatable {
    var first: Int
    var last: Int
    var origin: Origin
    var columnStep = 0
    var lineStep = 0

    /// The fewest runs that say where all cells stand; cells without a place are in none.
    static func runs(of cells: CellTable) -> [PlaceRun] {
        var runs: [PlaceRun] = []
        for (code, cell) in cells.inFormOrder {
            guard let origin = cell.origin else { continue }
            if let run = runs.last, let longer = run.continued(by: origin, at: code.ordinal) {
                runs[runs.count - 1] = longer
            } else {
                runs.append(PlaceRun(first: code.ordinal, last: code.ordinal, origin: origin))
            }
        }
        return runs
    }

    private func continued(by next: Origin, at ordinal: Int) -> PlaceRun? {
        guard ordinal == last + 1, next.table == origin.table, next.row == origin.row,
            next.page == origin.page, (next.column == nil) == (origin.column == nil),
            (next.line == nil) == (origin.line == nil)
        else { return nil }
        let steps = ordinal - first
        let columns = (next.column ?? 0) - (origin.column ?? 0)
        let lines = (next.line ?? 0) - (origin.line ?? 0)
        var run = self
        if last == first {
            run.columnStep = columns
            run.lineStep = lines
        } else if columns != columnStep * steps || lines != lineStep * steps {
            return nil
        }
        run.last = ordinal
        return run
    }
}
