import ReportModel

/// A total of section three that its own row doesn't add up to, but the row above or below does, was copied from
/// there.
///
/// A diagnosis: the figure stays as printed.
struct TotalIsAnotherRows: Rule {
    let id = "S3-10"
    let severity = Finding.Severity.medium
    let summary = "no row's total is the total of the row beside it instead of its own"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let rows = cells.requestRows
        return rows.indices.compactMap { index in
            let row = rows[index]
            // Small numbers are alike by chance.
            guard let total = cells.value(.request(row, .total)), total > ExactDecimal(9),
                let sum = Self.sum(of: row, in: cells), sum != total
            else { return nil }
            let neighbours = [index - 1, index + 1].filter(rows.indices.contains).map { rows[$0] }
            guard
                let other = neighbours.first(where: {
                    cells.value(.request($0, .total)) == total
                        && Self.sum(of: $0, in: cells) == total
                })
            else { return nil }
            return Finding(
                rule: id,
                severity: severity,
                scope: row.rawValue,
                verdict: .fail,
                formula: "total is \(other.rawValue)'s",
                left: total.description,
                right: sum.description,
                fault: .source,
                ifBlanksAreZero: nil,
                cells: [.request(row, .total), .request(other, .total)]
            )
        }
    }

    private static func sum(of row: RequestRow, in cells: CellTable) -> ExactDecimal? {
        var sum = ExactDecimal.zero
        for applicant in Applicant.parts {
            guard let value = cells.value(.request(row, applicant)), let larger = sum.adding(value)
            else { return nil }
            sum = larger
        }
        return sum
    }

    var examples: RuleExamples {
        func table(_ total: Int) -> CellTable {
            var figures: [(CellCode, Int)] = []
            for (row, count) in [(RequestRow.granted, 4), (.partial, 1)] {
                for applicant in Applicant.parts {
                    figures.append((.request(row, applicant), count))
                }
            }
            figures.append((.request(.granted, .total), 24))
            figures.append((.request(.partial, .total), total))
            return CellTable(figures)
        }
        return RuleExamples(passes: table(6), fails: table(24), allowsSilence: true)
    }
}
