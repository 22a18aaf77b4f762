import ArgumentParser
import Jobs

/// How files are read: by how many processes, and within which time and memory each.
struct WorkerOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Console.help("help.workers"), valueName: "n"))
    var workers: Int?

    @Option(help: ArgumentHelp(Console.help("help.seconds"), valueName: "n"))
    var seconds: Int = 90

    @Option(help: ArgumentHelp(Console.help("help.memory"), valueName: "MiB"))
    var memory: Int = Console.environment("ANALYTICS_MEMORY").flatMap(Int.init) ?? 512

    /// What starts workers: this program itself.
    var program: WorkerProgram {
        WorkerProgram(
            path: "/proc/self/exe",
            arguments: ["analytics", "worker"],
            count: workers,
            seconds: seconds,
            memory: memory << 20
        )
    }

    func validate() throws {
        if (workers ?? 1) < 1 || seconds < 1 || !(1...1 << 40).contains(memory) {
            throw ValidationError(Console.help("error.workers"))
        }
    }
}
