public import ReportModel
public import Warehouse

/// A question on a metric over years, and its answer.
public struct Trend: Sendable {
    /// What the answer is broken down by.
    public enum Breakdown: String, Sendable, CaseIterable {
        /// Nothing: all bodies together.
        case whole
        /// Each body for itself.
        case agency
        /// Each reason for itself.
        case reason
    }

    /// The metric.
    public var metric: Metric
    /// One variant, or `nil` for all that have the breakdown.
    public var definition: Metric.Definition?
    /// What the answer is broken down by.
    public var breakdown: Breakdown
    /// Which reports it is about.
    public var filter: Warehouse.Filter

    /// A question.
    public init(
        metric: Metric,
        definition: Metric.Definition? = nil,
        breakdown: Breakdown = .whole,
        filter: Warehouse.Filter = .init()
    ) {
        self.metric = metric
        self.definition = definition
        self.breakdown = breakdown
        self.filter = filter
    }

    /// The variants that have the breakdown, in the metric's order.
    public var definitions: [Metric.Definition] {
        metric.definitions.filter { candidate in
            (definition == nil || definition == candidate)
                && (breakdown == .reason ? candidate.hasReasons : candidate.hasWhole)
        }
    }

    /// The answer: a ratio of sums for each variant, series, body and year, in that order.
    ///
    /// A report without one of the cells is left out of both sums, and counted as left out.
    public func observations(in warehouse: borrowing Warehouse) throws(WarehouseError)
        -> [Observation]
    {
        var sums: [Key: Observation] = [:]
        for row in try rows(in: warehouse) {
            guard let key = Key(row, in: self), let year = row["year"].integer else { continue }
            let isCovered =
                breakdown != .agency && filter.agency == nil && row["covered"].integer == 1
            var sum =
                sums[key]
                ?? Observation(
                    metric: metric.id,
                    definition: definitions[key.definition].id,
                    series: row["series"].text ?? "",
                    agency: key.agency,
                    year: year,
                    numerator: nil,
                    denominator: nil,
                    reports: 0,
                    leftOut: 0,
                    failedFindings: 0
                )
            if isCovered {
                sum.covered += 1
                sums[key] = sum
                continue
            }
            sum.add(
                row["numerator"].integer,
                over: row["denominator"].integer,
                failedFindings: row["failed_findings"].integer ?? 0
            )
            sums[key] = sum
        }
        return sums.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The rows of the metric's file: each report's halves.
    func rows(in warehouse: borrowing Warehouse) throws(WarehouseError) -> [SQLRow] {
        guard let sql = EmbeddedFiles.text["SQL/\(metric.id).sql"] else {
            throw .statement(sql: metric.id, reason: "no such file")
        }
        return try warehouse.rows(sql, filter.parameters)
    }

    private struct Key: Hashable, Comparable {
        var definition: Int
        var series: Int
        var agency: String
        var year: Int

        init?(_ row: SQLRow, in trend: Trend) {
            let named = row["series"].text ?? ""
            guard named.isEmpty == (trend.breakdown != .reason),
                let definition = trend.definitions.firstIndex(where: {
                    $0.id == row["definition"].text
                }), let year = row["year"].integer
            else { return nil }
            self.definition = definition
            series = RequestRow(rawValue: named).flatMap(RequestRow.allCases.firstIndex) ?? 0
            agency = trend.breakdown == .agency ? row["agency"].text ?? "" : ""
            self.year = year
        }

        static func < (left: Key, right: Key) -> Bool {
            (left.definition, left.series, left.agency, left.year)
                < (right.definition, right.series, right.agency, right.year)
        }
    }
}

extension Observation {
    /// Adds one report's halves, or counts it as left out.
    fileprivate mutating func add(_ above: Int?, over below: Int?, failedFindings failed: Int) {
        guard let above, let below else {
            leftOut += 1
            return
        }
        let (top, topOverflow) = (numerator ?? 0).addingReportingOverflow(above)
        let (bottom, bottomOverflow) = (denominator ?? 0).addingReportingOverflow(below)
        guard !topOverflow, !bottomOverflow else {
            leftOut += 1
            return
        }
        numerator = top
        denominator = bottom
        reports += 1
        failedFindings += failed
    }
}
