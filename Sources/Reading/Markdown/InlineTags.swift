import DocumentModel
import ReportModel

/// HTML within a line or a cell of Markdown: `规章<br>草案`, `12<sup>1</sup>`, `<span style="…">12</span>`.
///
/// It is read as on a page, so that what a page sets off or hides makes no number here either.
enum InlineTags {
    /// The text as a page shows it; unchanged where there is nothing of HTML in it, or tags that no cell can hold.
    static func read(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") })
        else { return text }
        let page = Array("<table><tr><td>\(closed(text))".utf8)
        guard let blocks = try? HTMLReader.read(DecodedText(sound: page)).blocks,
            blocks.count == 1, case .grid(let grid) = blocks[0], grid.cells.count == 1
        else { return text }
        return grid.cells[0].text
    }

    /// The text with a sign that opens no tag, since none ends behind it, written as a page writes it.
    private static func closed(_ text: String) -> String {
        let end = text.lastIndex(of: ">").map { text.index(after: $0) } ?? text.startIndex
        return text[..<end] + String(text[end...]).replacing("<", with: "&lt;")
    }

    /// Whether some lines' tags may be read line by line: none of them hides what stands on other lines, as a comment
    /// does, a script, or an element with a style.
    static func stayWithinLines(_ lines: some Sequence<some StringProtocol>) -> Bool {
        lines.allSatisfy { line in
            guard line.utf8.contains(UInt8(ascii: "<")) else { return true }
            let line = line.lowercased()
            if line.ranges(of: "<!--").count != line.ranges(of: "-->").count { return false }
            if hiding.contains(where: line.contains) { return false }
            let ended = line.ranges(of: "</").count
            let begun = line.ranges(of: "<").count - ended
            return begun <= ended || !["style", "hidden"].contains(where: line.contains)
        }
    }

    /// Elements whose content nobody sees.
    private static let hiding = [
        "<script", "<style", "<textarea", "<template", "<noscript", "<iframe", "<object", "<select",
        "<details", "<dialog",
    ]
}
