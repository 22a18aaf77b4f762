import ArgumentParser
import Glibc
import Jobs

/// `analytics run [PATH…]`: the nightly job.
struct RunCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run",
            abstract: Console.help("help.run"),
            discussion: Console.help("help.run.discussion")
        )
    }

    @Argument(help: ArgumentHelp(Console.help("help.paths"), valueName: Console.help("value.path")))
    var paths: [String] = ["data/reports"]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(Console.help("help.directory"), valueName: Console.help("value.path"))
    )
    var output: String = "out"

    @Flag(help: ArgumentHelp(Console.help("help.wait")))
    var wait = false

    @Flag(help: ArgumentHelp(Console.help("help.quiet")))
    var quiet = false

    @Flag(help: ArgumentHelp(Console.help("help.dry_run")))
    var dryRun = false

    @Option(help: ArgumentHelp(Console.help("help.log")))
    var log: LogFormat = .plain

    @Option(
        help: ArgumentHelp(Console.help("help.prometheus"), valueName: Console.help("value.file"))
    )
    var prometheus: String?

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var workers: WorkerOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        let reporter = Console.reporter(log, isQuiet: quiet)
        let outcome = try shared.run(reporter) { surroundings in
            var surroundings = surroundings
            surroundings.workers = workers.program
            let job = RunJob(
                surroundings,
                paths: paths,
                selection: try selection.chosen(),
                output: output,
                prometheus: prometheus,
                program: Version.text,
                waits: wait
            )
            return dryRun ? try job.rehearse(reporter) : try job.run(reporter)
        }
        if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
    }
}

/// `analytics runs`: what ran.
struct Runs: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "runs",
            abstract: Console.help("help.runs"),
            subcommands: [List.self, Last.self, Show.self],
            defaultSubcommand: List.self
        )
    }

    /// `analytics runs list`
    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: Console.help("help.runs")
            )
        }

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(try RunsJob(surroundings).list(most: nil, result.chosen))
            }
        }
    }

    /// `analytics runs last`
    struct Last: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "last",
                abstract: Console.help("help.runs.last")
            )
        }

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(try RunsJob(surroundings).list(most: 1, result.chosen))
            }
        }
    }

    /// `analytics runs show ID`
    struct Show: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: Console.help("help.runs.show")
            )
        }

        @Argument(help: ArgumentHelp(Console.help("help.run_id"), valueName: "id"))
        var id: Int

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(try RunsJob(surroundings).files(ofRun: id, result.chosen))
            }
        }
    }
}
