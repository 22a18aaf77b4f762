import ArgumentParser
import Jobs

/// `analytics compare AGENCY YEAR YEAR`: what changed between two years of one body.
struct Compare: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare",
            abstract: Console.help("help.compare"),
            discussion: Console.help("help.compare.discussion")
        )
    }

    @Argument(help: ArgumentHelp(Console.help("help.body"), valueName: Console.help("value.name")))
    var agency: String

    @Argument(help: ArgumentHelp(Console.help("help.year"), valueName: Console.help("value.year")))
    var before: Int

    @Argument(help: ArgumentHelp(Console.help("help.year"), valueName: Console.help("value.year")))
    var after: Int

    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            try Console.print(
                try CompareJob(surroundings, agency: agency, years: (before, after))
                    .answer(result.chosen)
            )
        }
    }
}
