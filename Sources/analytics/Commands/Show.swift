import ArgumentParser
import Jobs

/// `analytics show AGENCY YEAR`: one report as the official form.
struct Show: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Console.help("help.show"),
            discussion: Console.help("help.show.discussion")
        )
    }

    @Argument(help: ArgumentHelp(Console.help("help.body"), valueName: Console.help("value.name")))
    var agency: String

    @Argument(help: ArgumentHelp(Console.help("help.year"), valueName: Console.help("value.year")))
    var year: Int

    @Option(help: ArgumentHelp(Console.help("help.as_of"), valueName: Console.help("value.day")))
    var asOf: String?

    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            try Console.print(
                try ShowJob(surroundings, agency: agency, year: year, day: asOf)
                    .answer(result.chosen)
            )
        }
    }
}
