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
    private let severity: Finding.Severity?
    private let userRules: UserRules

    /// A job on some reports.
    ///
    /// - Parameters:
    ///   - surroundings: the words and the warehouse.
    ///   - reports: which reports.
    ///   - rule: one rule's number, or `nil` for all.
    ///   - verdict: one verdict, or `nil` for failures and what can't be judged for want of a number.
    ///   - severity: one severity, or `nil` for all.
    ///   - rulesFolder: the folder with the user's own rules; it need not exist.
    /// - Throws: ``JobError/usage(_:_:)`` when there is no such rule.
    public init(
        _ surroundings: Surroundings,
        reports: ReportFilter,
        rule: String?,
        verdict: String?,
        severity: String?,
        rulesFolder: String
    ) throws(JobError) {
        userRules = UserRules(folder: rulesFolder)
        let rules = Self.rules.map(\.id) + userRules.ids
        if let rule, !rules.contains(rule) {
            throw .usage("error.no_such_rule", [rule, rules.joined(separator: ", ")])
        }
        self.surroundings = surroundings
        self.reports = reports
        self.rule = rule
        self.verdict = verdict.flatMap(Finding.Verdict.init)
        self.severity = severity.flatMap(Finding.Severity.init)
    }

    /// What the job found.
    public struct Outcome: Sendable {
        /// The findings, in the form asked for.
        public var answer: [UInt8]
        /// How many reports were looked at, how many findings fail, how many can't be judged; in words.
        public var summary: String
        /// How many findings fail that nobody has accepted.
        public var failed: Int
    }

    /// Asks the warehouse.
    ///
    /// - Throws: ``JobError`` when there is no warehouse, no report fits, or no rule was ever asked about them.
    public func run(_ format: ResultFormat) throws(JobError) -> Outcome {
        let warehouse = try surroundings.openForReading()
        let filter = try reports.resolved(in: warehouse)
        var count = 0
        var judgements = 0
        var rows: [SQLRow] = []
        do throws(WarehouseError) {
            count = try warehouse.reports(filter).count
            judgements = try warehouse.judgements(on: filter)
            rows = try warehouse.findings(filter, rule: rule)
        } catch {
            throw .warehouse(error)
        }
        guard count > 0 else { throw .noMatch }
        guard judgements > 0 else { throw .usage("error.nothing_judged", [String(count)]) }
        rows += try userRules.findings(in: warehouse, filter, rule: rule)
        return outcome(rows, reports: count, judgements: judgements, format)
    }

    /// A rule as the catalogue tells it.
    private static let rules: [(id: String, severity: Finding.Severity, summary: String)] =
        Rulebook.all.map { ($0.id, $0.severity, $0.summary) }
        + Comparisons.all.map { ($0.id, $0.severity, $0.summary) }

    /// The catalogue of rules, in the form asked for.
    public static func catalogue(_ surroundings: Surroundings, _ format: ResultFormat) -> [UInt8] {
        let table = ExportTable(
            name: "rules",
            columns: [.init("rule"), .init("severity"), .init("formula")],
            rows: rules.map { rule in
                [.text(rule.id), .text(rule.severity.rawValue), .text(rule.summary)]
            }
        )
        return table.printed(format, surroundings.phrasebook)
    }

    /// A table that isn't there, or a sum that holds as soon as blanks are zeros, is nothing to look into unless it
    /// is asked for.
    private static func isWorthALook(_ row: SQLRow) -> Bool {
        switch row["verdict"].text.flatMap(Finding.Verdict.init) {
        case .fail: true
        case .uncertain: !holdsWithZeros(row)
        default: false
        }
    }

    private static func holdsWithZeros(_ row: SQLRow) -> Bool {
        row["verdict"].text == Finding.Verdict.uncertain.rawValue
            && row["if_blanks_are_zero"].text == Finding.Verdict.pass.rawValue
    }

    private func outcome(
        _ rows: [SQLRow],
        reports: Int,
        judgements: Int,
        _ format: ResultFormat
    ) -> Outcome {
        let words = surroundings.phrasebook
        let told = rows.filter { severity == nil || $0["severity"].text == severity?.rawValue }
        let open = told.filter { $0["accepted"].text == nil }
        let failed = open.count { $0["verdict"].text == Finding.Verdict.fail.rawValue }
        let uncertain = open.count { $0["verdict"].text == Finding.Verdict.uncertain.rawValue }
        let shown = told.filter { row in
            verdict.map { $0.rawValue == row["verdict"].text }
                ?? (format != .table || Self.isWorthALook(row))
        }
        var table = Tables.findings(shown)
        if format == .table {
            // What a reader needs first; the rest is in the other forms.
            let keys = [
                "finding_id", "agency", "year", "rule", "verdict", "left_side", "right_side",
            ]
            table = table.only(keys + ["fault", "if_blanks_are_zero", "accepted", "finding_id"])
        }
        return Outcome(
            answer: shown.isEmpty && format == .table ? [] : table.printed(format, words),
            summary: words.say(
                "check.summary",
                String(reports),
                String(failed),
                String(uncertain),
                String(told.count - open.count),
                String(judgements),
                String(open.count(where: Self.holdsWithZeros))
            ),
            failed: failed
        )
    }
}
