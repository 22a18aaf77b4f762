import ArgumentParser
import Jobs

/// `analytics metrics`: which metrics there are and how each is reckoned.
struct Metrics: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "metrics",
            abstract: Console.help("help.metrics"),
            subcommands: [List.self, Show.self],
            defaultSubcommand: List.self
        )
    }

    /// `analytics metrics list`
    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: Console.help("help.metrics")
            )
        }

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(MetricsJob.answer(surroundings, result.chosen))
            }
        }
    }

    /// `analytics metrics show METRIC`
    struct Show: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: Console.help("help.metrics.show")
            )
        }

        @Argument(
            help: ArgumentHelp(Console.help("help.metric"), valueName: Console.help("value.name"))
        )
        var metric: String

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(try MetricsJob.show(metric, surroundings, result.chosen))
            }
        }
    }
}
