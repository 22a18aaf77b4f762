import Exporting
import Glibc
public import Phrasebook
import ReportModel
public import Warehouse

/// Takes files and folders into the warehouse, batch by batch.
public struct IngestJob: Sendable {
    private let surroundings: Surroundings
    private let paths: [String]
    private let selection: FileSelection
    private let isTrial: Bool

    /// A job on some paths.
    ///
    /// - Parameters:
    ///   - surroundings: the words and the warehouse.
    ///   - paths: the files and folders.
    ///   - selection: which files below them.
    ///   - isTrial: whether to read everything and store nothing.
    public init(
        _ surroundings: Surroundings,
        paths: [String],
        selection: FileSelection = FileSelection(),
        isTrial: Bool
    ) {
        self.surroundings = surroundings
        self.paths = paths
        self.selection = selection
        self.isTrial = isTrial
    }

    /// What the job did.
    public struct Outcome: Sendable {
        /// The documents, counted.
        public var tally = RunTally()
        /// How many entries of the folders are no reports.
        public var passedOver = 0
        /// How many of the reports taken in have findings that fail.
        public var failing = 0
        /// Whether files were refused that were not before.
        public var hasNewRefusals: Bool { tally.newlyQuarantined > 0 }

        /// The counts in one line.
        public func text(_ phrasebook: Phrasebook) -> String {
            phrasebook.say(
                "ingest.tally",
                details: [
                    tally.seen, tally.new, tally.changed, tally.unchanged, tally.quarantined,
                    tally.newlyQuarantined, tally.ignored, passedOver, tally.vanished, failing,
                ].map { String($0) }
            )
        }

        /// The counts as JSON.
        public var json: [UInt8] {
            let counts = [
                "seen": tally.seen, "new": tally.new, "changed": tally.changed,
                "unchanged": tally.unchanged, "quarantined": tally.quarantined,
                "newly_quarantined": tally.newlyQuarantined, "ignored": tally.ignored,
                "passed_over": passedOver, "vanished": tally.vanished,
                "with_failed_findings": failing,
            ]
            return Array(JSONValue.object(counts.mapValues(JSONValue.integer)).text.utf8)
        }
    }

    /// Reads and stores.
    ///
    /// - Parameter reporter: is told at once what happens.
    /// - Returns: the counts.
    /// - Throws: ``JobError`` when there is nothing to read or nothing can be stored.
    public func run(_ reporter: Reporter) throws(JobError) -> Outcome {
        try requireFiles()
        let isMissing = isTrial && InputFile(path: Array(surroundings.warehousePath.utf8)).isGone
        let warehouse = try Self.opened { () throws(WarehouseError) in
            try Warehouse(
                path: isMissing ? ":memory:" : surroundings.warehousePath,
                access: isTrial && !isMissing ? .reading : .writing
            )
        }
        return try take(in: warehouse, run: nil, reporter)
    }

    private static func opened(
        _ open: () throws(WarehouseError) -> Warehouse
    ) throws(JobError) -> Warehouse {
        do { return try open() } catch { throw .warehouse(error) }
    }

    /// Makes sure that there is something to read.
    ///
    /// - Throws: ``JobError/nothingToRead(_:)`` when there isn't.
    func requireFiles() throws(JobError) {
        var walk = FileWalk(paths)
        guard walk.missing.isEmpty else { throw .nothingToRead(walk.missing) }
        guard walk.next() != nil else { throw .nothingToRead(paths) }
    }

    /// So many files are stored as one transaction: a run that is killed loses no more than these.
    private static let batch = 500

    /// Walks through the files, has those read that are new or have changed, and stores what they hold. Most nights
    /// bring none, and then nothing is written at all.
    func take(
        in warehouse: borrowing Warehouse,
        run: Int?,
        _ reporter: Reporter
    ) throws(JobError) -> Outcome {
        let intake = Intake(catalog: try surroundings.catalog)
        var scan = FileScan(paths, selection, reader: intake.reader)
        if reporter.wantsProgress { try Self.count(scan, in: warehouse, reporter) }
        var store = ReportStore(
            surroundings,
            reader: intake.reader,
            run: isTrial ? nil : run,
            isTrial: isTrial,
            reporter
        )
        var pool = WorkerPool(surroundings.workers, intake: intake)
        var isDone = false
        while !isDone {
            var batch: [ReadFile] = []
            while batch.count < Self.batch {
                // In two steps, for a closure must not borrow what is being changed.
                var next: ReadFile?
                next = try Self.read(&pool, &scan, warehouse)
                guard let file = next else {
                    isDone = true
                    break
                }
                batch.append(file)
            }
            guard !batch.isEmpty else { break }
            if isTrial {
                for file in batch { try store.count(file, in: warehouse) }
            } else {
                try store.take(batch, in: warehouse) { () throws(JobError) in
                    try pool.keepBusy { () throws(JobError) in
                        try Self.next(&scan, warehouse)
                    }
                }
            }
        }
        var outcome = store.outcome
        outcome.tally.unchanged += scan.unchanged
        outcome.tally.quarantined += scan.quarantined
        outcome.tally.ignored += scan.ignored
        outcome.passedOver = scan.passedOver
        if !isTrial {
            outcome.tally.vanished = try store.finish(vanished: scan.vanished, in: warehouse)
        }
        return outcome
    }

    private static func read(
        _ pool: inout WorkerPool,
        _ scan: inout FileScan,
        _ warehouse: borrowing Warehouse
    ) throws(JobError) -> ReadFile? {
        try pool.next { () throws(JobError) in try next(&scan, warehouse) }
    }

    private static func next(
        _ scan: inout FileScan,
        _ warehouse: borrowing Warehouse
    ) throws(JobError) -> (file: InputFile, known: [ContentHash])? {
        do throws(WarehouseError) { return try scan.next(in: warehouse) } catch {
            throw .warehouse(error)
        }
    }

    /// Looks how much there is to do, for whoever waits for it.
    private static func count(
        _ scan: FileScan,
        in warehouse: borrowing Warehouse,
        _ reporter: Reporter
    ) throws(JobError) {
        var ahead = scan
        var files = 0
        do throws(WarehouseError) {
            while try ahead.next(in: warehouse) != nil { files += 1 }
        } catch {
            throw .warehouse(error)
        }
        reporter.begins(files: files)
    }
}
