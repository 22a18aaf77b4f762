import DocumentModel
import ReportModel

/// Reads one sheet of a workbook into a grid, cells as they show, merged ones spread.
struct SheetReader {
    /// A sheet wider than this holds no form.
    private static let mostColumns = 1000

    private struct Merge {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    private var texts: [Int: [Int: String]] = [:]
    private var merges: [Merge] = []
    private var hiddenRows: Set<Int> = []
    private var hiddenColumns: Set<Int> = []

    /// Reads a sheet.
    ///
    /// - Throws: `.damagedFile` where it isn't put together as the format asks.
    init(
        _ bytes: [UInt8],
        part: String,
        strings: [String],
        formats: CellFormats
    ) throws(Rejection) {
        var scanner = try XMLScanner(bytes, part: part)
        var row = 0
        var column = 0
        while let event = try scanner.next() {
            switch event {
            case .start("col"): hideColumns(scanner)
            case .start("row"):
                row = scanner.attribute("r").flatMap { Int($0) } ?? row + 1
                column = 0
                if Self.isHidden(scanner, size: "ht") { hiddenRows.insert(row) }
            case .start("c"):
                let place = scanner.attribute("r").flatMap(Self.place)
                column = place?.column ?? column + 1
                row = place?.row ?? row
                let type = scanner.attribute("t") ?? "n"
                let style = scanner.attribute("s").flatMap { Int($0) }
                let text = formats.shown(
                    try Self.cellText(type, in: &scanner, strings: strings, part: part),
                    isNumber: type == "n",
                    style: style
                )
                if !text.isEmpty, column <= Self.mostColumns {
                    texts[row, default: [:]][column] = text
                }
            case .start("mergeCell"):
                let corners = (scanner.attribute("ref") ?? "").split(separator: ":")
                    .compactMap { Self.place(String($0)) }
                if corners.count == 2, corners[0].row <= corners[1].row,
                    corners[0].column <= corners[1].column
                {
                    merges.append(
                        Merge(
                            rows: corners[0].row...corners[1].row,
                            columns: corners[0].column...min(corners[1].column, Self.mostColumns)
                        )
                    )
                }
            default: break
            }
        }
    }

    /// The sheet as a grid from its first to its last written row; `nil` for an empty sheet.
    ///
    /// - Throws: `.tableTooLarge` when it is beyond all bounds.
    func grid(table: Int) throws(Rejection) -> Grid? {
        let shownColumns = (1...max(1, width)).filter { !hiddenColumns.contains($0) }
        guard let first = texts.keys.min(), let last = texts.keys.max() else { return nil }
        var builder = GridBuilder(table: table, hasRuledColumns: true)
        for row in first...last where !hiddenRows.contains(row) {
            try builder.beginRow()
            for column in shownColumns {
                let merge = merges.first { $0.rows.contains(row) && $0.columns.contains(column) }
                if let merge, !begins(merge, row, column, shownColumns) { continue }
                let text = merge.map { texts[$0.rows.lowerBound]?[$0.columns.lowerBound] ?? "" }
                try builder.add(
                    text: TextLine.trimmed(text ?? texts[row]?[column] ?? ""),
                    rowSpan: merge.map { $0.rows.count { !hiddenRows.contains($0) && $0 <= last } }
                        ?? 1,
                    columnSpan: merge.map { $0.columns.count { shownColumns.contains($0) } } ?? 1,
                    line: row
                )
            }
        }
        return builder.finished()
    }

    private var width: Int {
        let written = texts.values.compactMap { $0.keys.max() }.max() ?? 0
        let merged =
            merges.filter { texts[$0.rows.lowerBound]?[$0.columns.lowerBound] != nil }
            .map(\.columns.upperBound).max() ?? 0
        return max(written, merged)
    }

    /// Whether a place is the first of a merged cell that shows.
    private func begins(_ merge: Merge, _ row: Int, _ column: Int, _ shown: [Int]) -> Bool {
        row == merge.rows.first { !hiddenRows.contains($0) }
            && column == merge.columns.first { shown.contains($0) }
    }

    /// Whether a row or a column doesn't show: said so, or without height or width.
    private static func isHidden(_ scanner: XMLScanner, size: String) -> Bool {
        scanner.flag("hidden", else: false)
            || scanner.attribute(size).flatMap(Double.init) == 0
    }

    private mutating func hideColumns(_ scanner: XMLScanner) {
        guard Self.isHidden(scanner, size: "width"),
            let first = scanner.attribute("min").flatMap({ Int($0) }),
            let last = scanner.attribute("max").flatMap({ Int($0) }), first <= last
        else { return }
        hiddenColumns.formUnion(first...min(last, max(first, Self.mostColumns)))
    }

    private static func cellText(
        _ type: String,
        in scanner: inout XMLScanner,
        strings: [String],
        part: String
    ) throws(Rejection) -> String {
        let outer = scanner.depth
        var text = ""
        var hasFormula = false
        while scanner.depth >= outer, let event = try scanner.next() {
            switch event {
            case .start("v"):
                text = try WorkbookReader.text(of: "v", in: &scanner)
            case .start("is"): text = try WorkbookReader.text(of: "is", in: &scanner)
            case .start("f"):
                hasFormula = true
                try scanner.skipElement()
            default: break
            }
        }
        // A formula that nobody has reckoned shows nothing that could be read.
        if hasFormula, text.isEmpty, type != "str" { return "=?" }
        switch type {
        case "s":
            guard let index = Int(text), strings.indices.contains(index) else {
                throw Rejection(.damagedFile, [part, "sharedStrings \(text)"])
            }
            return strings[index]
        case "n": return shown(text)
        case "b": return text == "1" ? "TRUE" : "FALSE"
        default: return text
        }
    }

    /// A number as Excel shows it: the fewest digits that tell it from its neighbours.
    ///
    /// Excel keeps 96171.6 as 96171.600000000006. A number with 15 digits or fewer is kept as written.
    private static func shown(_ text: String) -> String {
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        let isPlain = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
        }
        if isPlain, digits <= 15 { return text }
        guard let value = Double(text), value.isFinite else { return text }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return value.description
    }

    /// Row and column, from 1, of `C12`.
    private static func place(_ reference: String) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in reference.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
            case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= 20_000, row <= 2_000_000 else { return nil }
        }
        return row > 0 && column > 0 ? (row, column) : nil
    }
}
