import ReportModel

/// Every cell of the form is printed, if only as a blank.
///
/// Whether the body left a row out or we couldn't find it, the table doesn't tell; so it never says `fail`.
struct TablesAreComplete: Rule {
    let id = "F-01"
    let severity = Finding.Severity.medium
    let summary = "every cell of the form is printed"
    var editions: Set<EditionID> { [.e2014, .e2019, .e2021] }

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        let rows = Set(cells.requestRows)
        let own = cells.edition.codes.filter { code in
            if case .request(let row, _) = code { rows.contains(row) } else { true }
        }
        return FormSection.allCases.compactMap { section in
            let codes = own.filter { $0.section == section }
            guard !codes.isEmpty else { return nil }
            let absent = codes.filter { cells[$0].figure == .absent }
            return Finding(
                rule: id,
                severity: severity,
                scope: section.rawValue,
                verdict: absent.isEmpty ? .pass : .uncertain,
                formula: "\(codes.count) cells of \(section.rawValue) are printed",
                left: String(codes.count - absent.count),
                right: String(codes.count),
                fault: absent.isEmpty ? nil : .unknown,
                ifBlanksAreZero: nil,
                cells: absent
            )
        }
    }

    var examples: RuleExamples {
        let whole = CellTable(EditionID.e2021.codes.map { ($0, 0) })
        var broken = whole
        broken[.dispute(.review, .pending)] = .absent
        return RuleExamples(passes: whole, fails: broken)
    }
}
