import ReportModel

/// One of a metric's figures: a variant, as a whole or for one member of a series.
struct Figure: Sendable, Hashable {
    var definition: Metric.Definition
    /// The member, such as a reason; empty for the whole.
    var series: String

    /// The column with the numerator.
    var numerator: String {
        series.isEmpty ? definition.id : "\(definition.id) by \(series)"
    }

    /// The column with the denominator; a count has none, and is weighed as if it were one.
    var denominator: String {
        definition.unit == .count ? "1" : "measured.\"\(definition.id) of\""
    }
}

/// A question that a trend asks the warehouse: the files in `SQL/`, filled in.
struct TrendQuery {
    let sql: String

    /// What each report gives to some figures, and which groups it belongs to.
    init(_ trend: Trend, _ figures: [Figure], by dimensions: [Trend.Breakdown]) {
        let halves = figures.map { figure in
            Self.filled(
                "measured_half",
                ["numerator": figure.numerator, "denominator": figure.denominator]
            )
        }
        let isOfAll = trend.isAboutAll && dimensions.allSatisfy(\.hasOneGroup)
        let bits = dimensions.enumerated().map { place, dimension in
            "\(1 << place) * coalesce(max(above.\(dimension.rawValue) = body.\(dimension.rawValue)), 0)"
        }
        let covered =
            isOfAll
            ? "coalesce(standing.covered, 0) * \(1 << dimensions.count - 1)"
            : Self.filled("measured_covered", ["bits": bits.joined(separator: " + ")])
        sql = Self.filled(
            "measured",
            [
                "metric": trend.metric.sql, "halves": halves.joined(separator: ",\n    "),
                "groups": dimensions.map { "body.\($0.rawValue)" }.joined(separator: ", "),
                "covered": covered,
            ]
        )
    }

    /// What each report gives to a figure.
    init(contributionsTo figure: Figure, of metric: Metric) {
        sql = Self.filled(
            "contributions",
            [
                "metric": metric.sql, "numerator": figure.numerator,
                "denominator": figure.denominator,
            ]
        )
    }

    /// Bodies and years that a metric has more than one row for.
    init(repeatedRowsOf metric: Metric) {
        sql = Self.filled("repeated", ["metric": metric.sql])
    }

    /// A file with its blanks filled in; what is filled in is not looked at again.
    private static func filled(_ file: String, _ blanks: [String: String]) -> String {
        var rest = (EmbeddedFiles.text["SQL/\(file).sql"] ?? "")[...]
        while rest.last?.isNewline ?? false { rest.removeLast() }
        var filled = ""
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            filled += blanks[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
