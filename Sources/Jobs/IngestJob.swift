import Exporting
public import Phrasebook
import Reading
import ReportModel
public import Warehouse

/// Takes files and folders into the warehouse, as one transaction.
public struct IngestJob: Sendable {
    private let surroundings: Surroundings
    private let paths: [String]
    private let isTrial: Bool

    /// A job on some paths; a trial reads everything and stores nothing.
    public init(_ surroundings: Surroundings, paths: [String], isTrial: Bool) {
        self.surroundings = surroundings
        self.paths = paths
        self.isTrial = isTrial
    }

    /// What the job did.
    public struct Outcome: Sendable {
        /// The files, counted.
        public var tally = RunTally()
        /// How many entries of the folders are no reports.
        public var ignored = 0
        /// How many of the reports taken in have findings that fail.
        public var failing = 0
        /// Whether files were refused that were not before.
        public var hasNewRefusals: Bool { tally.newlyQuarantined > 0 }

        /// The counts in one line.
        public func text(_ phrasebook: Phrasebook) -> String {
            phrasebook.say(
                "ingest.tally",
                details: [
                    tally.seen, tally.loaded, tally.reread, tally.unchanged, tally.quarantined,
                    tally.newlyQuarantined, ignored, failing,
                ].map { String($0) }
            )
        }

        /// The counts as JSON.
        public var json: [UInt8] {
            let counts = [
                "seen": tally.seen, "loaded": tally.loaded, "reread": tally.reread,
                "unchanged": tally.unchanged, "quarantined": tally.quarantined,
                "newly_quarantined": tally.newlyQuarantined, "ignored": ignored,
                "with_failed_findings": failing,
            ]
            return Array(JSONValue.object(counts.mapValues(JSONValue.integer)).text.utf8)
        }
    }

    /// Reads and stores.
    ///
    /// - Parameters:
    ///   - say: is told at once why a file was refused.
    ///   - progress: is told how many of how many files have been read.
    /// - Returns: the counts.
    /// - Throws: ``JobError`` when there is nothing to read or nothing can be stored; then nothing is.
    public func run(
        say: (String) -> Void,
        progress: (Int, Int) -> Void
    ) throws(JobError) -> Outcome {
        let walk = FileWalk(paths)
        for (path, reason) in walk.closed {
            say(surroundings.phrasebook.say("error.closed_folder", path, reason))
        }
        guard walk.missing.isEmpty, !walk.files.isEmpty else {
            throw .nothingToRead(walk.missing.isEmpty ? paths : walk.missing)
        }
        let intake = Intake(catalog: surroundings.catalog)
        do throws(WarehouseError) {
            var outcome = Outcome(ignored: walk.ignored)
            if isTrial, !FileWalk([surroundings.warehousePath]).missing.isEmpty {
                let warehouse = try Warehouse(path: ":memory:", access: .writing)
                try take(walk.files, intake, warehouse, &outcome, say, progress)
                return outcome
            }
            let warehouse = try Warehouse(
                path: surroundings.warehousePath,
                access: isTrial ? .reading : .writing
            )
            try take(walk.files, intake, warehouse, &outcome, say, progress)
            return outcome
        } catch {
            throw .warehouse(error)
        }
    }

    /// Looks every file up, then reads and stores those that are new. Most nights bring none, and then
    /// nothing is written at all.
    private func take(
        _ files: [InputFile],
        _ intake: Intake,
        _ warehouse: borrowing Warehouse,
        _ outcome: inout Outcome,
        _ say: (String) -> Void,
        _ progress: (Int, Int) -> Void
    ) throws(WarehouseError) {
        var news: [(file: InputFile, knowledge: Warehouse.Knowledge)] = []
        for file in files {
            let hash = (try? file.bytes(most: DocumentReading.mostBytes)).map(ContentHash.init)
            let knowledge = try warehouse.knowledge(
                of: file.name,
                hash: hash,
                reader: intake.reader
            )
            switch knowledge {
            case .loaded: outcome.tally.unchanged += 1
            case .quarantined: outcome.tally.quarantined += 1
            case .none, .loadedOtherwise: news.append((file, knowledge))
            }
        }
        guard !news.isEmpty else { return }
        if isTrial {
            for (file, knowledge) in news {
                count(file.taken(by: intake), file, knowledge, &outcome, say)
            }
            return
        }
        let counted = try warehouse.transaction { () throws(WarehouseError) -> Outcome in
            var counted = outcome
            for (index, (file, knowledge)) in news.enumerated() {
                progress(index, news.count)
                let taken = file.taken(by: intake)
                // The same content may have come in this run, under another path.
                let now = try warehouse.knowledge(
                    of: file.name,
                    hash: taken.hash,
                    reader: intake.reader
                )
                try store(taken, file, now, intake, warehouse)
                count(taken, file, now == .none ? knowledge : now, &counted, say)
            }
            try warehouse.journal(counted.tally, reader: intake.reader)
            return counted
        }
        outcome = counted
    }

    private func store(
        _ taken: TakenFile,
        _ file: InputFile,
        _ knowledge: Warehouse.Knowledge,
        _ intake: Intake,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        switch taken.result {
        case .success(let outcome):
            guard let hash = taken.hash else { return }
            if knowledge == .loadedOtherwise(reader: intake.reader) {
                try warehouse.note(hash, at: file.name)
                return
            }
            let source = SourceFile(
                path: file.name,
                hash: hash,
                format: outcome.format,
                encoding: outcome.encoding,
                reader: intake.reader
            )
            try warehouse.load(outcome.report, findings: outcome.findings, from: source)
        case .failure(let rejection):
            try warehouse.quarantine(
                rejection,
                path: file.name,
                hash: taken.hash,
                reader: intake.reader
            )
        }
    }

    private func count(
        _ taken: TakenFile,
        _ file: InputFile,
        _ knowledge: Warehouse.Knowledge,
        _ outcome: inout Outcome,
        _ say: (String) -> Void
    ) {
        switch taken.result {
        case .success(let accepted):
            if accepted.findings.contains(where: { $0.verdict == .fail }) { outcome.failing += 1 }
            switch knowledge {
            case .none: outcome.tally.loaded += 1
            case .loadedOtherwise(let reader) where reader != accepted.reader:
                outcome.tally.reread += 1
            case .loaded, .loadedOtherwise, .quarantined: outcome.tally.unchanged += 1
            }
        case .failure(let rejection):
            outcome.tally.quarantined += 1
            outcome.tally.newlyQuarantined += 1
            say(surroundings.phrasebook.message(of: rejection, file: file.name))
        }
    }
}

/// What became of a file's bytes.
private struct TakenFile {
    /// The hash of the bytes; `nil` if they can't be had.
    let hash: ContentHash?
    /// The report, or why there is none.
    let result: Result<Intake.Outcome, Rejection>
}

extension InputFile {
    fileprivate func taken(by intake: Intake) -> TakenFile {
        do {
            let bytes = try bytes(most: DocumentReading.mostBytes)
            let hash = ContentHash(of: bytes)
            return TakenFile(
                hash: hash,
                result: Result { () throws(Rejection) in
                    try intake.outcome(of: bytes, fileName: fileName)
                }
            )
        } catch {
            return TakenFile(hash: nil, result: .failure(error))
        }
    }
}
