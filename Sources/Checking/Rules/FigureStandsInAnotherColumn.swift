import ReportModel

/// Where exactly two columns of section three miss the same number in opposite ways, one figure of that size has
/// slipped from the one into the other.
///
/// A diagnosis: the figures stay as printed.
struct FigureStandsInAnotherColumn: Rule {
    let id = "S3-09"
    let severity = Finding.Severity.medium
    let summary = "no figure that would mend two columns stands in the one beside its own"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let leaves = cells.requestRows.filter { $0.disposition != nil }
        let gaps = Applicant.parts.compactMap { applicant -> (Applicant, Int)? in
            guard let total = cells.value(.request(.outcomeTotal, applicant))?.whole else {
                return nil
            }
            let parts = leaves.compactMap { cells.value(.request($0, applicant))?.whole }
            guard parts.count == leaves.count else { return nil }
            let gap = parts.reduce(0, +) - total
            return gap == 0 ? nil : (applicant, gap)
        }
        guard gaps.count == 2, gaps[0].1 == -gaps[1].1 else { return [] }
        let (over, under) = gaps[0].1 > 0 ? (gaps[0], gaps[1]) : (gaps[1], gaps[0])
        let suspects = leaves.filter { row in
            cells.value(.request(row, over.0))?.whole == over.1
                && cells.value(.request(row, under.0)) == .zero
        }
        guard suspects.count == 1 else { return [] }
        return [
            Finding(
                rule: id,
                severity: severity,
                scope: suspects[0].rawValue,
                verdict: .fail,
                formula: "\(over.0.rawValue) holds what \(under.0.rawValue) lacks",
                left: String(over.1),
                right: "0",
                fault: .source,
                ifBlanksAreZero: nil,
                cells: [.request(suspects[0], over.0), .request(suspects[0], under.0)]
            )
        ]
    }

    var examples: RuleExamples {
        func table(_ natural: Int, _ business: Int) -> CellTable {
            var figures: [(CellCode, Int)] = []
            for row in EditionID.e2021.requestRows {
                for applicant in Applicant.allCases {
                    figures.append((.request(row, applicant), 0))
                }
            }
            var cells = CellTable(figures)
            let marks: [(CellCode, Int)] = [
                (.request(.granted, .naturalPerson), natural),
                (.request(.granted, .business), business),
                (.request(.outcomeTotal, .naturalPerson), 4),
            ]
            for (code, value) in marks {
                cells[code] = Cell(
                    printed: String(value),
                    figure: .number(ExactDecimal(value)),
                    origin: Origin()
                )
            }
            return cells
        }
        return RuleExamples(passes: table(4, 0), fails: table(0, 4), allowsSilence: true)
    }
}
