import CSVCodec
import Exporting
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// Tells whose figures have changed most since the year before.
public struct MoversJob: Sendable {
    /// What is asked.
    public struct Question: Sendable {
        /// The metric's id.
        public var metric: String
        /// One variant, or `nil` for the primary one.
        public var definition: String?
        /// The year; the last one with reports if `nil`.
        public var year: Int?
        /// Which bodies it is about.
        public var bodies: BodyFilter
        /// How many bodies are told at most.
        public var limit: Int
        /// Whether shares of few cases move too.
        public var withSmall: Bool

        /// A question.
        public init(
            metric: String,
            definition: String? = nil,
            year: Int? = nil,
            bodies: BodyFilter = BodyFilter(),
            limit: Int = 20,
            withSmall: Bool = false
        ) {
            self.metric = metric
            self.definition = definition
            self.year = year
            self.bodies = bodies
            self.limit = limit
            self.withSmall = withSmall
        }
    }

    private let surroundings: Surroundings
    private let question: Question
    private let metric: Metric
    private let definition: Metric.Definition

    /// A job on a question.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when there is no such metric or variant, or none that single bodies have.
    public init(_ surroundings: Surroundings, _ question: Question) throws(JobError) {
        let metric = try surroundings.metric(question.metric)
        definition = try metric.variantOfBodies(question.definition)
        self.metric = metric
        self.surroundings = surroundings
        self.question = question
    }

    /// The movers in the form asked for.
    ///
    /// - Throws: ``JobError`` when there is no warehouse, or no body has a figure in both years.
    public func answer(_ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        var trend = Trend(metric: metric, definition: definition, breakdown: .agency)
        trend.bodies.region = question.bodies.region
        trend.bodies.level = question.bodies.level
        trend.bodies.sector = question.bodies.sector
        guard let year = try year(in: warehouse) else { throw .noMatch }
        let movers = try movers(of: trend, in: year, warehouse)
        guard movers.count > 0 else { throw .noMatch }
        return format == .table
            ? Array(text(of: movers, year).utf8)
            : table(of: movers.leading).printed(format, surroundings.phrasebook)
    }

    private func movers(
        of trend: Trend,
        in year: Int,
        _ warehouse: borrowing Warehouse
    ) throws(JobError) -> Movers {
        try surroundings.answer(on: metric, in: warehouse) { () throws(WarehouseError) in
            try trend.movers(
                in: year,
                withSmall: question.withSmall,
                atMost: question.limit,
                of: warehouse
            )
        }
    }

    private func year(in warehouse: borrowing Warehouse) throws(JobError) -> Int? {
        if let year = question.year { return year }
        do throws(WarehouseError) {
            return try warehouse.latestYear()
        } catch {
            throw .warehouse(error)
        }
    }

    private func table(of movers: [Mover]) -> ExportTable {
        let columns: [ExportTable.Column] = [
            .init("definition"), .init("agency_id"), .init("agency"), .init("year", .year),
            .init("value_before", .decimal), .init("denominator_before", .integer),
            .init("value", .decimal), .init("denominator", .integer), .init("change", .decimal),
            .init("may_be_chance", .integer), .init("failed_findings", .integer),
            .init("scope_changes", .integer), .init("other_forms", .integer),
        ]
        return ExportTable(
            name: "movers",
            columns: columns,
            rows: movers.map { mover in
                [
                    .text(mover.now.definition), .text(mover.now.agency), .text(mover.now.group),
                    .init(mover.now.year), TrendTables.value(of: mover.before),
                    .init(mover.before.denominator), TrendTables.value(of: mover.now),
                    .init(mover.now.denominator), .init(millionths: mover.change),
                    .init(mover.mayBeChance ? 1 : 0),
                    .init(mover.before.failedFindings + mover.now.failedFindings),
                    .init(mover.now.scopeChanges), .init(mover.now.otherForms),
                ]
            }
        )
    }

    /// What may have made the difference besides the body itself.
    private func remark(_ mover: Mover) -> String {
        let words = surroundings.phrasebook
        let counts = [
            ("failed", mover.before.failedFindings + mover.now.failedFindings),
            ("scope_changed", mover.now.scopeChanges), ("other_form", mover.now.otherForms),
        ]
        let remarks =
            (mover.mayBeChance ? [words.say("remark.chance")] : [])
            + counts.filter { $0.1 > 0 }.map { words.say("remark.\($0.0)", String($0.1)) }
        return remarks.joined(separator: "; ")
    }

    private func text(of movers: Movers, _ year: Int) -> String {
        let words = surroundings.phrasebook
        let rows = movers.leading.map { mover in
            [
                mover.now.group, FigureText.value(of: mover.before),
                FigureText.value(of: mover.now), FigureText.change(of: mover.now),
                mover.now.denominator.map { String($0) } ?? "",
                remark(mover),
            ]
        }
        let columns = [
            TerminalTable.Column(words.say("column.agency")),
            TerminalTable.Column(String(year - 1), isNumeric: true),
            TerminalTable.Column(String(year), isNumeric: true),
            TerminalTable.Column(words.say("column.change"), isNumeric: true),
            TerminalTable.Column(words.say("column.denominator"), isNumeric: true),
            TerminalTable.Column(words.say("column.remark")),
        ]
        let head = words.say("movers.head", words.say(metric.name), String(year - 1), String(year))
        let notes = [
            "\(definition.id): \(words.say(definition.name)) = \(definition.formula)",
            words.say("movers.of", String(movers.leading.count), String(movers.count)),
        ]
        return head + "\n\n" + TerminalTable(columns: columns, rows: rows).text + "\n"
            + notes.map { "  " + $0 + "\n" }.joined()
    }
}
