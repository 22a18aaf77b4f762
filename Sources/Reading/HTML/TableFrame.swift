import DocumentModel

/// A table that the reader stands in.
struct TableFrame {
    let number: Int
    var grid: GridBuilder
    var flow = FlowText()
    var inRow = false
    var inCell = false
    var isInvisible = false
    /// Whether the cell shows something that can't be read.
    var showsPicture = false
    var isLayout = false
    var cellLine = 1
    var columnSpan = 1
    var rowSpan = 1

    init(number: Int) {
        self.number = number
        grid = GridBuilder(table: number)
    }

    /// The cell's text. One that shows nothing but a picture isn't blank: what it says, nobody knows.
    mutating func takeText() -> String {
        let text = flow.takeText()
        return text.isEmpty && showsPicture && !isInvisible ? TextMark.picture : text
    }
}
