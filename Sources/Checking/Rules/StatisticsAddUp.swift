import ReportModel

/// On the statistics sheet of 2014 a total is the sum of the rows below it.
///
/// Source: 国办发〔2014〕32号. Seven sums, seven numbers: S14-01 to S14-07.
struct StatisticsAddUp: Rule {
    let id: String
    /// The row that adds up the others.
    let total: StatisticCell
    /// The rows that it adds up.
    let parts: [StatisticCell]
    let severity: Finding.Severity
    var editions: Set<EditionID> { [.e2014] }

    /// The sheet's sums.
    static let all: [StatisticsAddUp] = [
        StatisticsAddUp(
            id: "S14-01",
            total: .received,
            parts: [.receivedInPerson, .receivedByFax, .receivedOnline, .receivedByMail],
            severity: .critical
        ),
        StatisticsAddUp(
            id: "S14-02",
            total: .closed,
            parts: [.closedOnTime, .closedAfterExtension],
            severity: .critical
        ),
        StatisticsAddUp(
            id: "S14-03",
            total: .answered,
            parts: [
                .answeredAlreadyPublic, .answeredGranted, .answeredPartial, .answeredRefused,
                .answeredNotThisAgency, .answeredNotExistent, .answeredAskedToAmend,
                .answeredRedirected,
            ],
            severity: .critical
        ),
        StatisticsAddUp(
            id: "S14-04",
            total: .answeredRefused,
            parts: [
                .refusedStateSecret, .refusedTradeSecret, .refusedPrivacy, .refusedSafetyStability,
                .refusedNoGovernmentInformation, .refusedOtherLegalGround,
            ],
            severity: .critical
        ),
        StatisticsAddUp(
            id: "S14-05",
            total: .reviewTotal,
            parts: [.reviewMaintained, .reviewCorrected, .reviewOther],
            severity: .critical
        ),
        StatisticsAddUp(
            id: "S14-06",
            total: .litigationTotal,
            parts: [.litigationMaintained, .litigationCorrected, .litigationOther],
            severity: .critical
        ),
        StatisticsAddUp(
            id: "S14-07",
            total: .staff,
            parts: [.staffFullTime, .staffPartTime],
            severity: .high
        ),
    ]

    var summary: String {
        "\(total.rawValue) = " + parts.map(\.rawValue).joined(separator: " + ")
    }

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        [
            Equation(left: [.statistic(total)], right: parts.map(CellCode.statistic))
                .finding(by: self, scope: total.rawValue, formula: summary, in: cells)
        ]
    }

    var examples: RuleExamples {
        func sheet(total count: Int) -> CellTable {
            CellTable(parts.map { (.statistic($0), 3) } + [(.statistic(total), count)])
        }
        return RuleExamples(passes: sheet(total: 3 * parts.count), fails: sheet(total: 1))
    }
}
