import ArgumentParser
import Jobs

/// `analytics trend --metric M`: a metric over years.
struct TrendCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "trend",
            abstract: Console.help("help.trend"),
            discussion: Console.help("help.trend.discussion")
        )
    }

    /// What a trend can be broken down by.
    enum Breakdown: String, ExpressibleByArgument, CaseIterable {
        case agency, reason, applicant, province, prefecture, county, level, sector
    }

    /// Where in the state bodies stand.
    enum Level: String, ExpressibleByArgument, CaseIterable {
        case central, province, prefecture, county, township, zone
    }

    @Option(
        help: ArgumentHelp(
            Console.help("help.metric") + TrendJob.metrics.joined(separator: ", "),
            valueName: Console.help("value.name")
        )
    )
    var metric: String

    @Option(
        help: ArgumentHelp(Console.help("help.definition"), valueName: Console.help("value.name"))
    )
    var definition: String?

    @Option(help: ArgumentHelp(Console.help("help.by")))
    var by: Breakdown?

    @Option(help: ArgumentHelp(Console.help("help.region"), valueName: Console.help("value.code")))
    var region: String?

    @Option(help: ArgumentHelp(Console.help("help.level")))
    var level: Level?

    @Option(help: ArgumentHelp(Console.help("help.sector"), valueName: Console.help("value.code")))
    var sector: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(Console.help("help.output"), valueName: Console.help("value.file"))
    )
    var output: String?

    @Option(help: ArgumentHelp(Console.help("help.rewind"), valueName: Console.help("value.day")))
    var asOf: String?

    @OptionGroup var reports: ReportOptions
    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            let job = try TrendJob(
                surroundings,
                metric: metric,
                definition: definition,
                breakdown: by?.rawValue,
                reports: reports.filter(asOf: asOf),
                bodies: BodyFilter(region: region, level: level?.rawValue, sector: sector)
            )
            let answer = try job.answer(result.chosen)
            if let output {
                try OutputFile.write(answer, to: output)
            } else {
                try Console.print(answer)
            }
        }
    }
}
