import CSVCodec
import Exporting
import FormCatalog
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// Answers a question on a metric over years.
public struct TrendJob: Sendable {
    /// The metrics that can be asked for.
    public static let metrics = Metric.all.map(\.id)

    private let surroundings: Surroundings
    private let trend: Trend
    private let reports: ReportFilter

    /// A job on a question.
    ///
    /// - Parameters:
    ///   - surroundings: the words and the warehouse.
    ///   - metric: one of ``metrics``.
    ///   - definition: one variant, or `nil` for all that have the breakdown.
    ///   - breakdown: `agency` or `reason`, or `nil` for all bodies together.
    ///   - reports: which reports it is about.
    ///   - bodies: which bodies it is about.
    /// - Throws: ``JobError/usage(_:_:)`` when there is no such metric, variant or breakdown.
    public init(
        _ surroundings: Surroundings,
        metric: String,
        definition: String?,
        breakdown: String?,
        reports: ReportFilter,
        bodies: BodyFilter = BodyFilter()
    ) throws(JobError) {
        guard let known = Metric.all.first(where: { $0.id == metric }) else {
            throw .usage("error.no_such_metric", [metric, Self.metrics.joined(separator: ", ")])
        }
        let variants = known.definitions.map(\.id).joined(separator: ", ")
        if let definition, known.definition(definition) == nil {
            throw .usage("error.no_such_definition", [metric, definition, variants])
        }
        trend = Trend(
            metric: known,
            definition: definition.flatMap(known.definition),
            breakdown: breakdown.flatMap(Trend.Breakdown.init) ?? .whole,
            filter: reports.filter,
            bodies: Trend.BodyFilter(
                region: bodies.region,
                level: bodies.level,
                sector: bodies.sector
            )
        )
        guard !trend.definitions.isEmpty else {
            throw .usage("error.no_breakdown", [metric, definition ?? "", breakdown ?? ""])
        }
        self.surroundings = surroundings
        self.reports = reports
    }

    /// The answer in the form asked for.
    ///
    /// - Throws: ``JobError`` when there is no warehouse, or no report fits.
    public func answer(_ format: ResultFormat) throws(JobError) -> [UInt8] {
        let observations = try observations()
        return switch format {
        case .table: Array(text(of: observations).utf8)
        case .csv:
            Tables.trends(observations, catalog: surroundings.catalog)
                .csv(.excel, surroundings.phrasebook)
        case .json: Array(json(of: observations).text.utf8)
        }
    }

    private func observations() throws(JobError) -> [Observation] {
        let warehouse = try surroundings.openForReading()
        var trend = trend
        trend.filter = try reports.resolved(in: warehouse)
        do throws(WarehouseError) {
            let observations = try trend.observations(in: warehouse)
            if !observations.isEmpty { return observations }
        } catch {
            throw .warehouse(error)
        }
        throw .noMatch
    }

    /// The answer as a table to read, with directions and definitions below.
    private func text(of observations: [Observation]) -> String {
        let words = surroundings.phrasebook
        var columns = [TerminalTable.Column(words.say("column.definition"))]
        if trend.breakdown != .whole {
            columns.append(TerminalTable.Column(words.say("column.\(trend.breakdown.rawValue)")))
        }
        columns += ["year", "numerator", "denominator", "value", "interval", "reports", "left_out"]
            .map { TerminalTable.Column(words.say("column.\($0)"), isNumeric: true) }
        columns.append(TerminalTable.Column(words.say("column.remark")))
        let rows = observations.map { observation in
            var row = [observation.definition]
            if trend.breakdown != .whole { row.append(name(observation.series, observation.group)) }
            row += [
                String(observation.year),
                observation.isCount ? "" : observation.numerator.map { String($0) } ?? "",
                observation.denominator.map { String($0) } ?? "",
                Self.value(observation),
                observation.interval.map { "\(Self.percent($0.low))–\(Self.percent($0.high))" }
                    ?? "",
                String(observation.reports), String(observation.leftOut), remark(observation),
            ]
            return row
        }
        let title = words.say("metric.\(trend.metric.id)")
        let notes = trend.definitions.map { definition in
            "  " + words.say("definition.\(trend.metric.id).\(definition.id)") + " = "
                + definition.formula + "\n"
        }
        let caution = trend.breakdown == .agency ? "" : words.say("trend.caution") + "\n"
        return title + "\n\n" + TerminalTable(columns: columns, rows: rows).text + "\n"
            + directions(of: observations) + notes.joined() + caution
    }

