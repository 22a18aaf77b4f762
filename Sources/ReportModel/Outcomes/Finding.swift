/// What a rule says about a report: both sides of an equation, and the cells that they stand on.
public struct Finding: Sendable, Hashable {
    /// The rule, such as `S3-01`.
    public var rule: String
    /// How much a failure matters.
    public var severity: Severity
    /// The part of the form that was weighed: a column, a row, a route, a cell.
    public var scope: String
    /// The judgement.
    public var verdict: Verdict
    /// What must hold, in words of the form's codes.
    public var formula: String
    /// The left side; empty where it can't be reckoned.
    public var left: String
    /// The right side; empty where it can't be reckoned.
    public var right: String
    /// Who is at fault, as far as can be told; `nil` for a pass.
    public var fault: Fault?
    /// The judgement if every blank were a zero; `nil` where no blank decides.
    public var ifBlanksAreZero: Verdict?
    /// The cells that were weighed, of the report that the finding is on.
    public var cells: [CellCode]
    /// The other reports that it was weighed against, each as the body's id and the year.
    public var against: [String]

    /// A finding with all its parts.
    public init(
        rule: String,
        severity: Severity,
        scope: String,
        verdict: Verdict,
        formula: String,
        left: String,
        right: String,
        fault: Fault?,
        ifBlanksAreZero: Verdict?,
        cells: [CellCode],
        against: [String] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.scope = scope
        self.verdict = verdict
        self.formula = formula
        self.left = left
        self.right = right
        self.fault = fault
        self.ifBlanksAreZero = ifBlanksAreZero
        self.cells = cells
        self.against = against
    }

    /// What a rule can say.
    public enum Verdict: String, Sendable, CaseIterable {
        /// The equation holds.
        case pass
        /// It doesn't.
        case fail
        /// An operand is missing.
        case uncertain
        /// The table isn't there.
        case notAssessable = "not_assessable"
    }

    /// How much a failure matters.
    public enum Severity: String, Sendable, CaseIterable {
        /// The form's own arithmetic fails.
        case critical
        /// A figure can't be what it says it is.
        case high
        /// Worth a look.
        case medium
        /// Worth knowing.
        case low
    }

    /// Who is at fault.
    public enum Fault: String, Sendable, CaseIterable {
        /// The document, as printed.
        case source
        /// Our reading of it.
        case reader
        /// It can't be told.
        case unknown
    }
}
