import Phrasebook
import ReportModel
import Warehouse

/// Stores what was read, in order, and keeps count of it.
struct ReportStore {
    private let surroundings: Surroundings
    private let reader: String
    private let run: Int?
    private let isTrial: Bool
    private let reporter: Reporter
    private(set) var outcome = IngestJob.Outcome()
    /// Whether something was stored that others are worked out from.
    private var hasNews = false

    /// - Parameters:
    ///   - surroundings: the words.
    ///   - reader: the version that reads files now.
    ///   - run: the run's number, whose journal says what became of each file; `nil` for none.
    ///   - isTrial: whether nothing is stored.
    ///   - reporter: is told at once what happens.
    init(
        _ surroundings: Surroundings,
        reader: String,
        run: Int?,
        isTrial: Bool,
        _ reporter: Reporter
    ) {
        self.surroundings = surroundings
        self.reader = reader
        self.run = run
        self.isTrial = isTrial
        self.reporter = reporter
    }

    /// Stores some files as one transaction.
    ///
    /// - Parameters:
    ///   - files: the files.
    ///   - warehouse: where they go to.
    ///   - keepBusy: is called behind each file, so that workers read on.
    /// - Throws: ``JobError`` when the database refuses; then none of them is stored.
    mutating func take(
        _ files: [ReadFile],
        in warehouse: borrowing Warehouse,
        _ keepBusy: () throws(JobError) -> Void
    ) throws(JobError) {
        var store = self
        var trouble: JobError?
        do throws(WarehouseError) {
            try warehouse.transaction { () throws(WarehouseError) in
                for file in files {
                    try store.take(file, in: warehouse)
                    do throws(JobError) { try keepBusy() } catch { trouble = error }
                }
            }
        } catch {
            throw .warehouse(error)
        }
        self = store
        if let trouble { throw trouble }
    }

    /// Counts what would be stored.
    ///
    /// - Throws: ``JobError`` when the database refuses.
    mutating func count(_ file: ReadFile, in warehouse: borrowing Warehouse) throws(JobError) {
        do throws(WarehouseError) {
            for item in file.items {
                let known = try warehouse.knowledge(of: item.name, hash: item.hash, reader: reader)
                let wasThere = try warehouse.isKnown(item.name)
                _ = count(item, known, wasThere: wasThere)
            }
        } catch {
            throw .warehouse(error)
        }
        reporter.hasRead()
    }

    /// Brings up to date what is worked out from the reports, and forgets files that are gone.
    ///
    /// - Returns: how many are gone.
    /// - Throws: ``JobError`` when the database refuses.
    mutating func finish(
        vanished: [String],
        in warehouse: borrowing Warehouse
    ) throws(JobError) -> Int {
        let isOutdated: Bool
        do throws(WarehouseError) {
            let areCurrent = try DerivedTables.areCurrent(in: warehouse)
            isOutdated = hasNews || !areCurrent
        } catch {
            throw .warehouse(error)
        }
        guard isOutdated || !vanished.isEmpty else { return 0 }
        let derived = try isOutdated ? DerivedTables(surroundings) : nil
        do throws(WarehouseError) {
            try warehouse.transaction { () throws(WarehouseError) in
                for path in vanished {
                    try warehouse.forget(path)
                    try note(path, "vanished", nil, in: warehouse)
                    let words = surroundings.phrasebook.say("ingest.vanished", path)
                    reporter.say(.init(.warning, "vanished", file: path, words))
                }
                try derived?.update(in: warehouse)
            }
        } catch {
            throw .warehouse(error)
        }
        return vanished.count
    }

