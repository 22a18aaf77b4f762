import ArgumentParser
import Jobs

/// `analytics revisions AGENCY YEAR`: the contents that were seen of one report, and which of them counts.
struct Revisions: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revisions",
            abstract: Console.help("help.revisions"),
            discussion: Console.help("help.revisions.discussion"),
            subcommands: [List.self, Pin.self, Unpin.self],
            defaultSubcommand: List.self
        )
    }

    /// `analytics revisions list AGENCY YEAR`
    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: Console.help("help.revisions")
            )
        }

        @Argument(
            help: ArgumentHelp(Console.help("help.body"), valueName: Console.help("value.name"))
        )
        var agency: String

        @Argument(
            help: ArgumentHelp(Console.help("help.year"), valueName: Console.help("value.year"))
        )
        var year: Int

        @Option(
            help: ArgumentHelp(Console.help("help.as_of"), valueName: Console.help("value.day"))
        )
        var asOf: String?

        @OptionGroup var result: ResultOptions
        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                try Console.print(
                    try RevisionsJob(surroundings)
                        .list(agency: agency, year: year, asOf: asOf, result.chosen)
                )
            }
        }
    }

    /// `analytics revisions pin SHA256 --reason …`
    struct Pin: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "pin",
                abstract: Console.help("help.revisions.pin")
            )
        }

        @Argument(help: ArgumentHelp(Console.help("help.hash"), valueName: "sha256"))
        var hash: String

        @Option(help: ArgumentHelp(Console.help("help.why"), valueName: Console.help("value.text")))
        var reason: String

        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                Console.say(try RevisionsJob(surroundings).pin(hash, reason: reason))
            }
        }
    }

    /// `analytics revisions unpin SHA256`
    struct Unpin: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "unpin",
                abstract: Console.help("help.revisions.unpin")
            )
        }

        @Argument(help: ArgumentHelp(Console.help("help.hash"), valueName: "sha256"))
        var hash: String

        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                Console.say(try RevisionsJob(surroundings).pin(hash, reason: nil))
            }
        }
    }
}
