import ArgumentParser
import Jobs

/// `analytics quarantine`: what was refused, and what is to become of it.
struct Quarantine: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "quarantine",
            abstract: Console.help("help.quarantine"),
            subcommands: [List.self, Show.self, Retry.self, Ignore.self],
            defaultSubcommand: List.self
        )
    }

    /// `analytics quarantine list`
    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: Console.help("help.quarantine")
            )
        }

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(try QuarantineJob(surroundings).list(result.chosen))
            }
        }
    }

    /// `analytics quarantine show PATH`
    struct Show: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: Console.help("help.quarantine.show")
            )
        }

        @Argument(
            help: ArgumentHelp(
                Console.help("help.quarantine.path"),
                valueName: Console.help("value.path")
            )
        )
        var path: String

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(try QuarantineJob(surroundings).show(path, result.chosen))
            }
        }
    }

    /// `analytics quarantine retry [PATH]`
    struct Retry: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "retry",
                abstract: Console.help("help.quarantine.retry")
            )
        }

        @Argument(
            help: ArgumentHelp(
                Console.help("help.quarantine.path"),
                valueName: Console.help("value.path")
            )
        )
        var path: String?

        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                Console.say(try QuarantineJob(surroundings).retry(path))
            }
        }
    }

    /// `analytics quarantine ignore PATH`
    struct Ignore: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "ignore",
                abstract: Console.help("help.quarantine.ignore")
            )
        }

        @Argument(
            help: ArgumentHelp(
                Console.help("help.quarantine.path"),
                valueName: Console.help("value.path")
            )
        )
        var path: String

        @Flag(help: ArgumentHelp(Console.help("help.quarantine.undo")))
        var undo = false

        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                Console.say(try QuarantineJob(surroundings).ignore(path, undo: undo))
            }
        }
    }
}
