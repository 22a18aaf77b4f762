import Checking
import Foundation
import ReportModel
import Specimens
import Testing
import Warehouse

@testable import Measuring

/// Every number that SQL reckons is reckoned once more in Swift, on random reports.
struct MetricTests {
    private struct Witness {
        let reports: [Report]

        /// The sum of cells; `nil` where one has no number.
        private func sum(_ report: Report, _ codes: [CellCode]) -> Int? {
            codes.reduce(0 as Int?) { sum, code in
                report.cells.value(code)?.whole.flatMap { value in sum.map { $0 + value } }
            }
        }

        private func value(_ report: Report, _ rows: [RequestRow]) -> Int? {
            sum(report, rows.map { .request($0, .total) })
        }

        private func rows(_ report: Report, _ dispositions: Disposition...) -> [RequestRow] {
            report.edition.requestRows
                .filter { $0.disposition.map(dispositions.contains) ?? false }
        }

        private func disputes(
            _ report: Report,
            _ routes: [DisputeRoute],
            _ outcomes: DisputeOutcome...
        ) -> Int? {
            sum(report, routes.flatMap { route in outcomes.map { .dispute(route, $0) } })
        }

        /// Numerator and denominator of one report, told from the definitions' words. A count has no denominator.
        private func halves(
            _ report: Report,
            _ metric: String,
            _ definition: String,
            _ series: String
        ) -> (Int?, Int?) {
            let closed = value(report, [.outcomeTotal])
            let disclosed = value(report, [.granted, .partial])
            let named = RequestRow(rawValue: series).map { [$0] }
            let work = value(report, [.newReceived, .carriedIn])
            let suits: [DisputeRoute] = [.directLitigation, .litigationAfterReview]
            let routes: [DisputeRoute] = metric == "review" ? [.review] : suits
            if let stated = stated(report, definition, series) { return stated }
            if let across = acrossForms(report, metric, definition) { return across }
            switch definition {
            case "narrow": return (value(report, named ?? RequestRow.refusals), closed)
            case "wide":
                return (value(report, rows(report, .refused, .unable, .unprocessed)), closed)
            case "reason_share": return (value(report, named!), value(report, RequestRow.refusals))
            case "disclosure_rate": return (disclosed, closed)
            case "full_disclosure_rate": return (value(report, [.granted]), closed)
            case "disclosure_rate_of_received": return (disclosed, value(report, [.newReceived]))
            case "disclosure_rate_ex_other":
                let without = value(report, rows(report, .other, .unprocessed))
                return (disclosed, closed.flatMap { closed in without.map { closed - $0 } })
            case "unable_rate": return (value(report, named ?? rows(report, .unable)), closed)
            case "unprocessed_rate":
                return (value(report, named ?? rows(report, .unprocessed)), closed)
            case "other_rate": return (value(report, rows(report, .other)), closed)
            case "received", "applicant_share":
                let applicant = Applicant(rawValue: series) ?? .total
                let count = sum(report, [.request(.newReceived, applicant)])
                if definition == "applicant_share" {
                    return (count, value(report, [.newReceived]))
                }
                let sheet = applicant == .total ? sum(report, [.statistic(.received)]) : nil
                return (count ?? sheet, nil)
            case "carry_over_rate": return (value(report, [.carriedOut]), work)
            case "carry_in_share": return (value(report, [.carriedIn]), work)
            case "completion_rate": return (closed, work)
            case "backlog_growth":
                let taken = value(report, [.carriedIn])
                return (value(report, [.carriedOut]).flatMap { out in taken.map { out - $0 } }, nil)
            case "on_time_2014":
                return (
                    sum(report, [.statistic(.closedOnTime)]), sum(report, [.statistic(.closed)])
                )
            case "extension_2014":
                return (
                    sum(report, [.statistic(.closedAfterExtension)]),
                    sum(report, [.statistic(.closed)])
                )
            case "correction_rate":
                return (
                    disputes(report, routes, .corrected),
                    disputes(report, routes, .maintained, .corrected, .other)
                )
            case "correction_rate_all":
                return (disputes(report, routes, .corrected), disputes(report, routes, .total))
            case "pending_share":
                return (disputes(report, routes, .pending), disputes(report, routes, .total))
            case "cases": return (disputes(report, routes, .total), nil)
            case "dispute_rate":
                return (disputes(report, [.review, .directLitigation], .total), closed)
            case "dispute_correction_rate":
                return (
                    disputes(report, [.review] + suits, .corrected),
                    disputes(report, [.review] + suits, .maintained, .corrected, .other)
                )
            case "findings_per_report", "sound_reports":
                let failed = Rulebook.findings(on: report).count { $0.verdict == .fail }
                return (definition == "sound_reports" ? (failed == 0 ? 1 : 0) : failed, 1)
            case "punctual_reports", "coverage": return (1, 1)
            case "document_turnover":
                let before = reports.first {
                    $0.agency.value == report.agency.value
                        && $0.year.value == report.year.value - 1
                }
                return (
                    proactive(report, "documents_repealed"),
                    before.flatMap { proactive($0, "documents_in_force") }
                )
            default: return (proactive(report, definition), nil)
            }
        }

