import Foundation
import ReportModel
import Warehouse

/// A user's own rules: `.sql` files in a folder, over the stable views. Each row that one returns is a failure.
///
/// A rule is named after its file. It gives `agency` and `year`, and whatever it can of `scope`, `formula`,
/// `left_side`, `right_side`, `severity` and `cells`. The warehouse is open for reading only.
struct UserRules: Sendable {
    private let files: [(id: String, path: String)]

    /// The rules in a folder; none if it isn't there.
    init(folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        files = names.filter { $0.hasSuffix(".sql") && !$0.hasPrefix(".") }.sorted().map { name in
            ("user:" + name.dropLast(4), folder + "/" + name)
        }
    }

    /// The rules' names.
    var ids: [String] { files.map(\.id) }

    /// The rows of all rules, as findings.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when a file can't be read, isn't a question, or doesn't say which report
    ///   a row is about.
    func findings(
        in warehouse: borrowing Warehouse,
        _ filter: Warehouse.Filter,
        rule: String?
    ) throws(JobError) -> [SQLRow] {
        var findings: [SQLRow] = []
        for (id, path) in files where rule == nil || rule == id {
            guard let sql = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw .usage("error.user_rule", [path, "UTF-8"])
            }
            let rows: [SQLRow]
            do throws(WarehouseError) { rows = try warehouse.rows(sql, filter.parameters) } catch {
                throw .usage("error.user_rule", [path, error.description])
            }
            for row in rows {
                guard let agency = row["agency"].text, let year = row["year"].integer else {
                    throw .usage("error.user_rule", [path, "agency, year"])
                }
                if let wanted = filter.agency, wanted != agency { continue }
                if let from = filter.from, year < from { continue }
                if let to = filter.to, year > to { continue }
                findings.append(Self.finding(row, id, agency, year))
            }
        }
        return findings
    }

    private static func finding(
        _ row: SQLRow,
        _ rule: String,
        _ agency: String,
        _ year: Int
    ) -> SQLRow {
        let scope = row["scope"].text ?? ""
        let severity = row["severity"].text.flatMap(Finding.Severity.init) ?? .medium
        let columns: [(String, SQLValue)] = [
            ("finding_id", .text("\(agency):\(year):\(rule):\(scope)")),
            ("agency", .text(agency)), ("year", .integer(year)), ("rule", .text(rule)),
            ("severity", .text(severity.rawValue)), ("scope", .text(scope)),
            ("verdict", .text(Finding.Verdict.fail.rawValue)),
            ("formula", .text(row["formula"].text ?? "")),
            ("left_side", .text(row["left_side"].text ?? "")),
            ("right_side", .text(row["right_side"].text ?? "")),
            ("fault", .text(Finding.Fault.unknown.rawValue)),
            ("cells", .text(row["cells"].text ?? "")),
        ]
        return SQLRow(columns: columns.map(\.0), values: columns.map(\.1))
    }
}
