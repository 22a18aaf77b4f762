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
    /// - Throws: ``JobError/usage(_:_:)`` when there is no such metric, variant or breakdown.
    public init(
        _ surroundings: Surroundings,
        metric: String,
        definition: String?,
        breakdown: String?,
        reports: ReportFilter
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
            filter: reports.filter
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

    /// The answer as a table to read, with its definitions below.
    private func text(of observations: [Observation]) -> String {
        let words = surroundings.phrasebook
        var columns = [TerminalTable.Column(words.say("column.definition"))]
        if trend.breakdown != .whole {
            columns.append(TerminalTable.Column(words.say("column.\(trend.breakdown.rawValue)")))
        }
        columns += ["year", "numerator", "denominator", "value", "reports", "left_out"].map {
            TerminalTable.Column(words.say("column.\($0)"), isNumeric: true)
        }
        columns.append(TerminalTable.Column(words.say("column.remark")))
        let rows = observations.map { observation in
            var row = [observation.definition]
            switch trend.breakdown {
            case .whole: break
            case .agency: row.append(observation.agency)
            case .reason: row.append(reasonName(observation.series))
            }
            row += [
                String(observation.year), observation.numerator.map { String($0) } ?? "",
                observation.denominator.map { String($0) } ?? "",
                Self.percent(observation.millionths), String(observation.reports),
                String(observation.leftOut), remark(observation),
            ]
            return row
        }
        let title = words.say("metric.\(trend.metric.id)")
        let notes = trend.definitions.map { definition in
            "  " + words.say("definition.\(trend.metric.id).\(definition.id)") + " = "
                + "(\(definition.numerator)) / (\(definition.denominator))\n"
        }
        let caution = trend.breakdown == .agency ? "" : words.say("trend.caution") + "\n"
        return title + "\n\n" + TerminalTable(columns: columns, rows: rows).text + "\n"
            + notes.joined() + caution
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
                    "value": observation.millionths == nil ? .null : .string(field.plain),
                    "status": .string(observation.status.rawValue),
                    "reports": .integer(observation.reports),
                    "left_out": .integer(observation.leftOut),
                    "failed_findings": .integer(observation.failedFindings),
                    "covered": .integer(observation.covered),
                ])
            }
        )
    }

    private func reasonName(_ series: String) -> String {
        RequestRow(rawValue: series).map {
            surroundings.catalog.officialLabels(of: .request($0, .total)).row
        } ?? series
    }

    private func remark(_ observation: Observation) -> String {
        var remarks: [String] = []
        if observation.status != .ok {
            remarks.append(surroundings.phrasebook.say("status.\(observation.status.rawValue)"))
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
