import ReportModel

/// A row with one figure too many whose arithmetic holds once two neighbouring digits are one number: 1 and 0 for
/// 10.
///
/// A diagnosis of rows that the reader left `ambiguous`: no number is put together.
struct DigitsWereSplit: Rule {
    let id = "S3-08"
    let severity = Finding.Severity.medium
    let summary = "no row has a number cut into two cells"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        cells.requestRows.compactMap { row in
            let codes = Applicant.allCases.map { CellCode.request(row, $0) }
            guard codes.allSatisfy({ cells[$0].figure == .ambiguous }) else { return nil }
            let figures = cells[codes[0]].printed.split(separator: " ").compactMap { Int($0) }
            guard figures.count == codes.count + 1 else { return nil }
            let mended = figures.indices.dropLast().filter { place in
                guard (0...9).contains(figures[place + 1]), (1...9).contains(figures[place]) else {
                    return false
                }
                var whole = figures
                whole[place] = figures[place] * 10 + whole.remove(at: place + 1)
                return whole.dropLast().reduce(0, +) == whole[codes.count - 1]
            }
            guard mended.count == 1 else { return nil }
            let place = min(mended[0], codes.count - 1)
            return Finding(
                rule: id,
                severity: severity,
                scope: row.rawValue,
                verdict: .fail,
                formula: "\(figures[mended[0]]) and \(figures[mended[0] + 1]) are one number",
                left: figures.map { String($0) }.joined(separator: " "),
                right: "",
                fault: .unknown,
                ifBlanksAreZero: nil,
                cells: [codes[place]]
            )
        }
    }

    var examples: RuleExamples {
        func table(_ printed: String) -> CellTable {
            var cells = CellTable()
            for applicant in Applicant.allCases {
                cells[.request(.granted, applicant)] = Cell(
                    printed: printed,
                    figure: .ambiguous,
                    origin: Origin()
                )
            }
            return cells
        }
        return RuleExamples(
            passes: table("1 0 2 0 0 0 0 3"),
            fails: table("1 0 2 0 0 0 0 12"),
            allowsSilence: true
        )
    }
}
