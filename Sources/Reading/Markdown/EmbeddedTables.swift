import DocumentModel
import ReportModel

/// Markdown whose tables are written in HTML, as programs that recognise pages write it: lines of text, and between
/// them `<table><tr><td>…`.
///
/// What stands between the tables becomes paragraphs of one page, line by line, so that the lines keep their numbers
/// and no heading runs into the text below it.
enum EmbeddedTables {
    private static let start = Array("<table".utf8)

    /// Whether a text that is no page has tables in HTML: nothing above the first one has a tag.
    static func recognises(_ utf8: [UInt8]) -> Bool {
        guard let table = place(of: start, in: utf8[...]),
            place(of: Array("<td".utf8), in: utf8[table...]) != nil
        else { return false }
        let line = utf8[..<table].lastIndex(of: 0x0A) ?? utf8.startIndex
        let above = utf8[..<line]
        let hasTag = above.indices.dropLast().contains { index in
            let next = above[index + 1] | 0x20
            return above[index] == UInt8(ascii: "<")
                && ((0x61...0x7A).contains(next) || above[index + 1] == UInt8(ascii: "!"))
        }
        return !hasTag && above.contains { $0 > 0x20 }
    }

    /// Reads a text in UTF-8.
    ///
    /// - Throws: `.tableTooLarge` when a table is beyond all bounds.
    static func read(_ text: DecodedText) throws(Rejection) -> SourceDocument {
        var document = try HTMLReader.read(text.rewritten(page))
        document.format = .markdown
        return document
    }

    /// The text as a page.
    private static func page(of utf8: [UInt8]) -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(utf8.count * 2)
        var depth = 0
        for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let opened = count(of: start, in: line)
            if depth > 0 || opened > 0 {
                page += line
                depth = max(0, depth + opened - count(of: Array("</table".utf8), in: line))
            } else {
                page += Array("<p>".utf8) + escaped(line) + Array("</p>".utf8)
            }
            page.append(0x0A)
        }
        return page
    }

    /// The line without Markdown's marks in front of it, with its signs written as a page writes them.
    private static func escaped(_ line: ArraySlice<UInt8>) -> [UInt8] {
        line.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }.flatMap { byte in
            switch byte {
            case UInt8(ascii: "<"): Array("&lt;".utf8)
            case UInt8(ascii: "&"): Array("&amp;".utf8)
            default: [byte]
            }
        }
    }

    private static func count(of word: [UInt8], in text: ArraySlice<UInt8>) -> Int {
        var count = 0
        var rest = text
        while let place = place(of: word, in: rest) {
            count += 1
            rest = rest[(place + word.count)...]
        }
        return count
    }

    /// Where a word of lower-case letters stands, in letters of either case.
    private static func place(of word: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        var index = text.startIndex
        while index + word.count <= text.endIndex {
            if text[index] == word[0],
                word.indices.allSatisfy({ offset in
                    let byte = text[index + offset]
                    let isUpper = (0x41...0x5A).contains(byte)
                    return (isUpper ? byte | 0x20 : byte) == word[offset]
                })
            {
                return index
            }
            index += 1
        }
        return nil
    }
}
