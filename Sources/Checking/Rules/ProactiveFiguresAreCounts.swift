public import ReportModel

/// Figures of section two are whole and not below zero; only the amount of fees has decimals.
///
/// Source: the form's columns of section 二, 件数, 数量 and 金额.
public struct ProactiveFiguresAreCounts: Rule {
    public let id = "S2-04"
    public let severity = Finding.Severity.high
    public let summary = "counts of section two are whole numbers, the amount is 0 or more"

    public func check(_ cells: CellTable) -> [Finding] {
        CountCheck(
            codes: CellCode.all.filter { $0.section == .proactive },
            amounts: [.proactive(.administrativeFeeAmount)]
        ).findings(by: self, scope: FormSection.proactive.rawValue, in: cells)
    }

    public var examples: RuleExamples {
        RuleExamples(
            passes: CellTable([(.proactive(.licensingDecisions), 4)]),
            fails: CellTable([(.proactive(.licensingDecisions), -4)])
        )
    }
}
