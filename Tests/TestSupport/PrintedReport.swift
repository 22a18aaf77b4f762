public import ReportModel

/// A report as a body would print it: every cell's text, and who and when.
public struct PrintedReport: Sendable {
    public var agency: String
    public var year: Int
    public var published: String
    /// What stands in each cell; an empty text is a blank.
    public var texts: [CellCode: String]

    public init(agency: String, year: Int, published: String, texts: [CellCode: String]) {
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
        agency: String = "示例市水务局"
    ) -> PrintedReport {
        var counts: [CellCode: Int] = [:]
        let most = [3, 40, 900, 20_000].randomElement(using: &dice)!
        for applicant in Applicant.parts {
            var closed = 0
            for row in RequestRow.outcomes {
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
        for row in RequestRow.allCases {
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
        for cell in ProactiveCell.allCases {
            counts[.proactive(cell)] = Int.random(in: 0...most, using: &dice)
        }
        var texts = counts.mapValues { String($0) }
        texts[.proactive(.administrativeFeeAmount)] =
            "\(Int.random(in: 0...99_999, using: &dice)).\(Int.random(in: 1...9, using: &dice))"
        return PrintedReport(
            agency: agency,
            year: year,
            published: "\(year + 1)-01-22",
            texts: texts
        )
    }

    /// The same report with some cells left empty or struck through.
    public func withBlanks(share: Double, using dice: inout SplitMix64) -> PrintedReport {
        var report = self
        for code in CellCode.all where Double.random(in: 0..<1, using: &dice) < share {
            report.texts[code] = Int.random(in: 0..<5, using: &dice) == 0 ? "/" : ""
        }
        return report
    }

    /// The report as a perfect reader would have it.
    public var report: Report {
        var cells = CellTable()
        for code in CellCode.all {
            cells[code] = Cell(
                printed: self[code],
                figure: Self.figure(self[code]),
                origin: Origin()
            )
        }
        return Report(
            title: "\(agency)\(year)年政府信息公开工作年度报告",
            agency: Evidenced(agency, evidence: .title, quote: agency, origin: nil),
            year: Evidenced(year, evidence: .title, quote: String(year), origin: nil),
            published: CivilDate(year: year + 1, month: 1, day: 22).map {
                Evidenced($0, evidence: .metadata, quote: published, origin: nil)
            },
            edition: .e2021,
            cells: cells,
            warnings: []
        )
    }

    private static func figure(_ text: String) -> Figure {
        if text.isEmpty { return .blank }
        return text == "/" ? .notApplicable : .number(ExactDecimal(text)!)
    }
}
