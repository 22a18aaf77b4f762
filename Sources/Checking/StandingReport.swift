public import ReportModel

/// A report that counts, with what rules on several reports need of it.
public struct StandingReport: Sendable {
    /// The body behind the name.
    public var agency: Agency
    /// The year that the figures are about.
    public var year: Int
    /// Whose requests the tables count.
    public var scope: ReportScope
    /// The day of publication, where the document says it.
    public var published: CivilDate?
    /// The figures.
    public var cells: CellTable
    /// What the text says.
    public var claims: [Claim]
    /// The fingerprints of the sentences.
    public var sketch: ProseSketch

    /// A report with all its parts.
    public init(
        agency: Agency,
        year: Int,
        scope: ReportScope = .unknown,
        published: CivilDate? = nil,
        cells: CellTable,
        claims: [Claim] = [],
        sketch: ProseSketch = ProseSketch()
    ) {
        self.agency = agency
        self.year = year
        self.scope = scope
        self.published = published
        self.cells = cells
        self.claims = claims
        self.sketch = sketch
    }

    /// The report as findings name it among others: the body's id and the year.
    public var reference: String { "\(agency.id):\(year)" }
}

/// A report and those that it is weighed against.
public struct Neighbourhood: Sendable {
    /// The report.
    public var report: StandingReport
    /// The same body's reports on all years before, the earliest first.
    public var earlier: [StandingReport] = []
    /// The same body's report on the year before.
    public var before: StandingReport?
    /// The last reports of bodies that were merged into this one, on the year before.
    public var predecessors: [StandingReport] = []
    /// What the bodies below report on the same year: each branch once, the highest report that covers it.
    public var below: [StandingReport] = []
    /// The bodies below that have reported on other years, and not on this one.
    public var missing: [Agency] = []
    /// Other reports with the very same figures.
    public var sameFigures: [StandingReport] = []
    /// The report of another body on the same year that shares the most sentences.
    public var sameWords: (report: StandingReport, shared: Int)?

    /// A report alone.
    public init(_ report: StandingReport) {
        self.report = report
    }
}

/// One sentence that reports must satisfy beside each other.
///
/// Like a ``Rule``, it speaks and changes nothing; it is asked anew whenever one of the reports changes.
public protocol Comparison: Sendable {
    /// The rule's number in the project's catalogue, such as `Y-01`.
    var id: String { get }
    /// How much a failure matters.
    var severity: Finding.Severity { get }
    /// The rule in one sentence.
    var summary: String { get }
    /// Reports that satisfy the rule, and ones that don't.
    var examples: (passes: Neighbourhood, fails: Neighbourhood) { get }

    /// What the rule says about a report beside its neighbours.
    func check(_ place: Neighbourhood) -> [Finding]
}

/// All rules on several reports, in the order of their numbers.
public enum Comparisons {
    /// Raised whenever one of them judges differently.
    public static let version = 1

    /// The rules on duty.
    public static let all: [any Comparison] = [
        DocumentsInForceContinue(), RepealedWereInForce(), RegulationsAreGovernments(),
        AmountKeepsItsUnit(), ItemsContinue(), CarryOverContinues(), KeyCountsAreSteady(),
        CountsFitTheHistory(),
        StatedChangeAgrees(), TextIsNotLastYears(), TextIsNotAnotherBodys(), FiguresAreOwn(),
        ParentCoversBodies(), ParentIsSumOfBodies(), PublishedInTime(), FiguresFitTheBody(),
        FormIsTheYears(), SentencesAreOfTheYear(), ScopeStays(),
    ]

    /// Everything that the rules say about a report beside its neighbours.
    public static func findings(on place: Neighbourhood) -> [Finding] {
        all.flatMap { $0.check(place) }
    }
}
