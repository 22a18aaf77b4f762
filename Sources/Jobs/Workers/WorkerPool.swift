import Glibc
import Reading
import ReportModel
import Warehouse

/// A file that has been read: what became of each of its documents.
struct ReadFile {
    var file: InputFile
    /// What the system said of it before it was read.
    var state: FileState?
    var items: [ReadItem]
}

/// Reads files in as many processes as there are processors, and gives them back in the order in which they came.
///
/// A library that crashes on a file, or never comes back from it, takes a worker down and not the run: the file is
/// refused as `crashed` or `timed_out`, and a fresh worker goes on behind it.
struct WorkerPool: ~Copyable {
    /// So many files wait in a worker's line.
    private static let depth = 64
    /// So many files more may have been read and not taken yet, while the run is storing others.
    private static let mostAhead = 512

    private let program: WorkerProgram?
    private let intake: Intake
    private var workers: [Worker] = []
    /// The files in work, in the order in which they came.
    private var jobs: [Job] = []
    /// Files whose worker is gone.
    private var orphans: [Job] = []
    private var isExhausted = false

    /// - Parameters:
    ///   - program: what starts a worker; `nil` to read in this process.
    ///   - intake: what reads in this process.
    init(_ program: WorkerProgram?, intake: Intake) {
        self.program = program
        self.intake = intake
    }

    /// A file in work.
    private final class Job {
        let file: InputFile
        let state: FileState?
        let known: [ContentHash]
        var count: Int?
        var items: [ReadItem] = []
        /// The document that a worker is at.
        var begun: ReadItem?
        var crashes = 0
        var isDone = false

        init(_ file: InputFile, known: [ContentHash]) {
            self.file = file
            state = file.state
            self.known = known
        }
    }

    private final class Worker {
        private(set) var process: CompanionProcess
        private(set) var line: WorkerLine
        var queue: [Job] = []
        var deadline = 0

        init(_ process: CompanionProcess) {
            self.process = process
            line = WorkerLine(socket: process.socket)
        }

        func become(_ process: CompanionProcess) {
            self.process = process
            line = WorkerLine(socket: process.socket)
        }
    }

    /// The next file in order, read; `nil` when there are no more.
    ///
    /// - Parameter source: gives the next file to read, with the hashes of contents that needn't be read again.
    /// - Returns: the file with what became of its documents.
    /// - Throws: ``JobError`` when the source fails or no worker can be started.
    mutating func next(
        from source: () throws(JobError) -> (file: InputFile, known: [ContentHash])?
    ) throws(JobError) -> ReadFile? {
        guard let program else { return try readHere(source) }
        while true {
            if let first = jobs.first, first.isDone {
                jobs.removeFirst()
                return ReadFile(file: first.file, state: first.state, items: first.items)
            }
            try feed(source, program)
            if jobs.isEmpty { return nil }
            if jobs[0].isDone { continue }
            try listen(milliseconds: nil, program)
        }
    }

    /// Gives the workers what they can take and hears what they have to say, without waiting: while the run stores, they
    /// must not stand still.
    ///
    /// - Parameter source: gives the next file to read, as for ``next(from:)``.
    /// - Throws: ``JobError`` when the source fails or no worker can be started.
    mutating func keepBusy(
        from source: () throws(JobError) -> (file: InputFile, known: [ContentHash])?
    ) throws(JobError) {
        guard let program else { return }
        try feed(source, program)
        try listen(milliseconds: 0, program)
    }

    private func readHere(
        _ source: () throws(JobError) -> (file: InputFile, known: [ContentHash])?
    ) throws(JobError) -> ReadFile? {
        guard let (file, known) = try source() else { return nil }
        let state = file.state
        var items: [ReadItem] = []
        file.read(with: intake, known: Set(known.map(\.description))) { reply in
            if case .item(let item) = reply { items.append(item) }
        }
        return ReadFile(file: file, state: state, items: items)
    }

    // MARK: Giving out work

