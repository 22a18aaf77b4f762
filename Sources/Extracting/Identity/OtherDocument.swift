import FormCatalog
import ReportModel

/// Tells documents that look like a body's yearly report and are none.
struct OtherDocument {
    /// The title, as printed; empty if there is none.
    let title: String
    /// Whether the title says that it is about less than a year.
    let isPartOfYear: Bool
    let lines: [PlainLine]
    let words: PageWords

    /// Why it is none although it may have tables like the form's; `nil` if nothing speaks against it.
    func refusal(agency: String?) -> Rejection? {
        for name in [agency ?? "", title] {
            let letters = name.lowercased()
            if words[.bettingSite].contains(where: { letters.holds($0) }) {
                return Rejection(.nameReplaced, [name])
            }
        }
        if isPartOfYear { return Rejection(.partOfYear, [title]) }
        let plain = PlainLine(title, origin: Origin()).text
        let isGovernment = plain.holds("政府信息公开") || plain.holds("政务公开")
        if plain.holds("学年") || (!isGovernment && ends(agency, with: .school)) {
            return Rejection(.universityReport, [title])
        }
        if !isGovernment, ends(agency, with: .institution) {
            return Rejection(.enterpriseReport, [title])
        }
        return nil
    }

    /// Why a document without the form's tables is none.
    func refusalWithoutForm() -> Rejection {
        let head = lines.prefix(60).map(\.text)
        if let other = head.first(where: { line in
            line.unicodeScalars.count < 60 && words[.otherReport].contains { line.holds($0) }
        }), title.isEmpty {
            return Rejection(.otherSubject, [other])
        }
        let headline =
            title.isEmpty
            ? head.first { $0.holds("年度报告") && $0.unicodeScalars.count < 80 } ?? "" : title
        if words[.article].contains(where: { headline.holds($0) }) {
            return Rejection(.aboutReports, [headline])
        }
        let headings = lines.count { line in
            line.text.unicodeScalars.count < 40
                && words[.formHeading].contains { line.text.holds($0) }
        }
        return Rejection(headings >= 2 ? .tablesMissing : .noFormTable)
    }

    private func ends(_ agency: String?, with part: PageWords.Part) -> Bool {
        words[part].contains { agency?.hasSuffix($0) ?? false }
    }
}
