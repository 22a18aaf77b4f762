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

        private func value(_ report: Report, _ rows: [RequestRow]) -> Int? {
            var sum = 0
            for row in rows {
                guard let whole = report.cells.value(.request(row, .total))?.whole else {
                    return nil
                }
                sum += whole
            }
            return sum
        }

        private func rows(_ report: Report, _ dispositions: Disposition...) -> [RequestRow] {
            report.edition.requestRows
                .filter { $0.disposition.map(dispositions.contains) ?? false }
        }

        /// Numerator and denominator of one report, told from the definitions' words.
        private func halves(
            _ report: Report,
            _ definition: String,
            _ series: String
        ) -> (Int?, Int?) {
            let closed = value(report, [.outcomeTotal])
            let disclosed = value(report, [.granted, .partial])
            switch definition {
            case "narrow":
                let reasons = RequestRow(rawValue: series).map { [$0] } ?? RequestRow.refusals
                return (value(report, reasons), closed)
            case "wide":
                return (value(report, rows(report, .refused, .unable, .unprocessed)), closed)
            case "reason_share":
                return (
                    value(report, [RequestRow(rawValue: series)!]),
                    value(report, RequestRow.refusals)
                )
            case "disclosure_rate": return (disclosed, closed)
            case "full_disclosure_rate": return (value(report, [.granted]), closed)
            case "disclosure_rate_of_received": return (disclosed, value(report, [.newReceived]))
            case "disclosure_rate_ex_other":
                let without = value(report, rows(report, .other, .unprocessed))
                return (disclosed, closed.flatMap { closed in without.map { closed - $0 } })
            default: return (nil, nil)
            }
        }

        func sums(
            _ definition: String,
            _ series: String,
            agency: String,
            year: Int
        ) -> (numerator: Int?, denominator: Int?, reports: Int, leftOut: Int) {
            var sums: (Int?, Int?, Int, Int) = (nil, nil, 0, 0)
            for report in reports
            where report.year.value == year && (agency.isEmpty || report.agency.value == agency) {
                if case (let top?, let bottom?) = halves(report, definition, series) {
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
                edition: index % 5 == 0 ? .e2019 : .e2021
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
        let series = breakdown == .reason ? 8 : breakdown == .agency ? 10 : 1
        #expect(observations.count == trend.definitions.count * series * 4 || breakdown == .agency)
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
