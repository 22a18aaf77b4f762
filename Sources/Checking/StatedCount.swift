import ReportModel

/// A number that the text states, weighed against sums of cells that it may mean.
struct StatedCount {
    /// A sum as far as it can be reckoned.
    struct Bound {
        /// The sum of what is known; counts are never below zero, so the whole is no less.
        var least: ExactDecimal
        /// Whether all is known.
        var isExact: Bool
    }

    /// Something that the number may mean, such as `granted + partial`.
    struct Meaning {
        /// The rows' totals that are added up, each perhaps with a minus.
        var formula: String
        /// The cells.
        var cells: [CellCode]
    }

    let claim: Claim

    /// One finding: the number agrees with one of its meanings, with none, or it can't be told.
    func finding(by rule: some Rule, meanings: [Meaning], in table: CellTable) -> Finding? {
        // A sentence on another year says nothing about this one's table.
        guard claim.otherYear == nil, let stated = claim.value, !claim.isApproximate,
            let first = meanings.first
        else {
            return nil
        }
        let bounds = meanings.map { Self.bound(of: $0.cells, in: table) }
        let agrees = bounds.firstIndex { $0.isExact && $0.least == stated }
        // A government's office may speak of its own requests above a table of the whole region's.
        let isNarrower = claim.scope == .own && bounds.contains { stated < $0.least }
        // And a department's report of the whole region's above a table of its own.
        let isWider = claim.scope == .wholeRegion && bounds.allSatisfy { $0.least < stated }
        let isPossible =
            isNarrower || isWider || bounds.contains { !$0.isExact && $0.least <= stated }
        let isAbsent = meanings.allSatisfy { meaning in
            meaning.cells.allSatisfy { table[$0].figure == .absent }
        }
        let verdict: Finding.Verdict =
            agrees != nil ? .pass : isAbsent ? .notAssessable : isPossible ? .uncertain : .fail
        let told = agrees ?? 0
        let right = bounds[told]
        return Finding(
            rule: rule.id,
            severity: rule.severity,
            scope: "\(claim.subject.rawValue).\(claim.kind.rawValue)",
            verdict: verdict,
            formula: "“\(claim.quote)” = \(meanings.map(\.formula).joined(separator: " or "))",
            left: stated.description,
            right: (right.isExact ? "" : "≥ ") + right.least.description,
            fault: verdict == .pass || verdict == .notAssessable
                ? nil : isNarrower || isWider ? .unknown : .source,
            ifBlanksAreZero: nil,
            cells: agrees.map { meanings[$0].cells } ?? first.cells
        )
    }

    /// The sum of rows' totals; where a body leaves the column 总计 blank, of the applicants.
    static func bound(of cells: [CellCode], in table: CellTable) -> Bound {
        var bound = Bound(least: .zero, isExact: true)
        for code in cells {
            let own = value(of: code, in: table)
            bound.least = bound.least.adding(own.least) ?? bound.least
            bound.isExact = bound.isExact && own.isExact
        }
        return bound
    }

    private static func value(of code: CellCode, in table: CellTable) -> Bound {
        if let value = table[code].figure.value { return Bound(least: value, isExact: true) }
        guard case .request(let row, .total) = code else {
            return Bound(least: .zero, isExact: false)
        }
        let parts = Applicant.parts.map { table[.request(row, $0)].figure.value }
        let sum = parts.compactMap(\.self).reduce(ExactDecimal.zero) { $0.adding($1) ?? $0 }
        return Bound(least: sum, isExact: parts.allSatisfy { $0 != nil })
    }

    /// The totals of all rows of a kind of answer.
    static func totals(of disposition: Disposition, in table: CellTable) -> [CellCode] {
        table.requestRows.filter { $0.disposition == disposition }.map { .request($0, .total) }
    }
}

extension Finding {
    /// The same finding where what is stated may be about a part of what the cells count.
    var asUncertain: Finding {
        var finding = self
        finding.verdict = .uncertain
        finding.fault = .unknown
        return finding
    }
}
