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
    /// The rule in one sentence.
    var summary: String { get }
    /// A report that satisfies the rule, and one that doesn't.
    var examples: RuleExamples { get }

    /// What the rule says about a report: a finding for each part of the form that it weighs.
    func check(_ cells: CellTable) -> [Finding]
}

/// A report that passes a rule and one that fails it.
public struct RuleExamples: Sendable {
    /// Satisfies the rule.
    public var passes: CellTable
    /// Breaks the rule.
    public var fails: CellTable
}

/// All rules, in the order of their numbers.
public enum Rulebook {
    /// Raised whenever a rule judges differently, so that reports are checked again.
    public static let version = 1

    /// The rules on duty.
    public static let all: [any Rule] = [
        ProactiveFiguresAreCounts(),
        FlowBalances(),
        OutcomesAddUp(),
        ApplicantsAddUp(),
        RequestsAreCounts(),
        DisputeOutcomesAddUp(id: "S4-01", route: .review),
        DisputeOutcomesAddUp(id: "S4-02", route: .directLitigation),
        DisputeOutcomesAddUp(id: "S4-03", route: .litigationAfterReview),
        DisputesAreCounts(),
    ]

    /// Everything that the rules say about a report, in the rules' order.
    public static func findings(on report: Report) -> [Finding] {
        all.flatMap { $0.check(report.cells) }
    }
}
