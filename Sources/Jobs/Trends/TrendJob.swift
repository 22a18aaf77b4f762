import CSVCodec
import Exporting
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// Answers a question on a metric over years.
public struct TrendJob: Sendable {
    /// The forms in which an answer can be had.
    public enum Format: String, Sendable, CaseIterable {
        /// For people, aligned; for spreadsheets; for programs; to paste; to look at.
        case table, csv, json, markdown, svg, png
    }

    /// A question as a user puts it.
    public struct Question: Sendable {
        /// The metric's id.
        public var metric: String
        /// One variant, or `nil` for all that have the breakdown.
        public var definition: String?
        /// A breakdown, or `nil` for all bodies together.
        public var breakdown: String?
        /// Which reports it is about.
        public var reports: ReportFilter
        /// Which bodies it is about.
        public var bodies: BodyFilter
        /// Whether only bodies with a figure in every year are added up.
        public var isStable: Bool

        /// A question.
        public init(
            metric: String,
            definition: String? = nil,
            breakdown: String? = nil,
            reports: ReportFilter = ReportFilter(),
            bodies: BodyFilter = BodyFilter(),
            isStable: Bool = false
        ) {
            self.metric = metric
            self.definition = definition
            self.breakdown = breakdown
            self.reports = reports
            self.bodies = bodies
            self.isStable = isStable
        }
    }

    private let surroundings: Surroundings
    private let trend: Trend
    private let reports: ReportFilter

    /// A job on a question.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when there is no such metric, variant or breakdown.
    public init(_ surroundings: Surroundings, _ question: Question) throws(JobError) {
        let metric = try surroundings.metric(question.metric)
        let definition = try question.definition.map { id throws(JobError) in
            try metric.variant(id)
        }
        trend = Trend(
            metric: metric,
            definition: definition,
            breakdown: question.breakdown.flatMap(Trend.Breakdown.init) ?? .whole,
            filter: question.reports.filter,
            bodies: Trend.BodyFilter(
                region: question.bodies.region,
                level: question.bodies.level,
                sector: question.bodies.sector
            ),
            panel: question.isStable ? .stable : .all
        )
        guard !trend.definitions.isEmpty else {
            throw .usage(
                "error.no_breakdown",
                [metric.id, question.definition ?? "", question.breakdown ?? ""]
            )
        }
        self.surroundings = surroundings
        reports = question.reports
    }

    /// The answer in the form asked for.
    ///
    /// - Throws: ``JobError`` when there is no warehouse, no report fits, or a picture can't be made.
    public func answer(_ format: Format) throws(JobError) -> [UInt8] {
        let answer = TrendAnswer(trend, try observations(), surroundings)
        switch format {
        case .table: return Array(TrendTable(answer).text.utf8)
        case .markdown: return Array(TrendTable(answer).markdown.utf8)
        case .csv: return answer.table.csv(.excel, surroundings.phrasebook)
        case .json: return Array(answer.json.text.utf8)
        case .svg: return Array(TrendChart(answer).chart.svg.utf8)
        case .png: return try Picture.png(ofSVG: TrendChart(answer).chart.svg)
        }
    }

    private func observations() throws(JobError) -> [Observation] {
        let warehouse = try surroundings.openForReading()
        var trend = trend
        trend.filter = try reports.resolved(in: warehouse)
        let observations = try surroundings.observations(of: trend, in: warehouse)
        guard observations.isEmpty else { return observations }
        throw .noMatch
    }
}

extension Surroundings {
    /// The metric of an id.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when there is none.
    func metric(_ id: String) throws(JobError) -> Metric {
        if let metric = metrics[id] { return metric }
        throw .usage(
            "error.no_such_metric",
            [id, metrics.metrics.map(\.id).joined(separator: ", ")]
        )
    }

    /// A trend's figures.
    ///
    /// - Throws: ``JobError`` when the database refuses, or a user's metric gives a body two figures for a year.
    func observations(
        of trend: Trend,
        in warehouse: borrowing Warehouse
    ) throws(JobError) -> [Observation] {
        try answer(on: trend.metric, in: warehouse) { () throws(WarehouseError) in
            try trend.observations(in: warehouse)
        }
    }

    /// The answer to some question on a metric.
    ///
    /// - Throws: ``JobError`` when the database refuses, or a user's metric gives a body two figures for a year.
    func answer<Answer>(
        on metric: Metric,
        in warehouse: borrowing Warehouse,
        _ ask: () throws(WarehouseError) -> Answer
    ) throws(JobError) -> Answer {
        let twice: String?
        let answer: Answer
        do throws(WarehouseError) {
            twice = metric.isOurs ? nil : try metric.repeated(in: warehouse)
            answer = try ask()
        } catch {
            throw failure(of: metric, error)
        }
        if let twice { throw .usage("error.metric_twice", [metric.id, twice]) }
        return answer
    }

    /// What went wrong with a metric's question: a user's may be no question at all.
    func failure(of metric: Metric, _ error: WarehouseError) -> JobError {
        if case .statement(_, let reason) = error, !metric.isOurs {
            return .usage("error.user_metric", ["\(metric.id)/metric.sql", reason])
        }
        return .warehouse(error)
    }
}

extension Metric {
    /// The variant of an id, or the first that a body has a figure of, if none is named.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when there is none.
    func variantOfBodies(_ id: String?) throws(JobError) -> Definition {
        if let id { return try variant(id) }
        if let first = definitions.first(where: \.hasWhole) { return first }
        throw .usage("error.no_breakdown", [self.id, "", Trend.Breakdown.agency.rawValue])
    }

    /// The variant of an id.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when there is none.
    func variant(_ id: String) throws(JobError) -> Definition {
        if let definition = definition(id) { return definition }
        throw .usage(
            "error.no_such_definition",
            [self.id, id, definitions.map(\.id).joined(separator: ", ")]
        )
    }
}
