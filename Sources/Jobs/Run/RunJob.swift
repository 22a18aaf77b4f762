import Exporting
import Phrasebook
import ReportModel
import Warehouse

/// The nightly run: takes in what is new, checks it, and puts a fresh bundle in place; each run leaves a row.
///
/// One process runs at a time. Whatever fails, the last good bundle stays.
public struct RunJob: Sendable {
    private let surroundings: Surroundings
    private let paths: [String]
    private let output: String
    private let program: String
    private let waits: Bool
    private let prometheus: String?
    private let selection: FileSelection

    /// A run over some paths.
    ///
    /// - Parameters:
    ///   - surroundings: the words and the warehouse.
    ///   - paths: the files and folders with reports.
    ///   - selection: which files below them.
    ///   - output: the folder that the bundle goes to.
    ///   - prometheus: the file that a monitor reads, if there is one.
    ///   - program: the program's version.
    ///   - waits: whether to wait for another process that is writing.
    public init(
        _ surroundings: Surroundings,
        paths: [String],
        selection: FileSelection = FileSelection(),
        output: String,
        prometheus: String? = nil,
        program: String,
        waits: Bool
    ) {
        self.prometheus = prometheus
        self.selection = selection
        self.surroundings = surroundings
        self.paths = paths
        self.output = output
        self.program = program
        self.waits = waits
    }

    /// What a run came to.
    public struct Outcome: Sendable {
        /// 0, 3 where findings fail, 4 where files were newly refused.
        public var exitCode: Int32
    }

    /// Says what a run would do, and does nothing.
    ///
    /// - Parameter reporter: is told at once why a file would be refused.
    /// - Returns: what it would come to.
    /// - Throws: ``JobError`` when nothing can be read.
    public func rehearse(_ reporter: Reporter) throws(JobError) -> Outcome {
        let taken = try IngestJob(surroundings, paths: paths, selection: selection, isTrial: true)
            .run(reporter)
        reporter.say(.init(.info, "rehearsed", taken.text(surroundings.phrasebook)))
        return Outcome(exitCode: taken.hasNewRefusals ? 4 : 0)
    }

    /// Runs.
    ///
    /// - Parameter reporter: is told at once what happens.
    /// - Returns: what it came to.
    /// - Throws: ``JobError`` when nothing can be read, stored or put in place; the run's row says so too.
    public func run(_ reporter: Reporter) throws(JobError) -> Outcome {
        let warehouse: Warehouse
        do throws(WarehouseError) {
            warehouse = try Warehouse(
                path: surroundings.warehousePath,
                access: .writing,
                waits: waits
            )
        } catch {
            throw .warehouse(error)
        }
        let started = reporter.now
        let reader = Intake(catalog: try surroundings.catalog).reader
        let id: Int
        do throws(WarehouseError) {
            id = try warehouse.beginRun(
                started: started,
                program: program,
                reader: reader,
                paths: paths
            )
        } catch {
            throw .warehouse(error)
        }
        reporter.run = id
        reporter.say(
            .init(
                .info,
                "started",
                surroundings.phrasebook.say(
                    "run.started",
                    String(id),
                    paths.joined(separator: ", ")
                )
            )
        )
        do throws(JobError) {
            let (outcome, values) = try work(id, in: warehouse, reporter)
            var entry = values
            entry["ended"] = .text(reporter.now)
            try end(id, entry, in: warehouse)
            try summarise(in: warehouse)
            return outcome
        } catch {
            let entry: [String: SQLValue] = [
                "ended": .text(reporter.now), "exit_code": .integer(Int(error.exitCode)),
                "message": .text(error.message(surroundings.phrasebook)),
            ]
            // What stopped the run is worth more than that its row could not be written.
            try? end(id, entry, in: warehouse)
            try? summarise(in: warehouse)
            throw error
        }
    }

    private func work(
        _ id: Int,
        in warehouse: borrowing Warehouse,
        _ reporter: Reporter
    ) throws(JobError) -> (Outcome, [String: SQLValue]) {
        let ingest = IngestJob(surroundings, paths: paths, selection: selection, isTrial: false)
        try ingest.requireFiles()
        let taken = try ingest.take(in: warehouse, run: id, reporter)
        let failed: Int
        do throws(WarehouseError) { failed = try warehouse.openFailures() } catch {
            throw .warehouse(error)
        }
        let export = try Publication(surroundings, directory: output).publish(from: warehouse)
        let code: Int32 = taken.hasNewRefusals ? 4 : failed > 0 ? 3 : 0
        let words = surroundings.phrasebook
        let tally = taken.tally
        let values: [String: SQLValue] = [
            "seen": .integer(tally.seen), "new": .integer(tally.new),
            "changed": .integer(tally.changed), "unchanged": .integer(tally.unchanged),
            "quarantined": .integer(tally.quarantined), "ignored": .integer(tally.ignored),
            "newly_quarantined": .integer(tally.newlyQuarantined),
            "passed_over": .integer(taken.passedOver), "vanished": .integer(tally.vanished),
            "failed_findings": .integer(failed),
            "exported": .text(export.isWritten ? "written" : "unchanged"),
            "exit_code": .integer(Int(code)),
        ]
        if let stale = try Freshness(surroundings, day: reporter.now).warning(in: warehouse) {
            reporter.say(.init(.warning, "stale", stale))
        }
        let text = [
            taken.text(words), words.say("run.failed", String(failed)),
            export.text.split(separator: "\n").first.map(String.init) ?? "",
        ].joined(separator: "\n")
        reporter.say(.init(.info, "ended", text))
        return (Outcome(exitCode: code), values)
    }

    private func end(
        _ id: Int,
        _ entry: [String: SQLValue],
        in warehouse: borrowing Warehouse
    ) throws(JobError) {
        let keys = [
            "ended", "seen", "new", "changed", "unchanged", "quarantined", "ignored",
            "newly_quarantined", "passed_over", "vanished", "failed_findings", "exported",
            "exit_code", "message",
        ]
        let whole = Dictionary(uniqueKeysWithValues: keys.map { ($0, entry[$0] ?? .null) })
        do throws(WarehouseError) { try warehouse.endRun(id, whole) } catch {
            throw .warehouse(error)
        }
    }

    /// The run's row as a file beside the bundle, and as a monitor reads it.
    private func summarise(in warehouse: borrowing Warehouse) throws(JobError) {
        let rows: [SQLRow]
        do throws(WarehouseError) { rows = try warehouse.runs() } catch { throw .warehouse(error) }
        guard let row = rows.first else { return }
        let members = zip(row.columns, row.values).map { name, value -> (String, JSONValue) in
            switch value {
            case .null: (name, .null)
            case .integer(let number): (name, .integer(number))
            case .text(let text): (name, .string(text))
            }
        }
        let summary = JSONValue.object(Dictionary(uniqueKeysWithValues: members)).text
        try OutputFile.write(Array(summary.utf8), to: output + "/run_summary.json")
        if let prometheus {
            try OutputFile.write(Array(RunGauges(rows).text.utf8), to: prometheus)
        }
    }
}
