import DocumentModel
import ReportModel

/// Tables in text whose cells are parted by bars, without the form's merged cells: what converters leave of a web
/// page, and what database clients draw.
///
/// A bar says what a TAB says in a table copied out of a browser: here a cell ends, also an empty one. Which column
/// it is in, it doesn't say, for a cell that reached over three columns is one cell now.
///
/// Ways of writing that are known:
///
///     | 行政许可 | 0 | ||        a row a line, filled up with bars to the width of the widest
///     行政许可 | 0 |             a row a line
///     行政许可 |                 a cell a line, its bar behind or before it, an empty one as a bar alone
///     0 |
///     行政许可                   a cell a line, bars on lines of their own
///     |
///     0
///     |                          a cell a line, a bar alone in front of each row
///     行政许可 |
///     0 | ||
///     行政许可 | 0 | 行政处罚 |  all rows on one line, where a page's rows were never closed
struct BarredRows {
    /// Whether a bar stands in front of a row's first cell.
    private let isOpened: Bool
    /// Whether a bar stands behind a row's last cell.
    private let isClosed: Bool
    /// Whether rows end in bars that no cell stands between.
    private let isFilledUp: Bool
    /// What a bar alone on a line is.
    private let loneBar: LoneBar

    private enum LoneBar {
        /// Drawn, and no cell.
        case ornament
        /// A cell without text.
        case emptyCell
        /// What parts two cells.
        case separator
        /// What stands in front of a row.
        case opening
    }

    /// Looks whether a text has such tables.
    ///
    /// - Returns: `nil` if it has none.
    init?(_ lines: [Substring]) {
        var census = Census()
        for line in lines { census.add(line) }
        if census.cellLines >= Self.fewestCellLines {
            loneBar = census.opensRowsWithBars ? .opening : .emptyCell
        } else if census.cellLines == 0, census.rows == 0, census.loneBars >= Self.fewestCellLines {
            loneBar = .separator
        } else {
            loneBar = .ornament
        }
        guard census.rows >= Self.fewestRows || census.hasWholeTable || loneBar != .ornament else {
            return nil
        }
        isFilledUp = census.isFilledUp
        // Where some rows do without the bar, those that have it begin or end with an empty cell.
        isOpened = census.openedRows == census.rows
        isClosed =
            census.rowsOfFigures >= Self.fewestRows
            ? census.closedRowsOfFigures * 5 >= census.rowsOfFigures * 4
            : census.closedRows * 5 >= census.rows * 4
    }

    /// How many lines are of which kind.
    private struct Census {
        var rows = 0
        var openedRows = 0
        var closedRows = 0
        /// Rows whose last text ends in a digit: that is a row's end, a word may be the first part of a cell.
        var rowsOfFigures = 0
        var closedRowsOfFigures = 0
        /// Lines with one bar, before or behind a cell.
        var cellLines = 0
        var loneBars = 0
        /// Rows that are filled up with bars, on the line of their last cell and on a line of its own.
        var filledRows = 0
        var fillings = 0
        var isFilledUp: Bool { filledRows > 0 || fillings > 0 }
        /// Whether a line has more cells than any row of the forms.
        var hasWholeTable = false

        /// Whether a bar alone opens a row and is no empty cell: where cells have lines of their own, but not what
        /// fills their rows up, all of a row but its opening is on its cells' lines.
        var opensRowsWithBars: Bool {
            filledRows >= BarredRows.fewestRows && fillings == 0 && loneBars >= filledRows
        }

        mutating func add(_ line: Substring) {
            let bars = line.unicodeScalars.count(where: BarredRows.isBar)
            if bars == 0 || BarredRows.isRule(line) { return }
            let scalars = Substring(TextLine.trimmed(line)).unicodeScalars
            let isOpened = scalars.first.map(BarredRows.isBar) ?? false
            let isClosed = scalars.last.map(BarredRows.isBar) ?? false
            if isClosed, scalars.dropLast().last.map(BarredRows.isBar) ?? false {
                if scalars.allSatisfy(BarredRows.isBar) { fillings += 1 } else { filledRows += 1 }
            }
            if scalars.allSatisfy({ BarredRows.isBar($0) || TextLine.isSpace($0) }) {
                loneBars += bars == 1 ? 1 : 0
            } else if bars > 1 {
                rows += 1
                hasWholeTable = hasWholeTable || bars > BarredRows.mostBarsOfRow
                openedRows += isOpened ? 1 : 0
                closedRows += isClosed ? 1 : 0
                let last = scalars.last { !BarredRows.isBar($0) && !TextLine.isSpace($0) }
                guard let last, ("0"..."9").contains(last) else { return }
                rowsOfFigures += 1
                closedRowsOfFigures += isClosed ? 1 : 0
            } else if isOpened || isClosed {
                cellLines += 1
            }
        }
    }

    /// Fewer lines with bars are a menu or a trail of links.
    private static let fewestRows = 3
    private static let mostBarsOfRow = 20
    private static let fewestCellLines = 10

