import FormCatalog
import ReportModel

/// Reads the block that portals print above a document: 索引号、发布机构、发文日期, each with a label.
struct MetadataBlock {
    let lines: [PlainLine]
    let words: PageWords

    /// The number under which the portal keeps the document.
    var indexNumber: Evidenced<String>? {
        value(behind: .indexLabel) { text in
            let number = text.prefix { $0.isASCII || "〔〕（）－".contains($0) }
            return number.contains { $0.isNumber } && number.count <= 60 ? String(number) : nil
        }
    }

    /// The body that put the document online, which need not be the one that reports.
    var issuer: Evidenced<String>? {
        value(behind: .issuerLabel) { text in
            let name = String(text.prefix { !$0.isASCII && !"【（：".contains($0) })
            return AgencyName.looksLikeBody(name) ? name : nil
        }
    }

    /// The first value behind one of the labels that makes sense; labels in order of trust.
    private func value(
        behind labels: PageWords.Part,
        _ reading: (String) -> String?
    ) -> Evidenced<String>? {
        let fields = lines.indices.filter { lines[$0].marks.contains(.field) }
        for label in words[labels] {
            for index in fields {
                let line = lines[index]
                guard let range = line.text.place(of: label) else { continue }
                var rest = String(line.text[range.upperBound...].drop { ":：]】".contains($0) })
                // The label may stand on a line of its own, above its value.
                if rest.isEmpty, index + 1 < lines.count { rest = lines[index + 1].text }
                let cut = words[.label].compactMap { rest.place(of: $0)?.lowerBound }.min()
                if let value = reading(String(rest[..<(cut ?? rest.endIndex)])) {
                    return Evidenced(
                        value,
                        evidence: .metadata,
                        quote: line.printed,
                        origin: line.origin
                    )
                }
            }
        }
        return nil
    }
}
