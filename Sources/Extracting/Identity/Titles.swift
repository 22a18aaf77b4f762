import DocumentModel
import ReportModel

/// The lines of a document that are titles of reports, and the one that is its own.
struct Titles {
    /// The document's own title.
    let chosen: ReportTitle?
    /// The years that titles name which should be the document's own. They must agree.
    let years: [Evidenced<Int>]

    /// Looks through the title fields and the lines above the form's tables.
    ///
    /// A sidebar links the reports of other years: the page's own title is the one that its title field
    /// confirms, or else the fullest and last one above the tables.
    init(_ document: SourceDocument, lines: [PlainLine], forms: Set<Int>) {
        let fields =
            document.metadata.filter { $0.name.lowercased() == "articletitle" }
            .map { PlainLine($0.content, origin: $0.origin) }
            + (document.title.map { [PlainLine($0, origin: Origin(line: 1))] } ?? [])
        let fieldTitles = fields.compactMap(ReportTitle.init)
        let firstForm = forms.min()
        let whole =
            firstForm.map { end -> [ReportTitle] in
                // The first of the tables may hold the title itself.
                lines.prefix { $0.block.map { $0 <= end } ?? true }.compactMap(ReportTitle.init)
                    .reversed()
            } ?? lines.compactMap(ReportTitle.init)

        let isNamed = (fieldTitles + whole).contains {
            $0.year != nil && AgencyName.isName($0.agency)
        }
        let nearby =
            isNamed
            ? whole
            : Self.wrapped(lines, end: firstForm) + Self.dated(lines, end: firstForm) + whole
        let fieldYears = Set(fieldTitles.compactMap(\.year))
        let agreeing = nearby.filter { $0.year.map(fieldYears.contains) ?? false }
        chosen = Self.fullest(
            fieldYears.isEmpty
                ? nearby + fieldTitles : agreeing + fieldTitles + nearby.filter { $0.year == nil }
        )
        let own =
            fieldYears.isEmpty
            ? nearby : fieldTitles + (agreeing.isEmpty ? nearby.filter { $0.year != nil } : [])
        years = own.compactMap { title in
            title.year.map {
                Evidenced($0, evidence: .title, quote: title.printed, origin: title.origin)
            }
        }
    }

    /// Titles at a document's head that are cut into two or three lines, wherever a line was full: 2025年某市人民政府
    /// 政府信息公开 above 工作年度报告.
    private static func wrapped(_ lines: [PlainLine], end: Int?) -> [ReportTitle] {
        let head = head(of: lines, end: end)
        for count in 2...3 {
            let titles = head.indices.compactMap { wrapped(head[$0...].prefix(count), count) }
            if !titles.isEmpty { return titles }
        }
        return []
    }

    /// Titles at a document's head with the year on a line of its own below them, as covers have it, or above. Where more
    /// years stand there, they are links.
    private static func dated(_ lines: [PlainLine], end: Int?) -> [ReportTitle] {
        let head = head(of: lines, end: end)
        func isYear(_ index: Int) -> Bool {
            head.indices.contains(index) && DateGrammar.loneYear(head[index].text) != nil
        }
        return head.indices.compactMap { index in
            guard let title = ReportTitle(head[index]), title.year == nil else { return nil }
            if isYear(index + 1), !isYear(index - 1), !isYear(index + 2) {
                let above = index > 0 ? head[index - 1] : nil
                let body = above.flatMap {
                    title.agency.isEmpty && AgencyName.looksLikeBody($0.text) ? $0.printed : nil
                }
                return joined(
                    [body ?? "", head[index].printed, head[index + 1].printed],
                    as: head[index]
                )
            }
            if isYear(index - 1), !isYear(index - 2), !isYear(index + 1), !title.agency.isEmpty {
                return joined([head[index - 1].printed, head[index].printed], as: head[index])
            }
            return nil
        }
    }

    private static func joined(_ parts: [String], as line: PlainLine) -> ReportTitle? {
        ReportTitle(PlainLine(parts.joined(), origin: line.origin, block: line.block))
    }

    private static func head(of lines: [PlainLine], end: Int?) -> [PlainLine] {
        Array(
            lines.prefix(headLines).prefix { line in
                end.flatMap { end in line.block.map { $0 < end } } ?? true
            }
        )
    }

    /// So far from the top a title may begin.
    private static let headLines = 12
    /// A line of a title has no more characters.
    private static let longestLine = 40

    /// The lines as one title, if only all of them are one, and each is of a title's length.
    private static func wrapped(_ lines: ArraySlice<PlainLine>, _ count: Int) -> ReportTitle? {
        guard lines.count == count, let first = lines.first, let last = lines.last,
            lines.allSatisfy({ $0.text.unicodeScalars.count <= longestLine }),
            ReportTitle(last).map({ $0.year == nil && $0.agency.isEmpty }) ?? true,
            ReportTitle(first) == nil,
            ReportTitle.endings.contains(where: { last.text.hasSuffix($0) })
        else { return nil }
        let joined = PlainLine(
            lines.map(\.printed).joined(),
            origin: first.origin,
            block: last.block
        )
        let title = ReportTitle(joined)
        return title?.year == nil ? nil : title
    }

    /// The first title that names year and body; else year only, else body only, else any.
    private static func fullest(_ titles: [ReportTitle]) -> ReportTitle? {
        titles.first { $0.year != nil && AgencyName.isName($0.agency) }
            ?? titles.first { $0.year != nil } ?? titles.first { AgencyName.isName($0.agency) }
            ?? titles.first
    }
}
