import DocumentModel
import FormCatalog

/// A grid with the key of each cell's text, made once for all who look labels up.
struct KeyedGrid {
    let grid: Grid
    private let keys: [LabelKey]

    init(_ grid: Grid) {
        self.grid = grid
        keys = grid.cells.map { LabelKey($0.text) }
    }

    /// The key of a cell's text.
    func key(_ cell: GridCell) -> LabelKey { keys[cell.index] }

    /// Whether a cell has anything but digits; most of a table haven't, and name nothing.
    func hasWords(_ cell: GridCell) -> Bool { keys[cell.index].hasWords }
}
