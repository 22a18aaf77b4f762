import ReportModel

/// On the sheet of 2014 what was received, closed and answered differs only by what is carried over, for which it
/// has no row.
struct SheetFlowIsLikely: Rule {
    let id = "S14-08"
    let severity = Finding.Severity.low
    let summary = "received, closed and answered differ by no more than 5 or a fifth"
    let isPlausibility = true
    var editions: Set<EditionID> { [.e2014] }

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let received = CellCode.statistic(.received)
        return [StatisticCell.closed, .answered].compactMap { cell in
            let code = CellCode.statistic(cell)
            guard let left = cells.value(received)?.whole, let right = cells.value(code)?.whole,
                left >= 0, right >= 0
            else { return nil }
            let isLikely = abs(left - right) <= max(5, max(left, right) / 5)
            return Finding(
                rule: id,
                severity: severity,
                scope: cell.rawValue,
                verdict: isLikely ? .pass : .uncertain,
                formula: "received ≈ \(cell.rawValue)",
                left: String(left),
                right: String(right),
                fault: isLikely ? nil : .unknown,
                ifBlanksAreZero: nil,
                cells: [received, code]
            )
        }
    }

    var examples: RuleExamples {
        func sheet(_ closed: Int) -> CellTable {
            var cells = CellTable([
                (.statistic(.received), 100), (.statistic(.closed), closed),
            ])
            cells.edition = .e2014
            return cells
        }
        return RuleExamples(passes: sheet(85), fails: sheet(60))
    }
}
