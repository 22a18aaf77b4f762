import DocumentModel
import FormCatalog
import ReportModel

/// Completes the names of columns that a converter has cut at their line breaks: 本年新 | 本年新 | 对外公开总数量.
///
/// A row of cells is completed if it is the form's row of names from its first to its last, each cell a name or how
/// it begins, and if no other row of the form could be meant.
struct CutHeaders {
    /// The form's rows of names, of all editions.
    private let rows: [[(name: String, key: LabelKey)]]

    init(_ names: HeaderNames) {
        rows = Set(names.printed).sorted { $0.lexicographicallyPrecedes($1) }
            .map { $0.map { ($0, LabelKey($0)) } }
    }

    /// The document with whole names, and a warning for each row that had cut ones.
    func completed(_ document: SourceDocument) -> SourceDocument {
        let rows = document.blocks.indices.compactMap { completion(of: $0, in: document) }
        guard !rows.isEmpty else { return document }
        var document = document
        for row in rows {
            document.blocks[row.block] = .line(row.line)
            document.warnings.append(row.warning)
        }
        return document
    }

    /// A row with whole names for a block that has cut ones; `nil` for any other.
    private func completion(
        of block: Int,
        in document: SourceDocument
    ) -> (block: Int, line: TextLine, warning: ReadingWarning)? {
        guard case .line(let line) = document.blocks[block], line.hasCells,
            let names = names(of: line.pieces), !goesOn(names, in: document, behind: block)
        else { return nil }
        let unsure = line.pieces.indices.filter { !line.pieces[$0].isTabbed }
        let printed = line.pieces.map(\.text).filter { !$0.isEmpty }
        return (
            block, TextLine(cells: names, unsure: Set(unsure), origin: line.origin),
            ReadingWarning(
                .headerCut,
                [printed.joined(separator: " | "), names.joined(separator: " | ")],
                origin: line.origin
            )
        )
    }

    /// Whether the next line begins with what a name lacks: then nothing is lost, the names go on there.
    private func goesOn(_ names: [String], in document: SourceDocument, behind index: Int) -> Bool {
        guard index + 1 < document.blocks.count,
            case .line(let next) = document.blocks[index + 1],
            // A header of two rows has names in both.
            self.names(of: next.pieces) == nil,
            let rest = next.pieces.map({ LabelKey($0.text) }).first(where: { !$0.isEmpty })
        else { return false }
        return names.contains { name in
            let whole = LabelKey(name)
            return whole != rest && whole.description.hasSuffix(rest.description)
        }
    }

    /// The whole names for some cells; `nil` where none is cut, or where more than one row may be meant.
    private func names(of pieces: [TextLine.Piece]) -> [String]? {
        let keys = pieces.map { LabelKey($0.text) }
        let filled = keys.indices.filter { !keys[$0].isEmpty }
        guard filled.count > 1, Set(filled.map { keys[$0] }).count > 1 else { return nil }
        let matches = rows.filter { row in
            row.count == filled.count
                && zip(row, filled).allSatisfy { name, place in
                    keys[place].count >= (row.count < Self.manyNames ? 2 : 1)
                        && name.key.description.hasPrefix(keys[place].description)
                }
        }
        guard matches.count == 1, let row = matches.first,
            zip(row, filled).contains(where: { $0.key != keys[$1] })
        else { return nil }
        var names = pieces.map(\.text)
        for (name, place) in zip(row, filled) { names[place] = name.name }
        return names
    }

    /// Of so many names one character each is enough.
    private static let manyNames = 5
}