    /// A line a series: its shape, and where it is going as far as that can be said.
    private func directions(of observations: [Observation]) -> String {
        let words = surroundings.phrasebook
        let directions = Direction.all(of: observations)
        guard directions.count <= Self.mostDirections else { return "" }
        let rows = directions.map { direction -> [String] in
            let years = direction.points.map(\.year)
            let span = (years.min() ?? 0)...(years.max() ?? 0)
            let values = span.map { year in
                direction.points.first { $0.year == year }?.value
            }
            var verdict = words.say("trend.too_short", String(years.count))
            if let slope = direction.slope, let probability = direction.probability {
                let step = Self.step(slope, isCount: direction.isCount)
                verdict = words.say(
                    "trend.slope.\(direction.isCount ? "count" : "share")",
                    step,
                    Self.decimals(probability, 3)
                )
            }
            return [
                "  " + direction.definition, name(direction.series, direction.group),
                Sparkline.text(of: values), verdict,
            ]
        }
        let columns = (0..<4).map { _ in TerminalTable.Column("") }
        return String(TerminalTable(columns: columns, rows: rows).text.drop { $0 == "\n" }) + "\n"
    }

    /// More lines than this nobody reads below a table.
    private static let mostDirections = 40

    private func name(_ series: String, _ group: String) -> String {
        if !series.isEmpty {
            if let row = RequestRow(rawValue: series) {
                return surroundings.catalog.officialLabels(of: .request(row, .total)).row
            }
            if let applicant = Applicant(rawValue: series) {
                return surroundings.catalog.officialLabels(of: .request(.newReceived, applicant))
                    .column
            }
            return series
        }
        let key = "\(trend.breakdown.rawValue).\(group)"
        return surroundings.phrasebook.has(key) ? surroundings.phrasebook.say(key) : group
    }

    private static func value(_ observation: Observation) -> String {
        if observation.isCount { return observation.numerator.map { String($0) } ?? "" }
        if observation.isShare { return percent(observation.millionths) }
        return observation.millionths.map { decimals(Double($0) / 1_000_000, 3) } ?? ""
    }

    /// A slope: percentage points with two decimals, or a count with one.
    private static func step(_ slope: Double, isCount: Bool) -> String {
        let text = isCount ? decimals(slope, 1) : decimals(slope / 10_000, 2)
        return (slope > 0 ? "+" : "") + text
    }

    private static func decimals(_ value: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        guard abs(value) < 1e12 else { return String(value) }
        let scaled = Int64((value * scale).rounded())
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return (scaled < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// The answer as JSON.
    private func json(of observations: [Observation]) -> JSONValue {
        .array(
            observations.map { observation in
                let field = CSVEncoder.Field(millionths: observation.millionths)
                return .object([
                    "metric": .string(observation.metric),
                    "definition": .string(observation.definition),
                    "series": .string(observation.series),
                    "agency": .string(observation.agency),
                    "year": .integer(observation.year),
                    "numerator": JSONValue(observation.numerator),
                    "denominator": JSONValue(observation.denominator),
                    "value": observation.isCount
                        ? JSONValue(observation.numerator)
                        : observation.millionths == nil ? .null : .string(field.plain),
                    "low": observation.interval.map {
                        .string(CSVEncoder.Field(millionths: $0.low).plain)
                    }
                        ?? .null,
                    "high": observation.interval.map {
                        .string(CSVEncoder.Field(millionths: $0.high).plain)
                    }
                        ?? .null,
                    "group": .string(observation.group),
                    "status": .string(observation.status.rawValue),
                    "reports": .integer(observation.reports),
                    "left_out": .integer(observation.leftOut),
                    "failed_findings": .integer(observation.failedFindings),
                    "covered": .integer(observation.covered),
                ])
            }
        )
    }

    private func remark(_ observation: Observation) -> String {
        var remarks: [String] = []
        if observation.status != .ok {
            remarks.append(surroundings.phrasebook.say("status.\(observation.status.rawValue)"))
        }
        if observation.isSmall {
            remarks.append(
                surroundings.phrasebook.say("remark.small", String(Observation.fewCases))
            )
        }
        if observation.failedFindings > 0 {
            remarks.append(
                surroundings.phrasebook.say("remark.failed", String(observation.failedFindings))
            )
        }
        if observation.covered > 0 {
            remarks.append(
                surroundings.phrasebook.say("remark.covered", String(observation.covered))
            )
        }
        return remarks.joined(separator: "; ")
    }

    /// Per cent with two decimals, rounded half up, for reading only.
    private static func percent(_ millionths: Int?) -> String {
        guard let millionths else { return "" }
        let hundredths = (millionths + (millionths < 0 ? -50 : 50)) / 100
        let decimals = String(hundredths.magnitude % 100)
        return (hundredths < 0 ? "-" : "") + String(hundredths.magnitude / 100) + "."
            + (decimals.count == 1 ? "0" : "") + decimals + "%"
    }
}
