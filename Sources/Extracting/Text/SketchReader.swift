import ReportModel

/// Takes the fingerprints of a report's sentences, section by section.
enum SketchReader {
    /// The sketch of all sections; what stands in front of the first is no part of the report.
    static func sketch(of prose: Prose) -> ProseSketch {
        var sketch = ProseSketch()
        var section = 0
        for paragraph in prose.paragraphs {
            if let number = heading(paragraph) { section = number }
            // What doesn't end as sentences do is a link or a label.
            guard section > 0, paragraph.isFinished else { continue }
            for range in paragraph.sentences {
                if let sentence = ProseSketch.sentence(of: paragraph.plain[range]) {
                    sketch.sections[section, default: []].append(sentence)
                }
            }
        }
        return sketch
    }

    /// The number of the section that a paragraph is the heading of: 一、总体情况.
    private static func heading(_ paragraph: Paragraph) -> Int? {
        guard paragraph.plain.count < 30, paragraph.plain.count > 3, paragraph.plain[1] == "、",
            let index = numerals.firstIndex(of: paragraph.plain[0])
        else { return nil }
        return index + 1
    }

    private static let numerals = Array("一二三四五六".unicodeScalars)
}
