import CSVCodec
import Exporting
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// Sets one body's figures beside those of its peers: bodies of the same level and sector.
public struct PeersJob: Sendable {
    private let surroundings: Surroundings
    private let metric: Metric
    private let definition: Metric.Definition
    private let reports: ReportFilter
    private let withSmall: Bool

    /// A job on a body.
    ///
    /// - Parameters:
    ///   - surroundings: the words and the warehouse.
    ///   - question: the metric, the variant (the primary one if none is named), the body and the years.
    ///   - withSmall: whether shares of few cases have ranks too.
    /// - Throws: ``JobError/usage(_:_:)`` when there is no such metric, or no body is named.
    public init(
        _ surroundings: Surroundings,
        _ question: TrendJob.Question,
        withSmall: Bool
    ) throws(JobError) {
        guard question.reports.filter.agency != nil, question.breakdown == nil else {
            throw .usage("error.compare_whom", [])
        }
        let metric = try surroundings.metric(question.metric)
        definition = try metric.variantOfBodies(question.definition)
        self.metric = metric
        self.surroundings = surroundings
        self.withSmall = withSmall
        reports = question.reports
    }

    /// The body's figures beside its peers', in the form asked for.
    ///
    /// - Throws: ``JobError`` when there is no warehouse, no such body, or it has no such figure.
    public func answer(_ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        let filter = try reports.resolved(in: warehouse)
        let body: Agency?
        do throws(WarehouseError) {
            body = try warehouse.agencies().first { $0.name == filter.agency }
        } catch {
            throw .warehouse(error)
        }
        guard let body else { throw .noMatch }
        var peers = Trend(metric: metric, definition: definition, breakdown: .agency)
        peers.filter.from = filter.from
        peers.filter.to = filter.to
        peers.bodies.level = body.level.rawValue
        peers.bodies.sector = body.sector ?? "none"
        let figures = try surroundings.observations(of: peers, in: warehouse)
        guard figures.contains(where: { $0.group == body.name }) else { throw .noMatch }
        let standings = Dictionary(grouping: figures, by: \.year).sorted { $0.key < $1.key }
            .compactMap { _, year in
                PeerStanding.all(of: year, better: metric.better, withSmall: withSmall)
                    .first { $0.own.group == body.name }
            }
        return format == .table
            ? Array(text(of: standings, body).utf8)
            : table(of: standings).printed(format, surroundings.phrasebook)
    }

    private func table(of standings: [PeerStanding]) -> ExportTable {
        func quantile(_ standing: PeerStanding, _ share: Double) -> CSVEncoder.Field {
            guard let value = standing.quantile(share) else { return .missing }
            return standing.own.isCount
                ? .number(FigureText.decimals(value, 1))
                : .init(millionths: Int(value.rounded()))
        }
        let columns: [ExportTable.Column] = [
            .init("definition"), .init("year", .year), .init("value", .decimal),
            .init("low", .share), .init("high", .share), .init("rank", .integer),
            .init("of", .integer), .init("rank_low", .integer), .init("rank_high", .integer),
            .init("p10", .decimal), .init("median", .decimal), .init("p90", .decimal),
        ]
        return ExportTable(
            name: "peers",
            columns: columns,
            rows: standings.map { standing in
                let own = standing.own
                return [
                    .text(own.definition), .init(own.year), TrendTables.value(of: own),
                    .init(millionths: own.interval?.low), .init(millionths: own.interval?.high),
                    .init(standing.rank), .init(standing.values.count),
                    .init(standing.ranks?.lowerBound), .init(standing.ranks?.upperBound),
                    quantile(standing, 0.1), quantile(standing, 0.5), quantile(standing, 0.9),
                ]
            }
        )
    }

    private func text(of standings: [PeerStanding], _ body: Agency) -> String {
        let words = surroundings.phrasebook
        let isShare = definition.unit == .share
        func figure(_ value: Double?) -> String {
            guard let value else { return "" }
            return definition.unit == .count
                ? FigureText.decimals(value, 1)
                : FigureText.text(Int(value.rounded()), isShare: isShare)
        }
        let keys = ["year", "value", "interval", "rank", "ranks", "of", "p10", "median", "p90"]
        let rows = standings.map { standing -> [String] in
            let ranks = standing.ranks.map { "\($0.lowerBound)–\($0.upperBound)" } ?? ""
            return [
                String(standing.own.year), FigureText.value(of: standing.own),
                FigureText.interval(of: standing.own), standing.rank.map { String($0) } ?? "",
                ranks, String(standing.values.count), figure(standing.quantile(0.1)),
                figure(standing.quantile(0.5)), figure(standing.quantile(0.9)),
                standing.own.isSmall ? words.say("remark.small", String(Observation.fewCases)) : "",
            ]
        }
        let columns =
            keys.map { TerminalTable.Column(words.say("column.\($0)"), isNumeric: true) }
            + [TerminalTable.Column(words.say("column.remark"))]
        let sector = body.sector ?? "none"
        let head =
            "\(words.say(metric.name)): \(body.name)\n"
            + words.say(
                "peers.who",
                words.say("level.\(body.level.rawValue)"),
                words.has("sector.\(sector)") ? words.say("sector.\(sector)") : sector
            )
        let notes = [
            "\(definition.id): \(words.say(definition.name)) = \(definition.formula)",
            words.say("peers.rank.\(metric.better.rawValue)"),
        ]
        return head + "\n\n" + TerminalTable(columns: columns, rows: rows).text + "\n"
            + notes.map { "  " + $0 + "\n" }.joined()
    }
}
