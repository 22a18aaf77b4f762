import ReportModel
import Specimens

extension Plant {
    /// Changes figures of section three that must stand in a certain way to one another; `false` where they don't.
    func plantIfItFits(in texts: inout [CellCode: String]) -> Bool {
        func value(_ code: CellCode) -> Int { Int(texts[code] ?? "") ?? 0 }
        let leaves = RequestRow.allCases.filter {
            $0.disposition != nil && texts[.request($0, .total)] != nil
        }
        switch self {
        case .splitDigits:
            // Cut in two, only these digits may mend the row.
            let parts = Applicant.parts.map { value(.request(.outcomeTotal, $0)) }
            return (10...99).contains(parts[0]) && !parts.dropFirst().contains(parts[0] / 10)
                && parts[0] % 10 != parts[0] / 10
        case .slippedFigure:
            let row = leaves.first { row in
                let count = value(.request(row, .naturalPerson))
                return count > 0 && value(.request(row, .business)) == 0
                    && leaves.allSatisfy {
                        $0 == row || value(.request($0, .business)) != count
                            || value(.request($0, .naturalPerson)) != 0
                    }
            }
            guard let row else { return false }
            texts[.request(row, .business)] = texts[.request(row, .naturalPerson)]
            texts[.request(row, .naturalPerson)] = "0"
            return true
        case .copiedTotal:
            let granted = value(.request(.granted, .total))
            guard granted > 9, value(.request(.partial, .total)) != granted else { return false }
            texts[.request(.partial, .total)] = String(granted)
            return true
        default: return false
        }
    }

    /// Changes the tables themselves: a number cut in two, a row left out.
    func plant(in tables: inout FormTables) {
        func change(
            _ row: RequestRow,
            _ edit: (inout [[FormCell]], _ index: Int, _ cell: Int) -> Void
        ) {
            let code = CellCode.request(row, .naturalPerson)
            for section in tables.sections.indices {
                let rows = tables.sections[section].rows
                for (index, cells) in rows.enumerated() {
                    guard let cell = cells.firstIndex(where: { $0.code == code }) else { continue }
                    edit(&tables.sections[section].rows, index, cell)
                    return
                }
            }
        }
        switch self {
        case .splitDigits:
            change(.outcomeTotal) { rows, index, cell in
                let digits = rows[index][cell].text
                rows[index][cell].text = String(digits.prefix(1))
                var rest = rows[index][cell]
                rest.text = String(digits.dropFirst())
                rest.code = nil
                rows[index].insert(rest, at: cell + 1)
            }
        case .lostRow: change(.carriedIn) { rows, index, _ in rows.remove(at: index) }
        default: break
        }
    }
}
