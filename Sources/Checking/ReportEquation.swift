import ReportModel

/// Two sums over cells of several reports that must be equal, or not larger.
struct ReportEquation {
    /// A cell of one of the reports.
    struct Operand {
        var report: StandingReport
        var code: CellCode

        init(_ report: StandingReport, _ code: CellCode) {
            self.report = report
            self.code = code
        }

        var cell: Cell { report.cells[code] }
    }

    /// What must hold between left and right.
    enum Relation {
        case equal, notMore
    }

    var left: [Operand]
    var right: [Operand]
    var relation = Relation.equal

    /// Weighs the equation, as printed and with blanks as zeros.
    ///
    /// - Parameters:
    ///   - rule: the rule that asks.
    ///   - scope: which of its parts this is.
    ///   - formula: what must hold, in words of codes and years.
    ///   - report: the report that the finding is on.
    ///   - doubt: why a failure may be no fault, such as another scope; then it is `uncertain`.
    /// - Returns: the finding, with the other reports that were weighed.
    func finding(
        by rule: some Comparison,
        scope: String,
        formula: String,
        on report: StandingReport,
        doubt: Bool = false
    ) -> Finding {
        let operands = left + right
        var verdict = verdict(blanksAreZero: false)
        let ifZero =
            operands.contains { $0.cell.figure == .blank }
            ? self.verdict(blanksAreZero: true) : nil
        if verdict == .fail, doubt { verdict = .uncertain }
        let others = Set(operands.map(\.report.reference)).subtracting([report.reference])
        return Finding(
            rule: rule.id,
            severity: rule.severity,
            scope: scope,
            verdict: verdict,
            formula: formula,
            left: Self.sum(of: left, false)?.description ?? "",
            right: Self.sum(of: right, false)?.description ?? "",
            fault: verdict == .pass || verdict == .notAssessable
                ? nil : doubt ? .unknown : .judged(by: operands.map(\.cell), verdict: verdict),
            ifBlanksAreZero: ifZero,
            cells: operands.filter { $0.report.reference == report.reference }.map(\.code),
            against: others.sorted()
        )
    }

    func verdict(blanksAreZero: Bool) -> Finding.Verdict {
        // A form without the cells has nothing to say.
        if left.allSatisfy({ $0.cell.figure == .absent })
            || right.allSatisfy({ $0.cell.figure == .absent })
        {
            return .notAssessable
        }
        guard let leftSum = Self.sum(of: left, blanksAreZero),
            let rightSum = Self.sum(of: right, blanksAreZero)
        else { return .uncertain }
        let holds = relation == .equal ? leftSum == rightSum : leftSum <= rightSum
        return holds ? .pass : .fail
    }

    private static func sum(of operands: [Operand], _ blanksAreZero: Bool) -> ExactDecimal? {
        var sum = ExactDecimal.zero
        for operand in operands {
            let figure = operand.cell.figure
            let value = figure == .blank && blanksAreZero ? .zero : figure.value
            guard let value, let larger = sum.adding(value) else { return nil }
            sum = larger
        }
        return sum
    }
}

extension StandingReport {
    /// A made-up report, for rules' examples.
    static func example(
        _ year: Int,
        _ figures: [(CellCode, Int)] = [],
        kind: AgencyKind = .department,
        level: AgencyLevel = .county,
        edition: EditionID = .e2021
    ) -> StandingReport {
        var cells = CellTable(figures)
        cells.edition = edition
        return StandingReport(
            agency: Agency(
                id: "example",
                name: "示例局",
                region: nil,
                level: level,
                kind: kind,
                sector: nil,
                standing: .recognised
            ),
            year: year,
            cells: cells
        )
    }
}

extension Neighbourhood {
    /// A report and the one on the year before, for rules' examples.
    static func example(_ report: StandingReport, after before: StandingReport?) -> Neighbourhood {
        var place = Neighbourhood(report)
        place.before = before
        return place
    }
}
