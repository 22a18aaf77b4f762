import ArgumentParser
import Jobs

/// `analytics movers --metric M`: whose figures have changed most since the year before.
struct Movers: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "movers",
            abstract: Console.help("help.movers"),
            discussion: Console.help("help.movers.discussion")
        )
    }

    @Option(
        help: ArgumentHelp(Console.help("help.metric"), valueName: Console.help("value.name"))
    )
    var metric: String

    @Option(
        help: ArgumentHelp(Console.help("help.definition"), valueName: Console.help("value.name"))
    )
    var definition: String?

    @Option(
        help: ArgumentHelp(Console.help("help.movers.year"), valueName: Console.help("value.year"))
    )
    var year: Int?

    @Option(help: ArgumentHelp(Console.help("help.movers.limit"), valueName: "n"))
    var limit = 20

    @Option(help: ArgumentHelp(Console.help("help.region"), valueName: Console.help("value.code")))
    var region: String?

    @Option(help: ArgumentHelp(Console.help("help.level")))
    var level: TrendCommand.Level?

    @Option(help: ArgumentHelp(Console.help("help.sector"), valueName: Console.help("value.code")))
    var sector: String?

    @Flag(help: ArgumentHelp(Console.help("help.movers.with_small")))
    var withSmall = false

    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func validate() throws {
        if limit < 1 { throw ValidationError(Console.help("error.movers_limit")) }
    }

    func run() throws {
        try shared.run { surroundings in
            let question = MoversJob.Question(
                metric: metric,
                definition: definition,
                year: year,
                bodies: BodyFilter(region: region, level: level?.rawValue, sector: sector),
                limit: limit,
                withSmall: withSmall
            )
            try Console.print(try MoversJob(surroundings, question).answer(result.chosen))
        }
    }
}
