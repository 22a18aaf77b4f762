import DocumentModel
import ReportModel

/// Markdown whose tables are written in HTML, as programs that recognise pages write it: lines of text, and between
/// them `<table><tr><td>…`.
///
/// What stands between the tables becomes paragraphs of one page, line by line, so that the lines keep their numbers
/// and no heading runs into the text below it.
enum EmbeddedTables {
    private static let start = Array("<table".utf8)

    /// Whether a text that is no page has tables in HTML: most lines with words above the first one begin with those,
    /// and no tag outside of tables reaches further than its line.
    static func recognises(_ utf8: [UInt8]) -> Bool {
        guard let table = place(of: start, in: utf8[...]),
            place(of: Array("<td".utf8), in: utf8[table...]) != nil
        else { return false }
        let lines = lines(of: utf8)
        let above = lines.prefix { !$0.isOfTable }.map {
            TextLine.trimmed(String(decoding: $0.text, as: UTF8.self))
        }
        guard !hasPart(ofPage: above) else { return false }
        let worded = above.filter { !InlineTags.read($0).isEmpty }
        guard worded.count(where: { $0.hasPrefix("<") }) * 2 < worded.count else { return false }
        let outside = lines.filter { !$0.isOfTable && $0.text.contains(UInt8(ascii: "<")) }
        return InlineTags.stayWithinLines(outside.map { String(decoding: $0.text, as: UTF8.self) })
    }

    /// Whether any line has a tag that only pages have, or a table's.
    static func hasPart(ofPage lines: [some StringProtocol]) -> Bool {
        lines.contains { line in
            guard line.utf8.contains(UInt8(ascii: "<")) else { return false }
            let line = line.lowercased()
            return ["<!doctype", "<html", "<head", "<body", "<meta", "<link", "<table"]
                .contains(where: line.contains)
        }
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
        for line in lines(of: utf8) {
            if line.isOfTable {
                page += line.text
            } else {
                page += Array("<p>".utf8) + escaped(line.text) + Array("</p>".utf8)
            }
            page.append(0x0A)
        }
        return page
    }

    /// The lines of a text, and whether anything of a table stands on each.
    private static func lines(of utf8: [UInt8]) -> [(text: ArraySlice<UInt8>, isOfTable: Bool)] {
        var depth = 0
        return utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            let opened = count(of: start, in: line)
            let isOfTable = depth > 0 || opened > 0
            if isOfTable {
                depth = max(0, depth + opened - count(of: Array("</table".utf8), in: line))
            }
            return (line, isOfTable)
        }
    }

    /// The line without Markdown's marks in front of it and without tags, with its signs written as a page writes them.
    private static func escaped(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let words = InlineTags.read(String(decoding: line, as: UTF8.self)).drop {
            "# ".contains($0)
        }
        return words.utf8.flatMap { byte in
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
