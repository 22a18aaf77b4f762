import ReportModel

/// A count of twenty or more that is over five times the middle of the body's earlier years, or under a fifth, is
/// worth a look.
///
/// Where the year before was already off, it sees what Y-03 doesn't. It may be true, so it is never more than
/// `uncertain`.
struct CountsFitTheHistory: Comparison {
    let id = "Y-07"
    let severity = Finding.Severity.low
    let summary =
        "requests ≥ 20 stay within a fifth and five times the median of three earlier years or more"

    private static let codes: [CellCode] = [
        .request(.newReceived, .total), .request(.outcomeTotal, .total), .statistic(.received),
    ]

    func check(_ place: Neighbourhood) -> [Finding] {
        let report = place.report
        return Self.codes.compactMap { code in
            let known = place.earlier.compactMap { earlier in
                earlier.cells.value(code)?.whole.map { (count: $0, report: earlier) }
            }
            guard known.count >= 3, let now = report.cells.value(code)?.whole else { return nil }
            let counts = known.map(\.count).sorted()
            let middle = counts.count / 2
            // Of an even number of years the middle is between two.
            let median =
                counts.count % 2 == 1
                ? counts[middle] : counts[middle - 1] + (counts[middle] - counts[middle - 1]) / 2
            guard max(now, median) >= 20, now >= 0, median >= 0, now < Int.max / 5,
                median < Int.max / 5
            else { return nil }
            let isLikely = now <= 5 * median && median <= 5 * now
            return Finding(
                rule: id,
                severity: severity,
                scope: code.name,
                verdict: isLikely ? .pass : .uncertain,
                formula: "1/5 ≤ \(code.name) ÷ median of \(known.count) earlier years ≤ 5",
                left: String(now),
                right: String(median),
                fault: isLikely ? nil : .unknown,
                ifBlanksAreZero: nil,
                cells: [code],
                against: known.map(\.report.reference)
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ count: Int) -> Neighbourhood {
            let code = CellCode.request(.newReceived, .total)
            var place = Neighbourhood(.example(2024, [(code, count)]))
            place.earlier = [21, 95, 24].enumerated().map { .example(2021 + $0, [(code, $1)]) }
            return place
        }
        return (years(100), years(130))
    }
}
