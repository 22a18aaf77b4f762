public import ArgumentParser
public import Jobs

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
        case agency, reason, applicant, subject, province, prefecture, county, level, sector
    }

    /// Whose figures are added up.
    enum Panel: String, ExpressibleByArgument, CaseIterable {
        case all, stable
    }

    /// Where in the state bodies stand.
    enum Level: String, ExpressibleByArgument, CaseIterable {
        case central, province, prefecture, county, township, zone
    }

    @Option(
        help: ArgumentHelp(
            Console.help("help.metric"),
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

    @Option(help: ArgumentHelp(Console.help("help.panel")))
    var panel: Panel = .all

    @Flag(help: ArgumentHelp(Console.help("help.compare_peers")))
    var compare = false

    @Flag(help: ArgumentHelp(Console.help("help.with_small")))
    var withSmall = false

    @Option(help: ArgumentHelp(Console.help("help.trend_format")))
    var format: TrendJob.Format = .table

    @Flag(help: ArgumentHelp(Console.help("help.json")))
    var json = false

    @OptionGroup var reports: ReportOptions
    @OptionGroup var shared: WarehouseOptions

    func validate() throws {
        if compare, by != nil || agencyIsMissing {
            throw ValidationError(Console.help("error.compare_whom"))
        }
        if compare, ResultFormat(rawValue: chosen.rawValue) == nil {
            throw ValidationError(Console.help("error.compare_format"))
        }
    }

    func run() throws {
        let answer = try shared.run { surroundings in
            let question = TrendJob.Question(
                metric: metric,
                definition: definition,
                breakdown: by?.rawValue,
                reports: reports.filter(asOf: asOf),
                bodies: BodyFilter(region: region, level: level?.rawValue, sector: sector),
                isStable: panel == .stable
            )
            if compare, let format = ResultFormat(rawValue: chosen.rawValue) {
                return try PeersJob(surroundings, question, withSmall: withSmall).answer(format)
            }
            return try TrendJob(surroundings, question).answer(chosen)
        }
        try shared.run { _ in
            if let output {
                try OutputFile.write(answer, to: output)
            } else {
                try Console.print(answer)
            }
        }
    }

    private var chosen: TrendJob.Format { json ? .json : format }
    private var agencyIsMissing: Bool { reports.agency == nil }
}

extension TrendJob.Format: ExpressibleByArgument {}
