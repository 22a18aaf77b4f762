/// One report of one body on one year, as printed.
public struct Report: Sendable, Hashable {
    /// The title, as printed.
    public var title: String
    /// The body that reports.
    public var agency: Evidenced<String>
    /// Whether a government reports, which may do so for its whole region; by the name, for the register comes later.
    public var isOfGovernment: Bool { agency.value.hasSuffix("政府") }
    /// The year that the figures are about.
    public var year: Evidenced<Int>
    /// The day of publication, where the document says it.
    public var published: Evidenced<CivilDate>?
    /// The day under the signature, where there is one.
    public var signed: Evidenced<CivilDate>?
    /// The number under which the portal keeps the document, 索引号.
    public var indexNumber: Evidenced<String>?
    /// The body that put the document online, which need not be the one that reports.
    public var issuer: Evidenced<String>?
    /// Whose requests the tables count, where the text says so.
    public var scope: Evidenced<ReportScope>?
    /// The fingerprints of the sentences.
    public var sketch = ProseSketch()
    /// The form that the tables follow.
    public var edition: EditionID { cells.edition }
    /// The figures.
    public var cells: CellTable
    /// What the text says about the figures, and about what no table has.
    public var claims: [Claim]
    /// What the reader is not sure of.
    public var warnings: [ReadingWarning]

    /// A report with all its parts.
    public init(
        title: String,
        agency: Evidenced<String>,
        year: Evidenced<Int>,
        published: Evidenced<CivilDate>?,
        cells: CellTable,
        claims: [Claim] = [],
        warnings: [ReadingWarning]
    ) {
        self.title = title
        self.agency = agency
        self.year = year
        self.published = published
        self.cells = cells
        self.claims = claims
        self.warnings = warnings
    }
}
