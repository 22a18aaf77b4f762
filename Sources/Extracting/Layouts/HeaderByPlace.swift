import FormCatalog
import ReportModel

/// Reads an aligned table's header by where its words stand above the columns of figures.
///
/// Headers that wrap within their columns, 商业 above 企业, can't be read line by line. Every column must
/// come out with its own name, or none does.
struct HeaderByPlace {
    /// How many lines above the first row a header may reach.
    private static let mostLines = 12

    let catalog: FormCatalog

    /// The applicants over the columns, from left to right, or `nil` if the header doesn't name them all.
    ///
    /// - Parameters:
    ///   - words: the words in front of the first row's label.
    ///   - firstRow: the first row's line.
    ///   - ranges: the display columns that each column of figures covers.
    /// - Returns: one applicant a column.
    func columns(
        _ words: [TextStream.Token],
        above firstRow: Int,
        ranges: [ClosedRange<Int>]
    ) -> [Applicant]? {
        let header = words.filter { (firstRow - Self.mostLines..<firstRow).contains($0.line) }
        var stacks: [[String]] = Array(repeating: [], count: ranges.count)
        for word in header {
            let centre = word.start + word.end - 1
            let distances = ranges.map { abs($0.lowerBound + $0.upperBound - centre) }
            guard let nearest = distances.min(), let column = distances.firstIndex(of: nearest),
                distances.count(where: { $0 == nearest }) == 1
            else { return nil }
            stacks[column].append(word.text)
        }
        let columns = stacks.compactMap(applicant)
        return columns.count == ranges.count && Set(columns).count == columns.count ? columns : nil
    }

    /// The applicant that a column's words end with; headings over several columns stand above.
    private func applicant(_ stack: [String]) -> Applicant? {
        for start in stack.indices {
            let label = LabelKey(stack[start...].joined())
            if let applicant = catalog.applicants.item(for: label) { return applicant }
        }
        return nil
    }
}
