import FormCatalog
import ReportModel

/// Tells a misprinted row of section three by its words and by where it stands.
///
/// 2.其他法律行政止公开 lacks two characters of its label. It is taken for the row only if that row is printed
/// nowhere else, belongs between the rows above and below it, and no other such row is as near.
struct MisprintedRows {
    /// How many characters may be wrong, missing or too many.
    private static let mostEdits = 3
    /// A label must have this many characters for each that is wrong.
    private static let charactersAnEdit = 4

    let catalog: FormCatalog

    /// A row as printed: its label, perhaps in several readings, and what it stands for if known.
    struct PrintedRow {
        var labels: [String]
        var group: Disposition?
        var code: RequestRow?
    }

    /// What the unknown rows stand for, by their places among the rows; those that stay unknown are left
    /// out.
    func resolved(_ rows: [PrintedRow]) -> [Int: RequestRow] {
        let form = RequestRow.allCases
        let printed = Set(rows.compactMap(\.code))
        var found: [Int: RequestRow] = [:]
        for index in rows.indices where rows[index].code == nil {
            let above = rows[..<index].compactMap(\.code).last.flatMap(form.firstIndex)
            let below = rows[(index + 1)...].compactMap(\.code).first.flatMap(form.firstIndex)
            let start = above.map { $0 + 1 } ?? 0
            let end = max(start, below ?? form.count)
            let candidates = form[start..<end].filter { row in
                !printed.contains(row) && !found.values.contains(row)
                    && (rows[index].group == nil || row.disposition == rows[index].group)
            }
            if let row = nearest(to: rows[index].labels, among: candidates) { found[index] = row }
        }
        return found
    }

    private func nearest(to labels: [String], among candidates: [RequestRow]) -> RequestRow? {
        let ranked = candidates.compactMap { row -> (row: RequestRow, edits: Int)? in
            let official = LabelKey(catalog.official.labels(of: .request(row, .total)).row)
            let edits = labels.map { official.edits(to: LabelKey($0)) }.min() ?? .max
            let isNear = edits <= Self.mostEdits && official.count >= edits * Self.charactersAnEdit
            return isNear ? (row, edits) : nil
        }.sorted { $0.edits < $1.edits }
        guard let best = ranked.first, ranked.dropFirst().allSatisfy({ $0.edits > best.edits })
        else {
            return nil
        }
        return best.row
    }
}
