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
            default: return (proactive(report, definition), nil)
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
                    Metric.all.first { $0.id == metric }?.definition(definition)?.unit == .count
                if let top, isCount {
                    sums = ((sums.0 ?? 0) + top, nil, sums.2 + 1, sums.3)
                } else if let top, let bottom {
                    sums = ((sums.0 ?? 0) + top, (sums.1 ?? 0) + bottom, sums.2 + 1, sums.3)
                } else {
                    sums.3 += 1
                }
            }
            return sums
        }
    }

    private func sample() throws -> [Report] {
        var dice = SplitMix64(seed: 1980)
        return (0..<40).map { index in
            PrintedReport.consistent(
                using: &dice,
                year: 2021 + index % 4,
                agency: "示例\(index / 4)局",
                edition: index % 10 == 3 ? .e2014 : index % 5 == 0 ? .e2019 : .e2021
            ).withBlanks(share: index % 3 == 0 ? 0.02 : 0, using: &dice).report
        }
    }

    @Test(arguments: Metric.all, Trend.Breakdown.allCases)
    func `SQL and Swift agree`(_ metric: Metric, _ breakdown: Trend.Breakdown) throws {
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
        let isWhole = [.whole, .reason, .applicant].contains(breakdown)
        let series = Set(observations.map(\.series)).count
        #expect(!isWhole || observations.count == trend.definitions.count * series * 4)
    }

    @Test func `descriptors and SQL files are one to one`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Measuring/SQL").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(Metric.all.map { "\($0.id).sql" }))
    }

    @Test func `metrics read views only`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Measuring/SQL").standardized
        for metric in Metric.all {
            let sql = try String(
                contentsOf: folder.appending(path: "\(metric.id).sql"),
                encoding: .utf8
            )
            for table in ["revision", "figures ", "cell_mark", "finding "] {
                #expect(!sql.contains("FROM \(table)"))
            }
        }
    }
}
