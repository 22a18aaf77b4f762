import ReportModel

/// Figures of section two are whole and not below zero; only the amount of fees has decimals.
///
/// Source: the form's columns of section 二, 件数, 数量 and 金额.
struct ProactiveFiguresAreCounts: Rule {
    let id = "S2-04"
    let severity = Finding.Severity.high
    let summary = "counts of section two are whole numbers, the amount is 0 or more"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        CountCheck(
            codes: cells.edition.codes.filter { $0.section == .proactive }
        ).findings(by: self, scope: FormSection.proactive.rawValue, in: cells)
    }

    var examples: RuleExamples {
        RuleExamples(
            passes: CellTable([(.proactive(.licensingDecisions), 4)]),
            fails: CellTable([(.proactive(.licensingDecisions), -4)])
        )
    }
}
