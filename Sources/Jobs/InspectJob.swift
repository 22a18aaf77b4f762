import CSVCodec
import Exporting
import Phrasebook
import Reading
public import ReportModel

/// Reads one file and says what it makes of it; touches no warehouse.
public struct InspectJob: Sendable {
    private let surroundings: Surroundings
    private let path: String

    /// A job on one file.
    public init(_ surroundings: Surroundings, path: String) {
        self.surroundings = surroundings
        self.path = path
    }

    /// The report with its findings, or why there is none.
    ///
    /// - Throws: ``JobError/nothingToRead(_:)`` when there is no such file.
    public func run() throws(JobError) -> Result<Intake.Outcome, Rejection> {
        let walk = FileWalk([path])
        guard walk.missing.isEmpty, let file = walk.files.first, walk.files.count == 1,
            file.name == path
        else { throw .nothingToRead([path]) }
        let intake = Intake(catalog: surroundings.catalog)
        return Result { () throws(Rejection) in
            let bytes = try file.bytes(most: DocumentReading.mostBytes)
            return try intake.outcome(of: bytes, fileName: file.fileName)
        }
    }

    /// The outcome in the form asked for; a refusal has words only as JSON.
    ///
    /// - Parameters:
    ///   - outcome: what ``run()`` returned.
    ///   - format: as a summary, as a table of cells, or as the contract of `inspect --json` has it.
    ///   - all: whether findings that pass are told too.
    /// - Returns: UTF-8, ended by a line feed.
    public func answer(
        _ outcome: Result<Intake.Outcome, Rejection>,
        _ format: ResultFormat,
        all: Bool
    ) -> [UInt8] {
        let json = InspectionJSON(surroundings.phrasebook)
        switch (outcome, format) {
        case (.success(let taken), .table): return Array(summary(of: taken).utf8)
        case (.success(let taken), .csv):
            return Tables.cells(taken.report, catalog: surroundings.catalog)
                .csv(.excel, surroundings.phrasebook)
        case (.success(let taken), .json):
            let report = json.value(of: taken.report, findings: taken.findings, all: all)
            return Array(JSONValue.array([report]).text.utf8)
        case (.failure(let rejection), .json): return Array(json.value(of: rejection).text.utf8)
        case (.failure, _): return []
        }
    }

    /// Why the file was refused, in one line.
    public func message(of rejection: Rejection) -> String {
        surroundings.phrasebook.message(of: rejection, file: path)
    }

    /// The outcome in words: who, when, how many cells of which state, findings and doubts.
    private func summary(of outcome: Intake.Outcome) -> String {
        let words = surroundings.phrasebook
        let report = outcome.report
        func fact(_ key: String, _ value: String, _ evidence: Evidence?) -> [String] {
            [words.say(key), value, evidence.map { words.say("evidence.\($0.rawValue)") } ?? ""]
        }
        var facts = [
            fact("column.agency", report.agency.value, report.agency.evidence),
            fact("column.year", String(report.year.value), report.year.evidence),
        ]
        if let published = report.published {
            facts.append(fact("column.published", published.value.description, published.evidence))
        }
        facts.append(fact("column.title", report.title, nil))
        facts.append(fact("column.edition", report.edition.rawValue, nil))
        facts.append(fact("column.format", "\(outcome.format), \(outcome.encoding)", nil))
        let states = Dictionary(grouping: report.cells.inFormOrder, by: \.cell.figure.state)
        let counts = states.sorted { $0.key < $1.key }
            .map { "\(words.say("state.\($0.key)")) \($0.value.count)" }
        facts.append(fact("inspect.cells", counts.joined(separator: ", "), nil))
        let columns = [
            TerminalTable.Column(""), TerminalTable.Column(""), TerminalTable.Column(""),
        ]
        var text = String(
            TerminalTable(columns: columns, rows: facts).text.drop { $0 == "\n" }
        )
        let told = outcome.findings.filter { $0.verdict == .fail || $0.verdict == .uncertain }
        let passed = outcome.findings.count { $0.verdict == .pass }
        text += "\n" + words.say("inspect.findings", String(passed), String(told.count)) + "\n"
        for finding in told {
            text +=
                "  \(finding.rule) \(words.say("verdict.\(finding.verdict.rawValue)")) "
                + "\(finding.scope): \(finding.formula)"
                + (finding.verdict == .fail ? "  (\(finding.left) ≠ \(finding.right))" : "") + "\n"
        }
        for warning in report.warnings {
            let place = warning.origin?.line.map { ":\($0)" } ?? ""
            text += "  \(path)\(place): \(words.message(of: warning)) [\(warning.code.rawValue)]\n"
        }
        return text
    }
}
