import FormCatalog
import ReportModel

/// Reads a table's header whose names wrap within their columns, in a text that has the page's lines but keeps the
/// columns only nearly: 社会公益 法律服务 above 组织 and 机构 somewhere below.
///
/// Only the form's own names in the form's order are read so.
struct HeaderByPieces {
    private let names: [String]

    init(catalog: FormCatalog) {
        names = Applicant.allCases.map {
            catalog.official.labels(of: .request(.granted, $0)).column
        }
    }

    /// Whether lines of words, from left to right, hold the pieces of each column's name and no others. Words that are
    /// no piece of a name, as those of the note beside the header, don't count.
    func isMade(of lines: [[InterleavedNames.Piece]]) -> Bool {
        let pieces = lines.map { line in
            line.map {
                InterleavedNames.Piece(text: Traditional.simplified($0.text), left: $0.left)
            }
            .filter { piece in names.contains { $0.contains(piece.text) } }
        }
        var header = InterleavedNames(names)
        return header.areMade(of: pieces)
    }
}