    /// A line of cells.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - neighbours: the lines above and below it.
    ///   - origin: where it stands.
    /// - Returns: `nil` for a line that is no row; a line without cells for a ruling.
    func row(
        _ line: Substring,
        between neighbours: (above: Substring?, below: Substring?),
        at origin: Origin
    ) -> TextLine? {
        guard let (cells, mayEndInFilling) = cells(of: line, between: neighbours) else {
            return nil
        }
        // A row of cells a line may be filled up with a bar that looks like an empty cell; bars beside each other
        // fill up all that there is to fill.
        let mayFillUp =
            cells == [""] && isFilledUp && !(neighbours.below.map(Self.isFilling) ?? false)
        var unsure = mayFillUp ? [0] : Self.placesBehindLabels(in: cells)
        if mayEndInFilling { unsure.insert(cells.count - 1) }
        return TextLine(cells: cells, unsure: unsure, origin: origin)
    }

    /// The empty cells right behind a label: a label that is merged over several columns may leave them.
    private static func placesBehindLabels(in cells: [String]) -> Set<Int> {
        var places: Set<Int> = []
        var isBehindLabel = false
        for (place, cell) in cells.enumerated() {
            if cell.isEmpty {
                if isBehindLabel { places.insert(place) }
            } else {
                isBehindLabel = cell.unicodeScalars.contains { $0.properties.isIdeographic }
            }
        }
        return places
    }

    /// The cells of a line, and whether the last may be none but what fills the row up: `nil` for a line that is no row,
    /// none for a ruling.
    private func cells(
        of line: Substring,
        between neighbours: (above: Substring?, below: Substring?)
    ) -> (cells: [String], mayEndInFilling: Bool)? {
        if Self.isRule(line) { return ([], false) }
        let bare = Substring(TextLine.trimmed(line))
        guard bare.unicodeScalars.contains(where: Self.isBar) else { return nil }
        if bare.unicodeScalars.allSatisfy(Self.isBar) {
            guard bare.unicodeScalars.count == 1 else { return ([], false) }
            switch loneBar {
            case .ornament, .opening: return ([], false)
            case .emptyCell: return ([""], false)
            case .separator:
                return (neighbours.above.map(Self.isLoneBar) ?? false ? [""] : [], false)
            }
        }
        var fields = Self.fields(of: bare)
        if isOpened || loneBar == .opening, fields.first?.isEmpty == true { fields.removeFirst() }
        if isClosed, fields.last?.isEmpty == true { fields.removeLast() }
        var mayEndInFilling = false
        if isFilledUp, loneBar != .opening || isLast(above: neighbours.below) {
            let count = fields.count
            while fields.last?.isEmpty == true { fields.removeLast() }
            if fields.count > 1, let last = fields.last, TextLine.trimmed(last).isEmpty {
                // The space behind the last cell's own bar; an empty cell has one for either of its bars.
                mayEndInFilling = fields.count == count && last.unicodeScalars.count > 1
                if !mayEndInFilling { fields.removeLast() }
            }
        }
        return (fields.map { TextLine.trimmed($0) }, mayEndInFilling)
    }

    /// Whether a row that a bar alone opens ends above a line.
    private func isLast(above below: Substring?) -> Bool {
        guard let below else { return true }
        return Self.isLoneBar(below) || !below.unicodeScalars.contains(where: Self.isBar)
    }

    /// Whether a line has several bars and nothing else.
    private static func isFilling(_ line: Substring) -> Bool {
        let bare = TextLine.trimmed(line).unicodeScalars
        return bare.count > 1 && bare.allSatisfy(isBar)
    }

    private static func isLoneBar(_ line: Substring) -> Bool {
        let bare = TextLine.trimmed(line).unicodeScalars
        return bare.count == 1 && bare.allSatisfy(isBar)
    }

    /// The texts between the bars; a bar behind a backslash belongs to the text.
    static func fields(of line: Substring) -> [String] {
        var fields: [String] = []
        var field = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if isBar(scalar), !isEscaped {
                fields.append(String(field))
                field = String.UnicodeScalarView()
            } else {
                if isEscaped, !isBar(scalar) { field.append("\\") }
                if scalar != "\\" || isEscaped { field.append(scalar) }
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        fields.append(String(field))
        return fields
    }

    /// Whether a scalar parts cells: `|`, also as wide as a Chinese character, and what boxes are drawn with.
    static func isBar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "\u{FF5C}", "\u{2502}", "\u{2503}", "\u{2551}": true
        default: false
        }
    }

    /// Whether a line is drawn between rows: `|---|---|`, `+-----+`, `├──┼──┤`.
    static func isRule(_ line: Substring) -> Bool {
        var dashes = 0
        var joints = 0
        for scalar in line.unicodeScalars {
            switch scalar {
            case "-", "=", "\u{2500}", "\u{2501}", "\u{2550}": dashes += 1
            case "+", "\u{250C}"..."\u{254B}", "\u{2552}"..."\u{256C}": joints += 1
            case ":", " ", "\t", "\r": continue
            default:
                guard isBar(scalar) else { return false }
                joints += 1
            }
        }
        return dashes >= 3 && joints > 0
    }
}
