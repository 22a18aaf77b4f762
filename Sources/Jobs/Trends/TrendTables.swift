import CSVCodec
import Exporting
import Measuring
import Phrasebook
import ReportModel

/// The export tables made of observations.
struct TrendTables {
    typealias Column = ExportTable.Column

    private let surroundings: Surroundings
    private let names: SeriesName

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
        names = SeriesName(surroundings)
    }

    static let longColumns = [
        Column("metric"), Column("definition"), Column("dimension"), Column("group"),
        Column("agency"), Column("series"), Column("series_label"), Column("year", .year),
        Column("numerator", .integer), Column("denominator", .integer), Column("value", .decimal),
        Column("low", .share), Column("high", .share), Column("change", .decimal),
        Column("status"), Column("small", .integer), Column("reports", .integer),
        Column("left_out", .integer), Column("covered", .integer),
        Column("failed_findings", .integer), Column("scope_changes", .integer),
        Column("other_forms", .integer), Column("breaks"),
    ]

    /// One row an observation.
    func long(_ observations: [Observation]) -> ExportTable {
        ExportTable(
            name: "trends",
            columns: Self.longColumns,
            rows: observations.map(longRow)
        )
    }

    /// An observation as a row of ``longColumns``.
    func longRow(_ observation: Observation) -> [CSVEncoder.Field] {
        let figures: [CSVEncoder.Field] = [
            .init(observation.numerator), .init(observation.denominator),
            Self.value(of: observation), .init(millionths: observation.interval?.low),
            .init(millionths: observation.interval?.high),
            .init(millionths: observation.change),
        ]
        let counts = [
            observation.isSmall ? 1 : 0, observation.reports, observation.leftOut,
            observation.covered, observation.failedFindings, observation.scopeChanges,
            observation.otherForms,
        ]
        let breaks = surroundings.metrics.breaks(at: observation.year).map(\.code)
        return head(of: observation) + [.init(observation.year)] + figures
            + [.text(observation.status.rawValue)] + counts.map { .init($0) }
            + [Self.text(breaks.joined(separator: " "))]
    }

    /// The columns of a table with a year a column.
    static func wideColumns(_ years: [Int]) -> [Column] {
        longColumns.prefix(7) + years.map { Column(String($0), .decimal) }
    }

    /// One row a series, one column a year; a missing value is an empty cell.
    func wideRows(_ observations: [Observation], years: [Int]) -> [[CSVEncoder.Field]] {
        var rows: [[CSVEncoder.Field]] = []
        var last: [CSVEncoder.Field] = []
        for observation in observations {
            let head = head(of: observation)
            if head != last {
                rows.append(head + Array(repeating: .missing, count: years.count))
                last = head
            }
            if let year = years.firstIndex(of: observation.year) {
                rows[rows.count - 1][head.count + year] = Self.value(of: observation)
            }
        }
        return rows
    }

    static let rankingColumns = [
        Column("metric"), Column("definition"), Column("year", .year), Column("level"),
        Column("sector"), Column("agency"), Column("rank", .integer), Column("of", .integer),
        Column("rank_low", .integer), Column("rank_high", .integer), Column("value", .decimal),
        Column("low", .share), Column("high", .share), Column("numerator", .integer),
        Column("denominator", .integer),
    ]

    /// A body's standing among its peers as a row of ``rankingColumns``.
    func rankingRow(
        _ standing: PeerStanding,
        level: String,
        sector: String
    ) -> [CSVEncoder.Field] {
        let own = standing.own
        return [
            .text(own.metric), .text(own.definition), .init(own.year), .text(level), .text(sector),
            .text(own.group), .init(standing.rank), .init(standing.values.count),
            .init(standing.ranks?.lowerBound), .init(standing.ranks?.upperBound),
            Self.value(of: own), .init(millionths: own.interval?.low),
            .init(millionths: own.interval?.high), .init(own.numerator), .init(own.denominator),
        ]
    }

    /// A count as it is, anything else with six decimals.
    static func value(of observation: Observation) -> CSVEncoder.Field {
        observation.isCount
            ? .init(observation.numerator) : .init(millionths: observation.millionths)
    }

    private func head(of observation: Observation) -> [CSVEncoder.Field] {
        let isBody = observation.dimension == Trend.Breakdown.agency.rawValue
        let label =
            observation.series.isEmpty
            ? "" : names.text(observation.dimension, observation.series, "")
        return [
            .text(observation.metric), .text(observation.definition),
            .text(observation.dimension), isBody ? .missing : Self.text(observation.group),
            Self.text(observation.agency), Self.text(observation.series), Self.text(label),
        ]
    }

    private static func text(_ text: String) -> CSVEncoder.Field {
        text.isEmpty ? .missing : .text(text)
    }
}
