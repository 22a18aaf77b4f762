import ArgumentParser
import Jobs

/// `analytics coverage`: which reports are there, late, missing, refused or not yet due.
struct Coverage: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "coverage",
            abstract: Console.help("help.coverage"),
            discussion: Console.help("help.coverage.discussion")
        )
    }

    @Option(help: ArgumentHelp(Console.help("help.region"), valueName: Console.help("value.code")))
    var region: String?

    @Option(help: ArgumentHelp(Console.help("help.as_of"), valueName: Console.help("value.day")))
    var asOf: String?

    @OptionGroup var reports: ReportOptions
    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            let job = try CoverageJob(
                surroundings,
                reports: reports.filter,
                region: region,
                day: asOf ?? Console.today
            )
            let (answer, summary) = try job.answer(result.chosen)
            try Console.print(answer)
            Console.say(summary)
        }
    }
}
