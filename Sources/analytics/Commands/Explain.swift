import ArgumentParser
import Jobs

/// `analytics explain CODE|METRIC`: a figure's way back to the raw text.
struct Explain: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: Console.help("help.explain"),
            discussion: Console.help("help.explain.discussion")
        )
    }

    @Argument(
        help: ArgumentHelp(Console.help("help.subject"), valueName: Console.help("value.subject"))
    )
    var subject: String

    @OptionGroup var reports: ReportOptions
    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            try Console.print(
                try ExplainJob(surroundings, subject: subject, reports: reports.filter)
                    .answer(result.chosen)
            )
        }
    }
}
