import ArgumentParser
import Jobs

/// `analytics agencies`: who the bodies are, and what people have decided about them.
struct Agencies: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "agencies",
            abstract: Console.help("help.agencies"),
            discussion: Console.help("help.agencies.discussion"),
            subcommands: [List.self, Show.self, Merge.self, Rename.self, Split.self, Import.self],
            defaultSubcommand: List.self
        )
    }

    /// How sure it is who a body is.
    enum Standing: String, ExpressibleByArgument, CaseIterable {
        case recognised, provisional, decided
    }

    /// `analytics agencies list`
    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: Console.help("help.agencies.list")
            )
        }

        @Option(
            help: ArgumentHelp(Console.help("help.region"), valueName: Console.help("value.code"))
        )
        var region: String?

        @Option(help: ArgumentHelp(Console.help("help.standing")))
        var standing: Standing?

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(
                    try AgenciesJob(surroundings)
                        .list(region: region, standing: standing?.rawValue, result.chosen)
                )
            }
        }
    }

    /// `analytics agencies show NAME`
    struct Show: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: Console.help("help.agencies.show")
            )
        }

        @Argument(
            help: ArgumentHelp(Console.help("help.body"), valueName: Console.help("value.name"))
        )
        var name: String

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(try AgenciesJob(surroundings).show(name, result.chosen))
            }
        }
    }

    /// `analytics agencies merge NAME INTO`
    struct Merge: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "merge",
                abstract: Console.help("help.agencies.merge")
            )
        }

        @OptionGroup var subject: NameArgument
        @Argument(
            help: ArgumentHelp(Console.help("help.into"), valueName: Console.help("value.into"))
        )
        var into: String

        @OptionGroup var decision: DecisionOptions

        func run() throws {
            try decision.shared.run { surroundings in
                Console.say(
                    try AgenciesJob(surroundings).merge(
                        subject.name,
                        into: into,
                        reason: decision.reason
                    )
                )
            }
        }
    }

    /// `analytics agencies rename NAME NEW`
    struct Rename: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "rename",
                abstract: Console.help("help.agencies.rename")
            )
        }

        @OptionGroup var subject: NameArgument
        @Argument(
            help: ArgumentHelp(
                Console.help("help.display"),
                valueName: Console.help("value.display")
            )
        )
        var display: String

        @OptionGroup var decision: DecisionOptions

        func run() throws {
            try decision.shared.run { surroundings in
                Console.say(
                    try AgenciesJob(surroundings).rename(
                        subject.name,
                        to: display,
                        reason: decision.reason
                    )
                )
            }
        }
    }

    /// `analytics agencies split NAME`
    struct Split: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "split",
                abstract: Console.help("help.agencies.split")
            )
        }

        @OptionGroup var subject: NameArgument
        @OptionGroup var decision: DecisionOptions

        func run() throws {
            try decision.shared.run { surroundings in
                Console.say(
                    try AgenciesJob(surroundings).split(subject.name, reason: decision.reason)
                )
            }
        }
    }

    /// `analytics agencies import FILE`
    struct Import: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "import",
                abstract: Console.help("help.agencies.import"),
                discussion: AgenciesJob.importColumns.joined(separator: ",")
            )
        }

        @Argument(
            help: ArgumentHelp(
                Console.help("help.decisions"),
                valueName: Console.help("value.file")
            )
        )
        var file: String

        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                Console.say(try AgenciesJob(surroundings).takeIn(file))
            }
        }
    }
}

/// The name that a decision is about.
struct NameArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(Console.help("help.printed_name"), valueName: Console.help("value.name"))
    )
    var name: String
}

/// What every decision takes.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Console.help("help.why"), valueName: Console.help("value.text")))
    var reason: String = ""

    @OptionGroup var shared: WarehouseOptions
}
