import ReportModel

/// A table as terminal browsers show it: texts wrap within their cells, merged cells keep the places that they cover.
struct TerminalTable {
    /// A wider cell wraps.
    private static let widest = 26
    /// Stands behind a character that takes two columns.
    private static let second: Character = "\u{0}"

    private let spread: SpreadTable
    private let widths: [Int]
    private let heights: [Int]
    /// Whether boxes are drawn around the cells.
    private let isBoxed: Bool

    init(_ rows: [[FormCell]], isBoxed: Bool) {
        let spread = SpreadTable(rows)
        let gap = isBoxed ? 3 : 2
        var widths = [Int](repeating: 1, count: spread.width)
        for place in spread.places.sorted(by: { $0.cell.columns < $1.cell.columns }) {
            let columns = place.column..<(place.column + place.cell.columns)
            let room = widths[columns].reduce(0, +) + gap * (place.cell.columns - 1)
            let need = min(Self.widest, DisplayWidth.of(place.cell.text))
            widths[columns.upperBound - 1] += max(0, need - room)
        }
        var heights = [Int](repeating: 1, count: rows.count)
        for place in spread.places.sorted(by: { $0.cell.rows < $1.cell.rows }) {
            let rows = place.row..<(place.row + place.cell.rows)
            let columns = place.column..<(place.column + place.cell.columns)
            let width = widths[columns].reduce(0, +) + gap * (place.cell.columns - 1)
            let need = Self.wrapped(place.cell.text, to: width).count
            heights[rows.upperBound - 1] += max(0, need - heights[rows].reduce(0, +))
        }
        self.spread = spread
        self.widths = widths
        self.heights = heights
        self.isBoxed = isBoxed
    }

    /// The table's lines.
    var lines: [String] {
        let left = Self.starts(widths, gap: isBoxed ? 3 : 2)
        let top = Self.starts(heights, gap: isBoxed ? 1 : 0)
        var canvas = [[Character]](
            repeating: Array(repeating: " ", count: left[widths.count] + 1),
            count: top[heights.count] + 1
        )
        var sides: [Int: Set<Side>] = [:]
        for place in spread.places {
            let (start, end) = (left[place.column], left[place.column + place.cell.columns])
            let (first, last) = (top[place.row], top[place.row + place.cell.rows])
            let margin = isBoxed ? 1 : 0
            let width = end - start - (isBoxed ? 3 : 2)
            let lines = Self.wrapped(place.cell.text, to: width)
            let room = last - first - margin
            for (number, line) in lines.enumerated() {
                var column = start + 2 * margin
                for character in line {
                    canvas[first + margin + (room - lines.count) / 2 + number][column] = character
                    if DisplayWidth.of(String(character)) == 2 {
                        canvas[first + margin + (room - lines.count) / 2 + number][column + 1] =
                            Self.second
                    }
                    column += DisplayWidth.of(String(character))
                }
            }
            guard isBoxed else { continue }
            for row in [first, last] {
                for column in start..<end {
                    sides[row * canvas[0].count + column, default: []].insert(.right)
                    sides[row * canvas[0].count + column + 1, default: []].insert(.left)
                }
            }
            for column in [start, end] {
                for row in first..<last {
                    sides[row * canvas[0].count + column, default: []].insert(.below)
                    sides[(row + 1) * canvas[0].count + column, default: []].insert(.above)
                }
            }
        }
        for (place, sides) in sides {
            canvas[place / canvas[0].count][place % canvas[0].count] = Self.mark(sides)
        }
        return canvas.map { line in
            let text = String(line.filter { $0 != Self.second })
            return text.replacing(#/ +$/#, with: "")
        }
    }

    private enum Side { case above, below, left, right }

    private static func mark(_ sides: Set<Side>) -> Character {
        switch sides {
        case [.left, .right]: "─"
        case [.above, .below]: "│"
        case [.right, .below]: "┌"
        case [.left, .below]: "┐"
        case [.right, .above]: "└"
        case [.left, .above]: "┘"
        case [.above, .below, .right]: "├"
        case [.above, .below, .left]: "┤"
        case [.left, .right, .below]: "┬"
        case [.left, .right, .above]: "┴"
        default: "┼"
        }
    }

    private static func starts(_ sizes: [Int], gap: Int) -> [Int] {
        sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1 + gap) }
    }

    /// A text in lines of a width; figures aren't broken.
    private static func wrapped(_ text: String, to width: Int) -> [String] {
        guard DisplayWidth.of(text) > width else { return [text] }
        var lines = [""]
        for character in text {
            if DisplayWidth.of(lines[lines.count - 1] + String(character)) > width {
                lines.append("")
            }
            lines[lines.count - 1].append(character)
        }
        return lines
    }
}