        /// Variants that go on from the sheet of 2014 to the later forms.
        private func acrossForms(
            _ report: Report,
            _ metric: String,
            _ definition: String
        ) -> (Int?, Int?)? {
            let isSheet = report.edition == .e2014
            func sheet(_ cells: StatisticCell...) -> Int? {
                sum(report, cells.map(CellCode.statistic))
            }
            let closed = isSheet ? sheet(.answered) : value(report, [.outcomeTotal])
            switch definition {
            case "as_printed":
                return (
                    isSheet ? sheet(.answeredRefused) : value(report, RequestRow.refusals), closed
                )
            case "across_forms":
                let disclosed =
                    isSheet
                    ? sheet(.answeredAlreadyPublic, .answeredGranted, .answeredPartial)
                    : value(report, [.granted, .partial])
                return (disclosed, closed)
            case "not_held_across_forms":
                let missing =
                    isSheet
                    ? sheet(.answeredNotThisAgency, .answeredNotExistent)
                    : value(report, [.unableNotHeld])
                return (missing, closed)
            case "correction_across_forms" where metric == "review" && isSheet:
                return (
                    sheet(.reviewCorrected),
                    sheet(.reviewMaintained, .reviewCorrected, .reviewOther)
                )
            case "correction_across_forms" where isSheet:
                return (
                    sheet(.litigationCorrected),
                    sheet(.litigationMaintained, .litigationCorrected, .litigationOther)
                )
            case "correction_across_forms":
                return halves(report, metric, "correction_rate", "")
            default: return nil
            }
        }

        /// What the text says: a number counts if it is the only one of its kind.
        private func stated(
            _ report: Report,
            _ definition: String,
            _ series: String
        ) -> (Int?, Int?)? {
            func only(_ kind: Claim.Kind, _ unit: Claim.Unit?, _ subject: String?) -> ExactDecimal?
            {
                let values = Set(
                    report.claims.filter {
                        $0.kind == kind && (unit == nil || $0.unit == unit) && !$0.isApproximate
                            && (subject == nil || $0.subject.rawValue == subject)
                    }.compactMap(\.value)
                )
                return values.count == 1 ? values.first : nil
            }
            func hundredths(_ value: ExactDecimal?) -> Int? {
                value?.movingPointRight(by: 2)?.whole
            }
            switch definition {
            case "stated_rate": return (hundredths(only(.onTimeRate, .percent, series)), 100)
            case "stated_days": return (hundredths(only(.averageDays, .days, series)), 100)
            case "stated_working_days":
                return (hundredths(only(.averageDays, .workingDays, series)), 100)
            case "claims_on_time":
                let kinds = report.claims.filter { $0.subject == .requests }.map(\.kind)
                let holds = kinds.contains(.allOnTime) && !kinds.contains(.notAllOnTime)
                return (holds ? 1 : 0, 1)
            case "fee_per_request":
                return (only(.fees, nil, nil)?.whole, value(report, [.outcomeTotal]))
            case "administrative_fees":
                let amount = report.cells.value(.proactive(.administrativeFeeAmount))
                return (amount?.movingPointRight(by: 4)?.whole, nil)
            default: return nil
            }
        }

        private func proactive(_ report: Report, _ definition: String) -> Int? {
            let cells: [String: (ProactiveCell, EarlierProactiveCell?)] = [
                "regulations_in_force": (.regulationInForce, nil),
                "documents_made": (.normativeDocumentMade, .normativeDocumentMade),
                "documents_repealed": (.normativeDocumentRepealed, nil),
                "documents_in_force": (.normativeDocumentInForce, nil),
                "licences": (.licensingDecisions, .licensingDecisions),
                "penalties": (.penaltyDecisions, .penaltyDecisions),
                "coercions": (.coercionDecisions, .coercionDecisions),
            ]
            let (now, earlier) = cells[definition]!
            return sum(report, [.proactive(now)])
                ?? earlier.flatMap { sum(report, [.earlierProactive($0)]) }
        }

        func sums(
            _ metric: String,
            _ definition: String,
            _ series: String,
            agency: String,
            year: Int
        ) -> (numerator: Int?, denominator: Int?, reports: Int, leftOut: Int) {
            var sums: (Int?, Int?, Int, Int) = (nil, nil, 0, 0)
            for report in reports
            where report.year.value == year && (agency.isEmpty || report.agency.value == agency) {
                let (top, bottom) = halves(report, metric, definition, series)
                let isCount =
                    try! MetricDictionary()[metric]!.definition(definition)!.unit == .count
                if let top, isCount {
                    sums = ((sums.0 ?? 0) + top, nil, sums.2 + 1, sums.3)
                } else if let top, let bottom {
                    sums = ((sums.0 ?? 0) + top, (sums.1 ?? 0) + bottom, sums.2 + 1, sums.3)
                } else {
                    sums.3 += 1
                }
            }
            let missing = metric == "quality" ? missing(agency, year) : 0
            if definition == "coverage", missing > 0 {
                sums = (sums.0 ?? 0, (sums.1 ?? 0) + missing, sums.2 + missing, sums.3)
            } else {
                sums.3 += missing
            }
            return sums
        }

