import CSVCodec
import Checking
import Exporting
import Phrasebook
import ReportModel
import Warehouse

/// Tells the findings on the reports that count.
public struct CheckJob: Sendable {
    private let surroundings: Surroundings
    private let reports: ReportFilter
    private let rule: String?
    private let verdict: Finding.Verdict?

    /// A job on some reports, one rule or all, one verdict or all.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when there is no such rule.
    public init(
        _ surroundings: Surroundings,
        reports: ReportFilter,
        rule: String?,
        verdict: String?
    ) throws(JobError) {
        let rules = Rulebook.all.map(\.id)
        if let rule, !rules.contains(rule) {
            throw .usage("error.no_such_rule", [rule, rules.joined(separator: ", ")])
        }
        self.surroundings = surroundings
        self.reports = reports
        self.rule = rule
        self.verdict = verdict.flatMap(Finding.Verdict.init)
    }

    /// What the job found.
    public struct Outcome: Sendable {
        /// The findings, in the form asked for.
        public var answer: [UInt8]
        /// How many reports were looked at, how many findings fail, how many can't be judged; in words.
        public var summary: String
        /// How many findings fail.
        public var failed: Int
    }

    /// Asks the warehouse.
    ///
    /// - Throws: ``JobError`` when there is no warehouse, or no report fits.
    public func run(_ format: ResultFormat) throws(JobError) -> Outcome {
        let warehouse = try surroundings.openForReading()
        do throws(WarehouseError) {
            let count = try warehouse.reports(reports.filter).count
            let rows = try warehouse.findings(reports.filter, rule: rule)
            if count > 0 { return outcome(rows, reports: count, format) }
        } catch {
            throw .warehouse(error)
        }
        throw .noMatch
    }

    /// The catalogue of rules, in the form asked for.
    public static func catalogue(_ surroundings: Surroundings, _ format: ResultFormat) -> [UInt8] {
        let table = ExportTable(
            name: "rules",
            columns: [.init("rule"), .init("severity"), .init("formula")],
            rows: Rulebook.all.map { rule in
                [.text(rule.id), .text(rule.severity.rawValue), .text(rule.summary)]
            }
        )
        return table.printed(format, surroundings.phrasebook)
    }

    private func outcome(
        _ rows: [SQLRow],
        reports: Int,
        _ format: ResultFormat
    ) -> Outcome {
        let words = surroundings.phrasebook
        let failed = rows.count { $0["verdict"].text == Finding.Verdict.fail.rawValue }
        let uncertain = rows.count { $0["verdict"].text == Finding.Verdict.uncertain.rawValue }
        let shown = rows.filter { verdict == nil || $0["verdict"].text == verdict?.rawValue }
        var table = Tables.findings(shown)
        if format == .table {
            // What a reader needs first; the rest is in the other forms.
            let keys = ["agency", "year", "rule", "scope", "verdict", "left_side", "right_side"]
            table = table.only(keys + ["fault", "if_blanks_are_zero"])
        }
        return Outcome(
            answer: shown.isEmpty && format == .table ? [] : table.printed(format, words),
            summary: words.say(
                "check.summary",
                String(reports),
                String(failed),
                String(uncertain)
            ),
            failed: failed
        )
    }
}
