public import ReportModel

/// One sentence of the form or the law that a report must satisfy.
///
/// A rule speaks and changes nothing. Where an operand is missing it says `uncertain`, and what it
/// would say if blanks were zeros.
public protocol Rule: Sendable {
    /// The rule's number in the project's catalogue, such as `S3-01`.
    var id: String { get }
    /// How much a failure matters.
    var severity: Finding.Severity { get }
    /// The editions of the form that the rule is about.
    var editions: Set<EditionID> { get }
    /// The rule in one sentence.
    var summary: String { get }
    /// A report that satisfies the rule, and one that doesn't.
    var examples: RuleExamples { get }
    /// Whether it weighs what is likely, not what is possible: then it never says `fail`.
    var isPlausibility: Bool { get }

    /// What the rule says about a report: a finding for each part of the form, or of the text, that it weighs.
    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding]
}

extension Rule {
    /// The forms with three sections, as most rules are about.
    public var editions: Set<EditionID> { [.e2019, .e2021] }

    /// Most rules weigh what is possible.
    public var isPlausibility: Bool { false }
}

/// A report that passes a rule and one that fails it.
public struct RuleExamples: Sendable {
    /// Satisfies the rule.
    public var passes: CellTable
    /// Breaks the rule.
    public var fails: CellTable
    /// What the text says in both.
    public var claims: [Claim] = []
    /// What the text says in the one that fails, where that is what fails.
    public var failingClaims: [Claim]?
    /// Whether the rule says nothing where all is well, as a diagnosis does.
    public var allowsSilence = false
}

/// All rules, in the order of their numbers.
public enum Rulebook {
    /// Raised whenever a rule judges differently, so that reports are checked again.
    public static let version = 3

    /// The rules on duty.
    public static let all: [any Rule] =
        [
            ProactiveFiguresAreCounts(),
            AmountIsInItsUnit(),
            DisclosedOnceIsDisclosed(),
            DecisionsAreNoItems(),
            FlowBalances(),
            OutcomesAddUp(),
            ApplicantsAddUp(),
            RequestsAreCounts(),
            OutcomesFitTheTotal(),
            FewAreCarriedOver(),
            DigitsWereSplit(),
            FigureStandsInAnotherColumn(),
            TotalIsAnotherRows(),
            DisputeOutcomesAddUp(id: "S4-01", route: .review),
            DisputeOutcomesAddUp(id: "S4-02", route: .directLitigation),
            DisputeOutcomesAddUp(id: "S4-03", route: .litigationAfterReview),
            DisputesAreCounts(),
            StatedFlowAgrees(),
            StatedOutcomesAgree(),
            StatedDisputesAgree(),
            StatedDocumentsAgree(),
            StatedSharesAgree(),
            StatedOutcomesAddUp(),
            StatedFeesFitTheTable(),
            SheetFlowIsLikely(),
            TablesAreComplete(),
        ] + StatisticsAddUp.all

    /// Everything that the rules say about a report, in the rules' order.
    public static func findings(on report: Report) -> [Finding] {
        // The region's number is a government's own, and beside a department's table.
        let claims = report.claims.map { claim in
            var claim = claim
            if report.isOfGovernment, claim.scope == .wholeRegion { claim.scope = nil }
            return claim
        }
        return all.filter { $0.editions.contains(report.edition) }.flatMap {
            $0.check(report.cells, claims)
        }
    }
}
