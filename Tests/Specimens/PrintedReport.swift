public import ReportModel

/// A report as a body would print it: every cell's text, and who and when.
public struct PrintedReport: Sendable {
    public var agency: String
    public var year: Int
    public var published: String
    public var edition: EditionID
    /// What stands in each cell; an empty text is a blank.
    public var texts: [CellCode: String]

    public init(
        agency: String,
        year: Int,
        published: String,
        edition: EditionID,
        texts: [CellCode: String]
    ) {
        self.edition = edition
        self.agency = agency
        self.year = year
        self.published = published
        self.texts = texts
    }

    public subscript(code: CellCode) -> String { texts[code] ?? "" }

    /// Random figures that satisfy every identity of the form.
    public static func consistent(
        using dice: inout SplitMix64,
        year: Int = 2024,
        agency: String = "示例市水务局",
        edition: EditionID = .e2021
    ) -> PrintedReport {
        var counts: [CellCode: Int] = [:]
        let most = [3, 40, 900, 20_000].randomElement(using: &dice)!
        for applicant in Applicant.parts {
            var closed = 0
            for row in edition.requestRows where row.disposition != nil {
                let count = Bool.random(using: &dice) ? 0 : Int.random(in: 0...most, using: &dice)
                counts[.request(row, applicant)] = count
                closed += count
            }
            let carriedOut = Int.random(in: 0...most, using: &dice)
            let carriedIn = Int.random(in: 0...(closed + carriedOut), using: &dice)
            counts[.request(.outcomeTotal, applicant)] = closed
            counts[.request(.carriedOut, applicant)] = carriedOut
            counts[.request(.carriedIn, applicant)] = carriedIn
            counts[.request(.newReceived, applicant)] = closed + carriedOut - carriedIn
        }
        for row in edition.requestRows {
            counts[.request(row, .total)] = Applicant.parts.reduce(0) {
                $0 + counts[.request(row, $1)]!
            }
        }
        for route in DisputeRoute.allCases {
            var sum = 0
            for outcome in DisputeOutcome.parts {
                let count = Int.random(in: 0...12, using: &dice)
                counts[.dispute(route, outcome)] = count
                sum += count
            }
            counts[.dispute(route, .total)] = sum
        }
        if edition == .e2014 { counts = statistics(using: &dice, most: most) }
        var texts: [CellCode: String] = [:]
        for code in edition.codes {
            switch code.unit {
            case .tenThousandYuan, .money:
                let tenths = Int.random(in: 1...9, using: &dice)
                texts[code] = "\(Int.random(in: 0...99_999, using: &dice)).\(tenths)"
            case .change: texts[code] = String(Int.random(in: -most...most, using: &dice))
            case .pieces:
                texts[code] = String(counts[code] ?? Int.random(in: 0...most, using: &dice))
            }
        }
        return PrintedReport(
            agency: agency,
            year: year,
            published: "\(year + 1)-01-22",
            edition: edition,
            texts: texts
        )
    }

    /// The statistics sheet's sums: each total and its parts, parts that are totals themselves behind theirs.
    public static let statisticSums: [(StatisticCell, [StatisticCell])] = [
        (.received, [.receivedInPerson, .receivedByFax, .receivedOnline, .receivedByMail]),
        (.closed, [.closedOnTime, .closedAfterExtension]),
        (
            .answeredRefused,
            [
                .refusedStateSecret, .refusedTradeSecret, .refusedPrivacy,
                .refusedSafetyStability, .refusedNoGovernmentInformation,
                .refusedOtherLegalGround,
            ]
        ),
        (
            .answered,
            [
                .answeredAlreadyPublic, .answeredGranted, .answeredPartial, .answeredRefused,
                .answeredNotThisAgency, .answeredNotExistent, .answeredAskedToAmend,
                .answeredRedirected,
            ]
        ),
        (.reviewTotal, [.reviewMaintained, .reviewCorrected, .reviewOther]),
        (.litigationTotal, [.litigationMaintained, .litigationCorrected, .litigationOther]),
        (.staff, [.staffFullTime, .staffPartTime]),
    ]

    /// Random figures of the statistics sheet that satisfy its sums.
    private static func statistics(using dice: inout SplitMix64, most: Int) -> [CellCode: Int] {
        var counts: [StatisticCell: Int] = [:]
        for cell in StatisticCell.allCases { counts[cell] = Int.random(in: 0...most, using: &dice) }
        for (total, parts) in statisticSums { counts[total] = parts.reduce(0) { $0 + counts[$1]! } }
        return Dictionary(uniqueKeysWithValues: counts.map { (.statistic($0), $1) })
    }

    /// The same report with some cells left empty or struck through.
    public func withBlanks(share: Double, using dice: inout SplitMix64) -> PrintedReport {
        var report = self
        for code in edition.codes where Double.random(in: 0..<1, using: &dice) < share {
            report.texts[code] = Int.random(in: 0..<5, using: &dice) == 0 ? "/" : ""
        }
        return report
    }

    /// The report as a perfect reader would have it.
    public var report: Report {
        var cells = CellTable(edition: edition)
        for code in edition.codes {
            cells[code] = Cell(printed: self[code], figure: figure(code), origin: Origin())
        }
        return Report(
            title: "\(agency)\(year)年政府信息公开工作年度报告",
            agency: Evidenced(agency, evidence: .title, quote: agency, origin: nil),
            year: Evidenced(year, evidence: .title, quote: String(year), origin: nil),
            published: CivilDate(year: year + 1, month: 1, day: 22).map {
                Evidenced($0, evidence: .metadata, quote: published, origin: nil)
            },
            cells: cells,
            warnings: []
        )
    }

    /// A cell's figure as a perfect reader would have it.
    public func figure(_ code: CellCode) -> Figure {
        guard edition.hasOrdinal[code.ordinal] else { return .absent }
        let text = self[code]
        if text.isEmpty { return .blank }
        return text == "/" ? .notApplicable : .number(ExactDecimal(text)!)
    }
}
