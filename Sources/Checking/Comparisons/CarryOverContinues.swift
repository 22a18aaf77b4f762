import ReportModel

/// What one year carries over is what the next year takes in, in each of the seven columns.
///
/// After a merger the requests of all predecessors may come in. 2018 had no row for it, so 2019 has nothing to
/// stand against.
struct CarryOverContinues: Comparison {
    let id = "Y-01"
    let severity = Finding.Severity.high
    let summary = "carried_in = carried_out of the year before"

    func check(_ place: Neighbourhood) -> [Finding] {
        guard let before = place.before else { return [] }
        let report = place.report
        let changesScope = report.hasOtherScope(than: before)
        return Applicant.allCases.map { applicant in
            func out(_ reports: [StandingReport]) -> [ReportEquation.Operand] {
                reports.map { .init($0, .request(.carriedOut, applicant)) }
            }
            let taken = ReportEquation.Operand(report, .request(.carriedIn, applicant))
            var equation = ReportEquation(left: [taken], right: out([before]))
            if !place.predecessors.isEmpty {
                let withAll = ReportEquation(
                    left: [taken],
                    right: out([before] + place.predecessors)
                )
                if withAll.verdict(blanksAreZero: false) == .pass { equation = withAll }
            }
            return equation.finding(
                by: self,
                scope: applicant.rawValue,
                formula: "carried_in(\(report.year)) = carried_out(\(before.year))",
                on: report,
                doubt: changesScope || !place.predecessors.isEmpty
            )
        }
    }

    var examples: (passes: Neighbourhood, fails: Neighbourhood) {
        func years(_ carried: Int) -> Neighbourhood {
            .example(
                .example(2024, [(.request(.carriedIn, .total), carried)]),
                after: .example(2023, [(.request(.carriedOut, .total), 7)])
            )
        }
        return (years(7), years(8))
    }
}

extension StandingReport {
    /// Whether both say whose requests they count, and say it differently.
    func hasOtherScope(than other: StandingReport) -> Bool {
        scope != .unknown && other.scope != .unknown && scope != other.scope
    }
}
