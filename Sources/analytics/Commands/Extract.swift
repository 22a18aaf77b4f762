import ArgumentParser
import Jobs

/// `analytics extract`: paths on standard input, a line of JSON for each document on standard output.
struct Extract: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "extract",
            abstract: Console.help("help.extract"),
            discussion: Console.help("help.extract.discussion")
        )
    }

    @OptionGroup var workers: WorkerOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            var surroundings = surroundings
            surroundings.workers = workers.program
            try ExtractJob(surroundings).run(
                lines: { readLine() },
                write: { try Console.print($0 + "\n") }
            )
        }
    }
}