        /// Reports that could be expected: the body has reported before, and somebody reports on a later year.
        private func missing(_ agency: String, _ year: Int) -> Int {
            Dictionary(grouping: reports, by: \.agency.value).filter { name, own in
                (agency.isEmpty || name == agency) && own.contains { $0.year.value < year }
                    && !own.contains { $0.year.value == year }
            }.count
        }
    }

    private func sample() throws -> [Report] {
        var dice = SplitMix64(seed: 1980)
        return (0..<40).map { index in
            var report = PrintedReport.consistent(
                using: &dice,
                year: (index / 4 % 2 == 0 ? 2017 : 2021) + index % 4,
                agency: "示例\(index / 4)局",
                edition: index % 10 == 3 ? .e2014 : index % 5 == 0 ? .e2019 : .e2021
            ).withBlanks(share: index % 3 == 0 ? 0.02 : 0, using: &dice).report
            report.claims = claims(using: &dice)
            return report
        }
    }

    /// Some claims on how fast and for how much, at times two that differ.
    private func claims(using dice: inout SplitMix64) -> [Claim] {
        let kinds: [(Claim.Kind, Claim.Unit?)] = [
            (.onTimeRate, .percent), (.averageDays, .days), (.averageDays, .workingDays),
            (.fees, .yuan), (.allOnTime, nil), (.notAllOnTime, nil),
        ]
        return (0..<Int.random(in: 0...5, using: &dice)).map { number in
            let (kind, unit) = kinds.randomElement(using: &dice)!
            return Claim(
                [.requests, .hotline, .proposals].randomElement(using: &dice)!,
                kind,
                value: unit == nil ? nil : ExactDecimal(Int.random(in: 1...3, using: &dice)),
                unit: unit,
                isApproximate: Int.random(in: 0..<6, using: &dice) == 0,
                quote: "\(number)",
                origin: Origin(),
                paragraph: number
            )
        }
    }

    @Test(arguments: try! MetricDictionary().metrics.map(\.id), Trend.Breakdown.allCases)
    func `SQL and Swift agree`(_ id: String, _ breakdown: Trend.Breakdown) throws {
        let metric = try #require(try MetricDictionary()[id])
        let reports = try sample()
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        for (index, report) in reports.enumerated() {
            try warehouse.load(
                report,
                findings: Rulebook.findings(on: report),
                from: SourceFile(
                    path: "\(index)",
                    hash: ContentHash(of: [UInt8(index)]),
                    format: "html",
                    encoding: "UTF-8",
                    reader: "1"
                )
            )
        }
        for name in Set(reports.map(\.agency.value)) {
            _ = try warehouse.rows(
                "INSERT INTO agency VALUES (:name, :name, NULL, 'unknown', 'department', NULL, NULL, 'provisional', '')",
                ["name": .text(name)]
            )
        }
        try warehouse.renewStanding()
        let witness = Witness(reports: reports)
        let trend = Trend(metric: metric, breakdown: breakdown)
        let observations = try trend.observations(in: warehouse)
        #expect(observations.isEmpty == trend.definitions.isEmpty)
        for observation in observations {
            let sums = witness.sums(
                observation.metric,
                observation.definition,
                observation.series,
                agency: observation.agency,
                year: observation.year
            )
            #expect(observation.numerator == sums.numerator)
            #expect(observation.denominator == sums.denominator)
            #expect(observation.reports == sums.reports)
            #expect(observation.leftOut == sums.leftOut)
        }
        guard breakdown == .whole else { return }
        for definition in trend.definitions {
            let years = (2017...2024).filter { year in
                definition.from.map { year >= $0 } ?? true
                    && definition.to.map { year <= $0 } ?? true
            }
            #expect(observations.filter { $0.definition == definition.id }.map(\.year) == years)
        }
    }

    @Test func `metrics read views only`() throws {
        for metric in try MetricDictionary().metrics {
            #expect(!metric.sql.isEmpty)
            for table in [
                "revision", "figures\n", "standing", "cell_mark", "finding", "comparison",
            ] {
                #expect(
                    !metric.sql.contains("FROM \(table)") && !metric.sql.contains("JOIN \(table)")
                )
            }
        }
    }

    @Test func `a metric gives one row a body and year`() throws {
        let warehouse = try Warehouse(path: ":memory:", access: .writing)
        for (index, report) in try sample().enumerated() {
            try warehouse.load(
                report,
                findings: Rulebook.findings(on: report),
                from: SourceFile(
                    path: "\(index)",
                    hash: ContentHash(of: [UInt8(index)]),
                    format: "html",
                    encoding: "UTF-8",
                    reader: "1"
                )
            )
        }
        try warehouse.renewStanding()
        for metric in try MetricDictionary().metrics {
            let twice = try warehouse.rows(
                "SELECT agency_id FROM (\(metric.sql)) GROUP BY agency_id, year HAVING count(*) > 1"
            )
            #expect(twice.isEmpty, "\(metric.id)")
        }
    }
}
