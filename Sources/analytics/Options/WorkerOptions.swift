import ArgumentParser
import Jobs

/// How files are read: by how many processes, and within which time each.
struct WorkerOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Console.help("help.workers"), valueName: "n"))
    var workers: Int?

    @Option(help: ArgumentHelp(Console.help("help.seconds"), valueName: "n"))
    var seconds: Int = 90

    /// What starts workers: this program itself.
    var program: WorkerProgram {
        WorkerProgram(
            path: "/proc/self/exe",
            arguments: ["analytics", "worker"],
            count: workers,
            seconds: seconds
        )
    }

    func validate() throws {
        if (workers ?? 1) < 1 || seconds < 1 {
            throw ValidationError(Console.help("error.workers"))
        }
    }
}
