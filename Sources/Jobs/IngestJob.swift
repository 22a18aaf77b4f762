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
        var news: [(file: InputFile, knowledge: [Warehouse.Knowledge])] = []
        for file in files {
            var known: [Warehouse.Knowledge] = []
            for item in file.items() {
                known.append(
                    try warehouse.knowledge(of: item.name, hash: item.hash, reader: intake.reader)
                )
            }
            if known.contains(where: \.isNews) {
                news.append((file, known))
            } else {
                for knowledge in known { outcome.tally.count(old: knowledge) }
            }
        }
        let derived = DerivedTables(surroundings)
        if news.isEmpty, try derived.areCurrent(in: warehouse) { return }
        if isTrial {
            for (file, known) in news {
                for (item, knowledge) in zip(file.items(), known) {
                    count(item.taken(by: intake), item, knowledge, &outcome, say)
                }
            }
            return
        }
        let counted = try warehouse.transaction { () throws(WarehouseError) -> Outcome in
            var counted = outcome
            for (index, (file, known)) in news.enumerated() {
                progress(index, news.count)
                for (place, item) in file.items().enumerated() {
                    let before = known.indices.contains(place) ? known[place] : .none
                    try take(item, before, intake, warehouse, &counted, say)
                }
            }
            try derived.update(in: warehouse)
            if !news.isEmpty { try warehouse.journal(counted.tally, reader: intake.reader) }
            return counted
        }
        outcome = counted
    }

    private func take(
        _ item: InputItem,
        _ before: Warehouse.Knowledge,
        _ intake: Intake,
        _ warehouse: borrowing Warehouse,
        _ counted: inout Outcome,
        _ say: (String) -> Void
    ) throws(WarehouseError) {
        guard before.isNews else {
            counted.tally.count(old: before)
            return
        }
        let taken = item.taken(by: intake)
        // The same content may have come in this run, under another path.
        let now = try warehouse.knowledge(of: item.name, hash: item.hash, reader: intake.reader)
        try store(taken, item, now, intake, warehouse, say)
        count(taken, item, now == .none ? before : now, &counted, say)
    }

    private func store(
        _ taken: Result<[Intake.Outcome], Rejection>,
        _ item: InputItem,
        _ knowledge: Warehouse.Knowledge,
        _ intake: Intake,
        _ warehouse: borrowing Warehouse,
        _ say: (String) -> Void
    ) throws(WarehouseError) {
        switch taken {
        case .success(let outcomes):
            guard let hash = item.hash else { return }
            for (number, outcome) in outcomes.enumerated() {
                // Further reports of a page are stored beside the first, as parts of it.
                let part = number == 0 ? "" : "#\(number + 1)"
                let source = SourceFile(
                    path: item.name + part,
                    hash: part.isEmpty
                        ? hash : ContentHash(of: Array((hash.description + part).utf8)),
                    format: outcome.format,
                    encoding: outcome.encoding,
                    reader: intake.reader,
                    folderHint: item.folderHint
                )
                if knowledge == .loadedOtherwise(reader: intake.reader) {
                    try warehouse.note(source.hash, at: source.path)
                } else {
                    let changed = try warehouse.load(
                        outcome.report,
                        findings: outcome.findings,
                        from: source
                    )
                    if changed > 0 {
                        say(
                            surroundings.phrasebook.say(
                                "ingest.reread",
                                source.path,
                                String(changed)
                            )
                        )
                    }
                }
            }
        case .failure(let rejection):
            try warehouse.quarantine(
                rejection,
                path: item.name,
                hash: item.hash,
                reader: intake.reader
            )
        }
    }

    private func count(
        _ taken: Result<[Intake.Outcome], Rejection>,
        _ item: InputItem,
        _ knowledge: Warehouse.Knowledge,
        _ outcome: inout Outcome,
        _ say: (String) -> Void
    ) {
        switch taken {
        case .success(let accepted):
            outcome.failing += accepted.count { accepted in
                accepted.findings.contains { $0.verdict == .fail }
            }
            switch knowledge {
            case .none: outcome.tally.loaded += 1
            case .loadedOtherwise(let reader) where reader != accepted.first?.reader:
                outcome.tally.reread += 1
            case .loaded, .loadedOtherwise, .quarantined: outcome.tally.unchanged += 1
            }
        case .failure(let rejection):
            outcome.tally.quarantined += 1
            outcome.tally.newlyQuarantined += 1
            say(surroundings.phrasebook.message(of: rejection, file: item.name))
        }
    }
}

extension Warehouse.Knowledge {
    /// Whether the content has to be read.
    fileprivate var isNews: Bool {
        switch self {
        case .none, .loadedOtherwise: true
        case .loaded, .quarantined: false
        }
    }
}

extension RunTally {
    /// Counts a content that needn't be read.
    fileprivate mutating func count(old knowledge: Warehouse.Knowledge) {
        switch knowledge {
        case .quarantined: quarantined += 1
        default: unchanged += 1
        }
    }
}