    private mutating func take(
        _ file: ReadFile,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        var held = (reports: 0, quarantined: 0, ignored: 0)
        var isSettled = file.state?.isSettled(at: file.file.state) ?? false
        for item in file.items {
            try take(item, in: warehouse)
            switch try warehouse.knowledge(of: item.name, hash: item.hash, reader: reader) {
            case .loaded: held.reports += 1
            case .quarantined: held.quarantined += 1
            case .ignored: held.ignored += 1
            case .none, .loadedOtherwise: isSettled = false
            }
        }
        if isSettled, held.quarantined > 0 {
            let refused = try warehouse.refused(at: file.file.name, reader: reader)
            isSettled = !refused.contains(where: Retries.mayBeDue)
        }
        reporter.hasRead()
        // One that may still be changing is opened again.
        guard isSettled, let state = file.state else { return }
        try warehouse.note(
            seen: file.file.name,
            state,
            reader: reader,
            reports: held.reports,
            quarantined: held.quarantined,
            ignored: held.ignored
        )
    }

    private mutating func take(
        _ item: ReadItem,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        // Looked up only now: the same content may have come in this run, under another path.
        let known = try warehouse.knowledge(of: item.name, hash: item.hash, reader: reader)
        let wasThere = try warehouse.isKnown(item.name)
        if let result = item.result {
            if !hasNews {
                try DerivedTables.outdate(in: warehouse)
                hasNews = true
            }
            try store(result, item, known, in: warehouse)
        }
        let state = count(item, known, wasThere: wasThere)
        guard item.result != nil else { return }
        var code: String?
        if case .failure(let rejection)? = item.result { code = rejection.code.rawValue }
        try note(item.name, state, code, in: warehouse)
    }

    private func note(
        _ path: String,
        _ state: String,
        _ code: String?,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        guard let run else { return }
        try warehouse.note(file: path, state: state, code: code, ofRun: run)
    }

    private func store(
        _ result: Result<[Intake.Outcome], Rejection>,
        _ item: ReadItem,
        _ knowledge: Warehouse.Knowledge,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        switch result {
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
                    reader: reader,
                    folderHint: item.folderHint
                )
                try store(outcome, source, knowledge, in: warehouse)
            }
        case .failure(let rejection):
            try warehouse.quarantine(
                rejection,
                path: item.name,
                hash: item.hash,
                reader: reader,
                at: reporter.now
            )
        }
    }

    private func store(
        _ outcome: Intake.Outcome,
        _ source: SourceFile,
        _ knowledge: Warehouse.Knowledge,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        if knowledge == .loadedOtherwise(reader: reader) {
            try warehouse.note(source.hash, at: source.path)
            return
        }
        let changed = try warehouse.load(
            outcome.report,
            findings: outcome.findings,
            judgements: outcome.judgements,
            from: source
        )
        guard changed > 0 else { return }
        let words = surroundings.phrasebook.say("ingest.reread", source.path, String(changed))
        reporter.say(.init(.warning, "reread", file: source.path, words))
    }

    /// Counts a document, and tells what became of it.
    private mutating func count(
        _ item: ReadItem,
        _ knowledge: Warehouse.Knowledge,
        wasThere: Bool
    ) -> String {
        switch item.result {
        case nil:
            switch knowledge {
            case .quarantined: outcome.tally.quarantined += 1
            case .ignored: outcome.tally.ignored += 1
            case .none, .loaded, .loadedOtherwise: outcome.tally.unchanged += 1
            }
            return "unchanged"
        case .success(let accepted)?:
            outcome.failing += accepted.count { accepted in
                accepted.findings.contains { $0.verdict == .fail }
            }
            switch knowledge {
            case .loaded, .loadedOtherwise(reader: reader):
                outcome.tally.unchanged += 1
                return "unchanged"
            case .loadedOtherwise:
                outcome.tally.changed += 1
                return "changed"
            case .none, .quarantined, .ignored:
                if wasThere { outcome.tally.changed += 1 } else { outcome.tally.new += 1 }
                return wasThere ? "changed" : "new"
            }
        case .failure(let rejection)?:
            outcome.tally.quarantined += 1
            if knowledge != .quarantined {
                outcome.tally.newlyQuarantined += 1
            }
            let words = surroundings.phrasebook.message(of: rejection, file: item.name)
            reporter.say(.init(.warning, "refused", file: item.name, words))
            return "quarantined"
        }
    }
}
