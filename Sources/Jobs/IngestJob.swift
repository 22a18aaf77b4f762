import Exporting
import Glibc
public import Phrasebook
import Reading
import ReportModel
public import Warehouse

/// Takes files and folders into the warehouse, batch by batch.
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
    /// - Throws: ``JobError`` when there is nothing to read or nothing can be stored.
    public func run(
        say: (String) -> Void,
        progress: (Int, Int) -> Void
    ) throws(JobError) -> Outcome {
        let walk = try walk(say)
        do throws(WarehouseError) {
            if isTrial, !FileWalk([surroundings.warehousePath]).missing.isEmpty {
                let warehouse = try Warehouse(path: ":memory:", access: .writing)
                return try take(walk, in: warehouse, run: nil, say, progress)
            }
            let warehouse = try Warehouse(
                path: surroundings.warehousePath,
                access: isTrial ? .reading : .writing
            )
            return try take(walk, in: warehouse, run: nil, say, progress)
        } catch {
            throw .warehouse(error)
        }
    }

    /// The files under the paths.
    ///
    /// - Throws: ``JobError/nothingToRead(_:)`` when there are none.
    func walk(_ say: (String) -> Void) throws(JobError) -> FileWalk {
        let walk = FileWalk(paths)
        for (path, reason) in walk.closed {
            say(surroundings.phrasebook.say("error.closed_folder", path, reason))
        }
        guard walk.missing.isEmpty, !walk.files.isEmpty else {
            throw .nothingToRead(walk.missing.isEmpty ? paths : walk.missing)
        }
        return walk
    }

    /// A file that has to be read, at least in part, and what is known of its contents.
    private struct Opened {
        var file: InputFile
        var state: FileState?
        var knowledge: [Warehouse.Knowledge]

        var isNews: Bool { knowledge.contains(where: \.isNews) }
    }

    /// So many files are stored as one transaction: a run that is killed loses no more than these.
    private static let batch = 200

    /// Looks every file up, then reads and stores those that are new. Most nights bring none, and then
    /// nothing is written at all.
    func take(
        _ walk: FileWalk,
        in warehouse: borrowing Warehouse,
        run: Int?,
        _ say: (String) -> Void,
        _ progress: (Int, Int) -> Void
    ) throws(WarehouseError) -> Outcome {
        let intake = Intake(catalog: surroundings.catalog)
        var outcome = Outcome(ignored: walk.ignored)
        var opened: [Opened] = []
        for file in walk.files {
            let state = file.state
            if let state, let seen = try warehouse.seen(file.name, state, reader: intake.reader) {
                outcome.tally.unchanged += seen.reports
                outcome.tally.quarantined += seen.quarantined
                continue
            }
            var known: [Warehouse.Knowledge] = []
            for item in file.items() {
                known.append(
                    try warehouse.knowledge(of: item.name, hash: item.hash, reader: intake.reader)
                )
            }
            let found = Opened(file: file, state: state, knowledge: known)
            if !found.isNews { for knowledge in known { outcome.tally.count(old: knowledge) } }
            opened.append(found)
        }
        let news = opened.filter(\.isNews)
        let derived = DerivedTables(surroundings)
        if isTrial {
            for found in news {
                for (item, knowledge) in zip(found.file.items(), found.knowledge) {
                    count(item.taken(by: intake), item, knowledge, &outcome, say)
                }
            }
            return outcome
        }
        if news.isEmpty, run == nil, try derived.areCurrent(in: warehouse) { return outcome }
        try store(opened, of: news.count, intake, warehouse, run, &outcome, say, progress)
        let counted = outcome
        try warehouse.transaction { () throws(WarehouseError) in
            let areCurrent = try derived.areCurrent(in: warehouse)
            if !news.isEmpty || !areCurrent { try derived.update(in: warehouse) }
            if !news.isEmpty { try warehouse.journal(counted.tally, reader: intake.reader) }
        }
        return outcome
    }

    /// Stores files batch by batch. What is worked out from them is marked as outdated with the first.
    private func store(
        _ opened: [Opened],
        of news: Int,
        _ intake: Intake,
        _ warehouse: borrowing Warehouse,
        _ run: Int?,
        _ outcome: inout Outcome,
        _ say: (String) -> Void,
        _ progress: (Int, Int) -> Void
    ) throws(WarehouseError) {
        var done = 0
        for start in stride(from: 0, to: opened.count, by: Self.batch) {
            let batch = opened[start..<min(start + Self.batch, opened.count)]
            let before = (outcome, done)
            (outcome, done) = try warehouse.transaction {
                () throws(WarehouseError) -> (Outcome, Int) in
                var (counted, done) = before
                if batch.contains(where: \.isNews) { try DerivedTables.outdate(in: warehouse) }
                for found in batch {
                    if found.isNews {
                        progress(done, news)
                        done += 1
                        for (place, item) in found.file.items().enumerated() {
                            let known = found.knowledge
                            let before = known.indices.contains(place) ? known[place] : .none
                            try take(item, before, intake, warehouse, run, &counted, say)
                        }
                    }
                    try note(found, intake, warehouse)
                }
                return (counted, done)
            }
        }
    }

    /// Notes a file as seen, unless it may still be changing.
    private func note(
        _ found: Opened,
        _ intake: Intake,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        guard let state = found.state, state == found.file.state, state.isSettled else { return }
        var (reports, quarantined) = (0, 0)
        for item in found.file.items() {
            switch try warehouse.knowledge(of: item.name, hash: item.hash, reader: intake.reader) {
            case .loaded: reports += 1
            case .quarantined: quarantined += 1
            case .none, .loadedOtherwise: return
            }
        }
        try warehouse.note(
            seen: found.file.name,
            state,
            reader: intake.reader,
            reports: reports,
            quarantined: quarantined
        )
    }

    private func take(
        _ item: InputItem,
        _ before: Warehouse.Knowledge,
        _ intake: Intake,
        _ warehouse: borrowing Warehouse,
        _ run: Int?,
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
        let state = count(taken, item, now == .none ? before : now, &counted, say)
        if let run {
            var code: String?
            if case .failure(let rejection) = taken { code = rejection.code.rawValue }
            try warehouse.note(file: item.name, state: state, code: code, ofRun: run)
        }
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

    /// Counts a content, and tells what was done with it.
    @discardableResult
    private func count(
        _ taken: Result<[Intake.Outcome], Rejection>,
        _ item: InputItem,
        _ knowledge: Warehouse.Knowledge,
        _ outcome: inout Outcome,
        _ say: (String) -> Void
    ) -> String {
        switch taken {
        case .success(let accepted):
            outcome.failing += accepted.count { accepted in
                accepted.findings.contains { $0.verdict == .fail }
            }
            switch knowledge {
            case .none:
                outcome.tally.loaded += 1
                return "loaded"
            case .loadedOtherwise(let reader) where reader != accepted.first?.reader:
                outcome.tally.reread += 1
                return "reread"
            case .loaded, .loadedOtherwise, .quarantined:
                outcome.tally.unchanged += 1
                return "unchanged"
            }
        case .failure(let rejection):
            outcome.tally.quarantined += 1
            outcome.tally.newlyQuarantined += 1
            say(surroundings.phrasebook.message(of: rejection, file: item.name))
            return "quarantined"
        }
    }
}

extension FileState {
    /// Whether the file was changed long enough ago that a further change would show in its time.
    fileprivate var isSettled: Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec - modified > 2_000_000_000
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
