public import ArgumentParser
public import Jobs
public import Phrasebook

extension Language: ExpressibleByArgument {}

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(Console.help("help.warehouse"), valueName: Console.help("value.file"))
    )
    var warehouse: String = Console.environment("ANALYTICS_WAREHOUSE") ?? "data/warehouse.sqlite"

    @Option(help: ArgumentHelp(Console.help("help.lang")))
    var lang: Language = Console.language

    /// Runs a job; what stops it is said in one line and becomes the exit code.
    func run<Result>(_ work: (Surroundings) throws -> Result) throws -> Result {
        do {
            return try work(try Surroundings(language: lang, warehousePath: warehouse))
        } catch let error as JobError {
            let words = try? Phrasebook(lang)
            Console.say("analytics: " + (words.map { error.message($0) } ?? "\(error)"))
            throw ExitCode(error.exitCode)
        }
    }
}

/// Which reports a question is about.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Console.help("help.agency"), valueName: Console.help("value.name")))
    var agency: String?

    @Option(help: ArgumentHelp(Console.help("help.from"), valueName: Console.help("value.year")))
    var from: Int?

    @Option(help: ArgumentHelp(Console.help("help.to"), valueName: Console.help("value.year")))
    var to: Int?

    /// The reports as jobs take them.
    var filter: ReportFilter { ReportFilter(agency: agency, from: from, to: to) }

    func validate() throws {
        if let from, let to, from > to {
            throw ValidationError(Console.help("error.from_after_to"))
        }
    }
}

extension ResultFormat: ExpressibleByArgument {}

/// How a result is printed.
struct ResultOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Console.help("help.format")))
    var format: ResultFormat = .table

    @Flag(help: ArgumentHelp(Console.help("help.json")))
    var json = false

    /// The form asked for.
    var chosen: ResultFormat { json ? .json : format }
}
