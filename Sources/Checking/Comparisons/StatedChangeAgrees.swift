import ReportModel

/// A stated change on the year before is the one that the tables of both years have.
///
/// A tenth of a percentage point is let pass. Which number the text compares, new requests or all that there
/// were to do, it seldom says: either will do.
struct StatedChangeAgrees: Comparison {
    let id = "Y-04"
    let severity = Finding.Severity.low
    let summary = "stated change = change of new_received, or of new_received + carried_in"

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let before = place.before else { return [] }
        let report = place.report
        return report.claims.compactMap { claim in
            guard claim.subject == .requests, claim.kind == .changeOnYear, claim.unit == .percent,
                !claim.isApproximate, let stated = claim.value,
                // A department may speak of the whole region's requests above tables of its own.
                claim.scope != .wholeRegion || report.scope == .wholeRegion
                    || report.agency.kind == .government
            else { return nil }
            let sums: [[RequestRow]] = [
                [.newReceived], [.newReceived, .carriedIn], [.outcomeTotal],
            ]
            let pairs = sums.compactMap { rows -> (ExactDecimal, ExactDecimal)? in
                guard let now = report.sum(of: rows), let then = before.sum(of: rows), then > .zero
                else { return nil }
                return (now, then)
            }
            guard let first = pairs.first else { return nil }
            let agrees = pairs.contains { Self.isChange(stated, from: $1, to: $0) }
            return Finding(
                rule: id,
                severity: severity,
                scope: "requests.change_on_year",
                verdict: agrees ? .pass : .fail,
                formula: "“\(claim.quote)” = \(first.0) ÷ \(first.1) − 1",
                left: "\(stated)%",
                right: Self.percent(from: first.1, to: first.0),
                fault: agrees ? nil : .source,
                ifBlanksAreZero: nil,
                cells: [.request(.newReceived, .total)],
                against: [before.reference]
            )
        }
    }

    /// stated = (now − then) ÷ then, give or take a tenth of a point.
    private static func isChange(
        _ stated: ExactDecimal,
        from then: ExactDecimal,
        to now: ExactDecimal
    ) -> Bool {
        guard let now = now.whole, let then = then.whole, stated.scale <= 4,
            let tenThousandths = stated.movingPointRight(by: 4)?.whole
        else { return false }
        let (scaled, overflow) = (now - then).multipliedReportingOverflow(by: 1_000_000)
        let (claimed, tooLarge) = tenThousandths.multipliedReportingOverflow(by: then)
        let (tolerance, tooWide) = then.multipliedReportingOverflow(by: 1000)
        guard !overflow, !tooLarge, !tooWide else { return false }
        return abs(scaled - claimed) <= tolerance
    }

    private static func percent(from then: ExactDecimal, to now: ExactDecimal) -> String {
        guard let now = now.whole, let then = then.whole, then > 0 else { return "" }
        let (scaled, overflow) = (now - then).multipliedReportingOverflow(by: 20_000)
        guard !overflow else { return "" }
        let hundredths = (scaled / then + (now < then ? -1 : 1)) / 2
        return ExactDecimal(digits: Int64(hundredths), scale: 2).description + "%"
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ percent: String) -> Neighbourhood {
            var report = StandingReport.example(2024, [(.request(.newReceived, .total), 110)])
            report.claims = [
                Claim(
                    .requests,
                    .changeOnYear,
                    value: ExactDecimal(percent),
                    unit: .percent,
                    quote: "同比增长\(percent)%",
                    origin: Origin(),
                    paragraph: 0
                )
            ]
            return .example(report, after: .example(2023, [(.request(.newReceived, .total), 100)]))
        }
        return (years("10"), years("12.3"))
    }
}

extension StandingReport {
    /// The sum of rows' totals; `nil` where one has no number.
    func sum(of rows: [RequestRow]) -> ExactDecimal? {
        rows.reduce(ExactDecimal.zero as ExactDecimal?) { sum, row in
            cells.value(.request(row, .total)).flatMap { sum?.adding($0) }
        }
    }
}
