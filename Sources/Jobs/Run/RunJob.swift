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

    /// A run over some paths.
    ///
    /// - Parameters:
    ///   - surroundings: the words and the warehouse.
    ///   - paths: the files and folders with reports.
    ///   - output: the folder that the bundle goes to.
    ///   - program: the program's version.
    ///   - waits: whether to wait for another process that is writing.
    public init(
        _ surroundings: Surroundings,
        paths: [String],
        output: String,
        program: String,
        waits: Bool
    ) {
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
        /// What was done, in words.
        public var text: String
    }

    /// Runs.
    ///
    /// - Parameters:
    ///   - now: tells the time, in UTC and ISO 8601.
    ///   - say: is told at once why a file was refused.
    ///   - progress: is told how many of how many files have been read.
    /// - Returns: what it came to.
    /// - Throws: ``JobError`` when nothing can be read, stored or put in place; the run's row says so too.
    public func run(
        now: () -> String,
        say: (String) -> Void,
        progress: (Int, Int) -> Void
    ) throws(JobError) -> Outcome {
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
        let started = now()
        let id: Int
        do throws(WarehouseError) {
            id = try warehouse.beginRun(
                started: started,
                program: program,
                reader: Intake(catalog: surroundings.catalog).reader,
                paths: paths
            )
        } catch {
            throw .warehouse(error)
        }
        do throws(JobError) {
            let (outcome, values) = try work(id, in: warehouse, say, progress)
            var entry = values
            entry["ended"] = .text(now())
            try end(id, entry, in: warehouse)
            try summarise(id, in: warehouse)
            return outcome
        } catch {
            let entry: [String: SQLValue] = [
                "ended": .text(now()), "exit_code": .integer(Int(error.exitCode)),
                "message": .text(error.message(surroundings.phrasebook)),
            ]
            // What stopped the run is worth more than that its row could not be written.
            try? end(id, entry, in: warehouse)
            throw error
        }
    }

    private func work(
        _ id: Int,
        in warehouse: borrowing Warehouse,
        _ say: (String) -> Void,
        _ progress: (Int, Int) -> Void
    ) throws(JobError) -> (Outcome, [String: SQLValue]) {
        let ingest = IngestJob(surroundings, paths: paths, isTrial: false)
        let walk = try ingest.walk(say)
        let taken: IngestJob.Outcome
        let failed: Int
        do throws(WarehouseError) {
            taken = try ingest.take(walk, in: warehouse, run: id, say, progress)
            failed = try warehouse.openFailures()
            try warehouse.verify()
        } catch {
            throw .warehouse(error)
        }
        let export = try ExportJob(surroundings, directory: output).run(isTrial: false)
        let code: Int32 = taken.hasNewRefusals ? 4 : failed > 0 ? 3 : 0
        let words = surroundings.phrasebook
        let tally = taken.tally
        let values: [String: SQLValue] = [
            "seen": .integer(tally.seen), "loaded": .integer(tally.loaded),
            "reread": .integer(tally.reread), "unchanged": .integer(tally.unchanged),
            "quarantined": .integer(tally.quarantined),
            "newly_quarantined": .integer(tally.newlyQuarantined),
            "ignored": .integer(taken.ignored), "failed_findings": .integer(failed),
            "exported": .text(export.isWritten ? "written" : "unchanged"),
            "exit_code": .integer(Int(code)),
        ]
        let text = [
            taken.text(words), words.say("run.failed", String(failed)),
            export.text.split(separator: "\n").first.map(String.init) ?? "",
        ].joined(separator: "\n")
        return (Outcome(exitCode: code, text: text), values)
    }

    private func end(
        _ id: Int,
        _ entry: [String: SQLValue],
        in warehouse: borrowing Warehouse
    ) throws(JobError) {
        let keys = [
            "ended", "seen", "loaded", "reread", "unchanged", "quarantined", "newly_quarantined",
            "ignored", "failed_findings", "exported", "exit_code", "message",
        ]
        let whole = Dictionary(uniqueKeysWithValues: keys.map { ($0, entry[$0] ?? .null) })
        do throws(WarehouseError) { try warehouse.endRun(id, whole) } catch {
            throw .warehouse(error)
        }
    }

    /// The run's row as a file beside the bundle, for whatever watches.
    private func summarise(_ id: Int, in warehouse: borrowing Warehouse) throws(JobError) {
        let row: SQLRow?
        do throws(WarehouseError) {
            row = try warehouse.runs().first { $0["id"].integer == id }
        } catch {
            throw .warehouse(error)
        }
        guard let row else { return }
        let members = zip(row.columns, row.values).map { name, value -> (String, JSONValue) in
            switch value {
            case .null: (name, .null)
            case .integer(let number): (name, .integer(number))
            case .text(let text): (name, .string(text))
            }
        }
        let summary = JSONValue.object(Dictionary(uniqueKeysWithValues: members)).text
        try OutputFile.write(Array(summary.utf8), to: output + "/run_summary.json")
    }
}
