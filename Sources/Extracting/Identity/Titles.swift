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
        let firstForm = document.blocks.indices.first { forms.contains($0) }
        let nearby =
            firstForm.map { end -> [ReportTitle] in
                // The first of the tables may hold the title itself.
                lines.prefix { $0.block.map { $0 <= end } ?? true }.compactMap(ReportTitle.init)
                    .reversed()
            } ?? lines.compactMap(ReportTitle.init)

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

    /// The first title that names year and body; else year only, else body only, else any.
    private static func fullest(_ titles: [ReportTitle]) -> ReportTitle? {
        titles.first { $0.year != nil && AgencyName.isName($0.agency) }
            ?? titles.first { $0.year != nil } ?? titles.first { AgencyName.isName($0.agency) }
            ?? titles.first
    }
}
