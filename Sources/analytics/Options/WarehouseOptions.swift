public import ArgumentParser
import Jobs
public import Phrasebook

extension Language: ExpressibleByArgument {}

/// What every command takes: which warehouse, and in which language.
struct WarehouseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(Console.help("help.warehouse"), valueName: Console.help("value.file"))
    )
    var warehouse: String = Console.environment("ANALYTICS_WAREHOUSE") ?? "data/warehouse.sqlite"

    @Option(help: ArgumentHelp(Console.help("help.lang")))
    var lang: Language = Console.language

    /// Runs a job; what stops it is said in one line and becomes the exit code.
    func run<Result>(
        _ reporter: Reporter? = nil,
        _ work: (Surroundings) throws -> Result
    ) throws -> Result {
        do {
            return try work(
                try Surroundings(
                    language: lang,
                    warehousePath: warehouse,
                    metricsFolder: Console.environment("ANALYTICS_METRICS") ?? "data/metrics"
                )
            )
        } catch let error as JobError {
            let words = try? Phrasebook(lang)
            let text = "analytics: " + (words.map { error.message($0) } ?? "\(error)")
            (reporter ?? Console.reporter()).say(.init(.error, "failed", text))
            throw ExitCode(error.exitCode)
        }
    }
}