    private mutating func feed(
        _ source: () throws(JobError) -> (file: InputFile, known: [ContentHash])?,
        _ program: WorkerProgram
    ) throws(JobError) {
        while !orphans.isEmpty { try assign(orphans.removeFirst(), program) }
        let most = Self.depth * program.count
        var waiting = workers.reduce(0) { $0 + $1.queue.count }
        while !isExhausted, waiting < most, jobs.count < most + Self.mostAhead {
            guard let (file, known) = try source() else {
                isExhausted = true
                return
            }
            let job = Job(file, known: known)
            jobs.append(job)
            try assign(job, program)
            waiting += 1
        }
    }

    /// Gives a file to the worker with the least to do.
    private mutating func assign(_ job: Job, _ program: WorkerProgram) throws(JobError) {
        let idle = workers.first { $0.queue.isEmpty }
        if idle == nil, workers.count < program.count {
            workers.append(Worker(try program.start()))
        }
        let shortest = workers.min { $0.queue.count < $1.queue.count }
        guard let worker = idle ?? shortest else { return }
        worker.queue.append(job)
        if worker.queue.count == 1 { worker.deadline = Self.clock + program.seconds * 1000 }
        // Where nobody takes it, the line's end tells so below.
        _ = worker.line.send(WorkerRequest(job.file, known: job.known, passing: job.items.count))
    }

    // MARK: Taking in answers

    private mutating func listen(
        milliseconds: Int?,
        _ program: WorkerProgram
    ) throws(JobError) {
        let busy = workers.filter { !$0.queue.isEmpty }
        guard !busy.isEmpty else { return }
        var polled = busy.map {
            pollfd(fd: $0.process.socket, events: Int16(POLLIN), revents: 0)
        }
        let nearest = busy.map(\.deadline).min() ?? 0
        let wait = milliseconds ?? max(0, nearest - Self.clock)
        guard poll(&polled, UInt(polled.count), Int32(wait)) >= 0 || errno == EINTR else { return }
        for (worker, state) in zip(busy, polled) {
            if state.revents != 0 {
                if !takeAnswers(of: worker, program) {
                    try replace(worker, program, hasTimedOut: false)
                }
            } else if Self.clock >= worker.deadline {
                try replace(worker, program, hasTimedOut: true)
            }
        }
    }

    /// Takes in what a worker says; `false` where it is gone.
    private func takeAnswers(of worker: Worker, _ program: WorkerProgram) -> Bool {
        guard worker.line.receive() else { return false }
        do {
            while let reply = try worker.line.next(WorkerReply.self) {
                guard let job = worker.queue.first else { return false }
                worker.deadline = Self.clock + program.seconds * 1000
                switch reply {
                case .holds(let count): job.count = count
                case .begins(let item): job.begun = item
                case .item(let item):
                    job.items.append(item)
                    job.begun = nil
                    job.crashes = 0
                }
                if job.items.count == job.count {
                    job.isDone = true
                    worker.queue.removeFirst()
                }
            }
            return true
        } catch {
            return false
        }
    }

    /// Puts a fresh worker in the place of one that crashed or never came back; the document that it was at is
    /// refused.
    private mutating func replace(
        _ worker: Worker,
        _ program: WorkerProgram,
        hasTimedOut: Bool
    ) throws(JobError) {
        let signal = worker.process.stop()
        let queue = worker.queue
        worker.queue = []
        worker.become(try program.start())
        guard let job = queue.first else { return }
        orphans += queue.dropFirst()
        job.crashes += 1
        // It may have been the machine's fault: what crashed is tried once more.
        if hasTimedOut || job.crashes > 1 {
            refuse(
                job,
                hasTimedOut
                    ? Rejection(.timedOut, [String(program.seconds)])
                    : Rejection(.crashed, [String(signal)])
            )
        }
        if !job.isDone { orphans.insert(job, at: 0) }
    }

    /// Refuses the document that a worker was at; the whole file where it hadn't come to one.
    private func refuse(_ job: Job, _ rejection: Rejection) {
        var item =
            job.begun
            ?? ReadItem(
                name: job.file.name,
                hash: nil,
                folderHint: job.file.folderHint,
                result: nil
            )
        item.result = .failure(rejection)
        job.items = job.begun == nil ? [item] : job.items + [item]
        job.isDone = job.begun == nil || job.items.count == job.count
        job.begun = nil
        job.crashes = 0
    }

    /// Milliseconds of a clock that never goes back.
    private static var clock: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
