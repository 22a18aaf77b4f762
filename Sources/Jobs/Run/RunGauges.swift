import ReportModel
import Warehouse

/// What a monitor wants to know of the runs, as a text file for Prometheus's node exporter.
///
/// Source: Prometheus, "Exposition formats".
struct RunGauges {
    private let rows: [SQLRow]

    /// - Parameter rows: the runs, the last one first.
    init(_ rows: [SQLRow]) { self.rows = rows }

    /// The file.
    var text: String {
        guard let last = rows.first else { return "" }
        let good = rows.first { row in
            row["exit_code"].integer.map { [0, 3, 4].contains($0) } ?? false
        }
        var text = ""
        func gauge(_ name: String, _ help: String, _ samples: [(labels: String, value: Int?)]) {
            let known = samples.filter { $0.value != nil }
            if known.isEmpty { return }
            text += "# HELP analytics_\(name) \(help)\n# TYPE analytics_\(name) gauge\n"
            for sample in known {
                text += "analytics_\(name)\(sample.labels) \(sample.value ?? 0)\n"
            }
        }
        gauge(
            "last_success_timestamp_seconds",
            "When the last run ended that put a bundle in place.",
            [("", good.flatMap { Self.seconds($0["ended"].text) })]
        )
        gauge(
            "last_run_timestamp_seconds",
            "When the last run ended.",
            [("", Self.seconds(last["ended"].text))]
        )
        let started = Self.seconds(last["started"].text)
        gauge(
            "last_run_duration_seconds",
            "How long the last run took.",
            [("", Self.seconds(last["ended"].text).flatMap { end in started.map { end - $0 } })]
        )
        gauge(
            "last_run_exit_code",
            "The last run's exit code: 0, 3 and 4 are about data, others about the run.",
            [("", last["exit_code"].integer)]
        )
        gauge(
            "last_run_documents",
            "Documents that the last run saw, by what became of them.",
            ["new", "changed", "unchanged", "quarantined", "ignored"].map { state in
                ("{state=\"\(state)\"}", last[state].integer)
            }
        )
        gauge(
            "failed_findings",
            "Findings that fail and that nobody has accepted.",
            [("", last["failed_findings"].integer)]
        )
        return text
    }

    /// Seconds since 1970 of a time in UTC and ISO 8601, such as `2025-01-22T01:30:00Z`.
    private static func seconds(_ time: String?) -> Int? {
        guard let time, let day = CivilDate(iso: String(time.prefix(10))) else { return nil }
        let parts = time.dropFirst(11).dropLast().split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return day.daysSinceEpoch * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
    }
}
