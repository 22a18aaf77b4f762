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

    /// What became of each document: of the file, or of every member of the archive that it is.
    public struct Answer: Sendable {
        /// The document's path.
        public var path: String
        /// Its reports, or why there are none.
        public var result: Result<[Intake.Outcome], Rejection>

        /// Why the document was refused, if it was.
        public var rejection: Rejection? {
            if case .failure(let rejection) = result { rejection } else { nil }
        }
    }

    /// The reports with their findings, or why there are none.
    ///
    /// - Throws: ``JobError/nothingToRead(_:)`` when there is no such file.
    public func run() throws(JobError) -> [Answer] {
        let walk = FileWalk([path])
        let file = InputFile(path: Array(path.utf8))
        guard walk.missing.isEmpty, !file.isFolder else { throw .nothingToRead([path]) }
        let intake = Intake(catalog: try surroundings.catalog, keepsPasses: true)
        return file.items().map { Answer(path: $0.name, result: $0.taken($0.load(), by: intake)) }
    }

    /// The outcome in the form asked for; a refusal has words only as JSON.
    ///
    /// - Parameters:
    ///   - answers: what ``run()`` returned.
    ///   - format: as a summary, as a table of cells, or as the contract of `inspect --json` has it.
    ///   - all: whether findings that pass are told too.
    /// - Returns: UTF-8, ended by a line feed.
    public func text(_ answers: [Answer], _ format: ResultFormat, all: Bool) -> [UInt8] {
        let outcomes = answers.flatMap { (try? $0.result.get()) ?? [] }
        switch format {
        case .table:
            let texts = answers.flatMap { answer in
                ((try? answer.result.get()) ?? []).map { summary(of: $0, at: answer.path) }
            }
            return Array(texts.joined(separator: "\n").utf8)
        case .csv:
            let table = Tables.cells(outcomes.map(\.report), surroundings.official)
            return outcomes.isEmpty ? [] : table.csv(.excel, surroundings.phrasebook)
        case .json:
            let json = InspectionJSON(surroundings.phrasebook)
            if answers.count == 1, let rejection = answers[0].rejection {
                return Array(json.value(of: rejection).text.utf8)
            }
            let values = answers.flatMap { answer -> [JSONValue] in
                switch answer.result {
                case .success(let outcomes):
                    outcomes.map { json.value(of: $0.report, findings: $0.findings, all: all) }
                case .failure(let rejection): [json.value(of: rejection)]
                }
            }
            return Array(JSONValue.array(values).text.utf8)
        }
    }

    /// Why the file was refused, in one line.
    public func message(of rejection: Rejection, in answer: Answer) -> String {
        surroundings.phrasebook.message(of: rejection, file: answer.path)
    }

    /// The outcome in words: who, when, how many cells of which state, findings and doubts.
    private func summary(of outcome: Intake.Outcome, at path: String) -> String {
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
