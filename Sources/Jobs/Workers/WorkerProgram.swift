import Reading

/// How a run starts its workers, and what each may take.
public struct WorkerProgram: Sendable {
    /// The program's file.
    public var path: String
    /// The program's name, and the words behind it that make it a worker.
    public var arguments: [String]
    /// How many work at a time.
    public var count: Int
    /// How many seconds one document may take.
    public var seconds: Int
    /// How many bytes of memory one worker may take.
    public var memory: Int

    /// A program and its limits.
    ///
    /// - Parameters:
    ///   - path: the program's file.
    ///   - arguments: its name and the words behind it.
    ///   - count: how many work at a time; as many as there are processors if `nil`.
    ///   - seconds: how many seconds one document may take.
    ///   - memory: how many bytes of memory one worker may take.
    public init(
        path: String,
        arguments: [String],
        count: Int? = nil,
        seconds: Int = 90,
        memory: Int = 512 << 20
    ) {
        self.path = path
        self.arguments = arguments
        self.count = max(1, count ?? CompanionProcess.processors)
        self.seconds = seconds
        self.memory = memory
    }

    /// Starts a worker.
    ///
    /// - Throws: ``JobError/broken(_:)`` when the system can't.
    func start() throws(JobError) -> CompanionProcess {
        do throws(CompanionProcess.StartError) {
            return try CompanionProcess(
                path: path,
                arguments: arguments,
                variables: ["PATH", "HOME", "TMPDIR"],
                memory: memory
            )
        } catch {
            throw .broken("worker: \(error)")
        }
    }
}
