import ReportModel

/// Two sums of cells that must be equal.
struct Equation {
    /// The cells of the left side.
    let left: [CellCode]
    /// The cells of the right side.
    let right: [CellCode]

    /// Weighs the equation, as printed and with blanks as zeros.
    func finding(
        by rule: some Rule,
        scope: String,
        formula: String,
        in cells: CellTable
    ) -> Finding {
        let operands = (left + right).map { cells[$0] }
        let asPrinted = verdict(in: cells, blanksAreZero: false)
        let ifZero =
            operands.contains { $0.figure == .blank }
            ? verdict(in: cells, blanksAreZero: true) : nil
        return Finding(
            rule: rule.id,
            severity: rule.severity,
            scope: scope,
            verdict: asPrinted,
            formula: formula,
            left: Self.sum(of: left, in: cells, false)?.description ?? "",
            right: Self.sum(of: right, in: cells, false)?.description ?? "",
            fault: asPrinted == .pass ? nil : .judged(by: operands, verdict: asPrinted),
            ifBlanksAreZero: ifZero,
            cells: left + right
        )
    }

    private func verdict(in cells: CellTable, blanksAreZero: Bool) -> Finding.Verdict {
        if (left + right).allSatisfy({ cells[$0].figure == .absent }) { return .notAssessable }
        guard let leftSum = Self.sum(of: left, in: cells, blanksAreZero),
            let rightSum = Self.sum(of: right, in: cells, blanksAreZero)
        else { return .uncertain }
        return leftSum == rightSum ? .pass : .fail
    }

    /// The sum, or `nil` if a cell has no number to reckon with.
    private static func sum(
        of codes: [CellCode],
        in cells: CellTable,
        _ blanksAreZero: Bool
    ) -> ExactDecimal? {
        var sum = ExactDecimal.zero
        for code in codes {
            let figure = cells[code].figure
            let value = figure == .blank && blanksAreZero ? .zero : figure.value
            guard let value, let larger = sum.adding(value) else { return nil }
            sum = larger
        }
        return sum
    }
}

extension Finding.Fault {
    /// Whose fault a judgement is: ours where we couldn't tell a cell or only inferred it.
    static func judged(by operands: [Cell], verdict: Finding.Verdict) -> Finding.Fault {
        let doubtful = operands.contains { cell in
            switch cell.figure {
            case .ambiguous, .inferred: true
            default: false
            }
        }
        if doubtful { return verdict == .fail ? .unknown : .reader }
        return operands.contains { $0.figure == .absent } ? .unknown : .source
    }
}

extension CellTable {
    /// Cells of one form table, as a person would type them: for rules' examples.
    init(_ figures: [(CellCode, Int)]) {
        self.init()
        for (code, value) in figures {
            self[code] = Cell(
                printed: String(value),
                figure: .number(ExactDecimal(value)),
                origin: Origin()
            )
        }
    }
}
