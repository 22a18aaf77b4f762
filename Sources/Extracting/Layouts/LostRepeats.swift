import DocumentModel
import FormCatalog
import ReportModel

/// Text with a cell a line from which some program dropped every line that it had seen before: of all zeros of a table
/// one is left, and rows without figures are not blank.
///
/// The forms print names of columns and units more than once. Where one of them has a line to itself and no line of the
/// text occurs twice, lines are missing.
enum LostRepeats {
    /// The first such line.
    ///
    /// - Returns: `nil` where lines do repeat, or where the text has not its cells on lines of their own.
    static func evidence(in document: SourceDocument) -> TextLine? {
        guard document.format == .text || document.format == .markdown else { return nil }
        var seen: Set<String> = []
        var evidence: TextLine?
        for block in document.blocks {
            guard case .line(let line) = block, !line.text.isEmpty else { continue }
            guard seen.insert(line.text).inserted else { return nil }
            if evidence == nil, line.text.utf8.count <= longestName,
                repeated.contains(Traditional.simplified(line.text))
            {
                evidence = line
            }
        }
        return seen.count >= fewestLines ? evidence : nil
    }

    /// What a form's tables have at least twice, each time as a cell of its own.
    private static let repeated: Set<String> = ["信息内容", "结果维持", "结果纠正", "尚未审结", "件", "次"]

    /// The bytes of the longest of them.
    private static let longestName = 12

    /// A text with fewer lines has no whole table.
    private static let fewestLines = 30
}
