import DocumentModel
import ReportModel

/// Finds the day of publication: the page's metadata, or a line that says so.
enum Publication {
    private static let metadataNames = [
        "pubdate", "publishdate", "article:published_time", "publdate",
    ]
    private static let labels = [
        ["发布日期", "发布时间", "发布于"], ["公开日期", "公开时间"], ["发文日期", "发文时间", "生成日期"],
        ["时间", "日期"],
    ]

    /// The day of publication, and a second one if another place says otherwise.
    static func find(
        in document: SourceDocument,
        lines: [PlainLine]
    ) -> (date: Evidenced<CivilDate>, other: CivilDate?)? {
        var found: [Evidenced<CivilDate>] = []
        for datum in document.metadata where metadataNames.contains(datum.name.lowercased()) {
            let plain = PlainLine(datum.content, origin: datum.origin)
            if let day = DateGrammar.day(beginning: plain.text) {
                found.append(
                    Evidenced(day, evidence: .metadata, quote: datum.content, origin: datum.origin)
                )
            }
        }
        // Every label has one of these in it, and few lines have.
        let dated = lines.indices.filter { lines[$0].marks.contains(.date) }
        for group in labels {
            for index in dated {
                let line = lines[index]
                // 发布日期： may stand on a line of its own, above the day.
                let isCut =
                    line.text.utf8.count < 40
                    && group.contains { line.text.withoutSuffixes([":", "："]).hasSuffix($0) }
                let next = isCut && index + 1 < lines.count ? lines[index + 1].text : ""
                guard let day = day(labelled: group, in: line, next) else { continue }
                found.append(
                    Evidenced(day, evidence: .metadata, quote: line.printed, origin: line.origin)
                )
                break
            }
            // A weaker label counts only where no stronger one is printed.
            if !found.isEmpty { break }
        }
        guard let first = found.first else { return nil }
        return (first, found.first { $0.value != first.value }?.value)
    }

    /// The day behind one of the labels, a colon or a bracket between them or not.
    ///
    /// 浏览时间 is another label than 时间; 来源：办公室 时间： is the same, which only white space tells.
    private static func day(
        labelled labels: [String],
        in line: PlainLine,
        _ next: String
    ) -> CivilDate? {
        let text = line.text + next
        for label in labels {
            for range in text.places(of: label) {
                let before = text[..<range.lowerBound].unicodeScalars.last
                if let before, before.properties.isIdeographic, !beginsWord(label, in: line.printed)
                {
                    continue
                }
                let rest = text[range.upperBound...].drop { ":：]】".contains($0) }
                if let day = DateGrammar.day(beginning: String(rest.prefix(12))) { return day }
            }
        }
        return nil
    }

    /// Whether white space stands in front of a label wherever it is printed.
    private static func beginsWord(_ label: String, in printed: String) -> Bool {
        let places = printed.places(of: label)
        return !places.isEmpty
            && places.allSatisfy { range in
                printed[..<range.lowerBound].unicodeScalars.last.map(TextLine.isSpace) ?? true
            }
    }
}
