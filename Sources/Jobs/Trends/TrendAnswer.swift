import CSVCodec
import Exporting
import FormCatalog
import Measuring
import Phrasebook
import ReportModel

/// A trend's observations with the words for them; the forms of an answer are made of it.
struct TrendAnswer {
    let trend: Trend
    let observations: [Observation]
    let surroundings: Surroundings

    init(_ trend: Trend, _ observations: [Observation], _ surroundings: Surroundings) {
        self.trend = trend
        self.observations = observations
        self.surroundings = surroundings
    }

    var words: Phrasebook { surroundings.phrasebook }

    /// What a series or a group is called.
    func name(_ series: String, _ group: String) -> String {
        SeriesName(surroundings).text(trend.breakdown.rawValue, series, group)
    }

    /// The answer as a table with keys for columns.
    var table: ExportTable {
        TrendTables(surroundings).long(observations)
    }

    /// Changes that the years of the answer go through, common ones and the variant's own.
    func breaks(of definition: Metric.Definition) -> [LineChart.Break] {
        let own = definition.breaks.map {
            LineChart.Break(
                year: $0.year,
                label: words.say($0.isComparable ? "break.mark" : "break.gap"),
                isComparable: $0.isComparable
            )
        }
        let common = surroundings.metrics.breaks.map {
            LineChart.Break(year: $0.year, label: words.say($0.reason), isComparable: true)
        }
        return (own.filter { !$0.isComparable } + common).sorted { $0.year < $1.year }
    }

    /// The answer as JSON.
    var json: JSONValue {
        .array(observations.map(json))
    }

    private func json(of observation: Observation) -> JSONValue {
        func millionths(_ value: Int?) -> JSONValue {
            value.map { .string(CSVEncoder.Field(millionths: $0).plain) } ?? .null
        }
        return .object([
            "metric": .string(observation.metric),
            "definition": .string(observation.definition),
            "series": .string(observation.series),
            "agency": .string(observation.agency),
            "group": .string(observation.group),
            "year": .integer(observation.year),
            "numerator": JSONValue(observation.numerator),
            "denominator": JSONValue(observation.denominator),
            "value": observation.isCount
                ? JSONValue(observation.numerator) : millionths(observation.millionths),
            "low": millionths(observation.interval?.low),
            "high": millionths(observation.interval?.high),
            "change": millionths(observation.change),
            "status": .string(observation.status.rawValue),
            "reports": .integer(observation.reports),
            "left_out": .integer(observation.leftOut),
            "covered": .integer(observation.covered),
            "failed_findings": .integer(observation.failedFindings),
            "scope_changes": .integer(observation.scopeChanges),
            "other_forms": .integer(observation.otherForms),
            "breaks": .array(
                surroundings.metrics.breaks(at: observation.year).map { .string($0.code) }
            ),
        ])
    }
}

/// What series and groups are called.
struct SeriesName {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// The name of a member of a series, or of a group of a dimension.
    func text(_ dimension: String, _ series: String, _ group: String) -> String {
        if series.isEmpty {
            let key = "\(dimension).\(group)"
            return surroundings.phrasebook.has(key) ? surroundings.phrasebook.say(key) : group
        }
        if let row = RequestRow(rawValue: series) {
            return surroundings.official.labels(of: .request(row, .total)).row
        }
        if let applicant = Applicant(rawValue: series) {
            return surroundings.official.labels(of: .request(.newReceived, applicant)).column
        }
        let key = "subject.\(series)"
        return surroundings.phrasebook.has(key) ? surroundings.phrasebook.say(key) : series
    }
}
