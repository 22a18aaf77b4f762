import ArgumentParser
import Jobs

/// `analytics check`: what the rules say about the reports in the warehouse.
struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Console.help("help.check"),
            discussion: Console.help("help.check.discussion")
        )
    }

    /// The verdicts that are kept.
    enum Verdict: String, ExpressibleByArgument, CaseIterable {
        case fail, uncertain
        case notAssessable = "not_assessable"
    }

    @Option(help: ArgumentHelp(Console.help("help.rule"), valueName: Console.help("value.name")))
    var rule: String?

    @Option(help: ArgumentHelp(Console.help("help.verdict")))
    var verdict: Verdict?

    @Flag(help: ArgumentHelp(Console.help("help.list_rules")))
    var list = false

    @OptionGroup var reports: ReportOptions
    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        let failed = try shared.run { surroundings in
            if list {
                try Console.print(CheckJob.catalogue(surroundings, result.chosen))
                return 0
            }
            let job = try CheckJob(
                surroundings,
                reports: reports.filter,
                rule: rule,
                verdict: verdict?.rawValue
            )
            let outcome = try job.run(result.chosen)
            try Console.print(outcome.answer)
            Console.say(outcome.summary)
            return outcome.failed
        }
        if failed > 0 { throw ExitCode(3) }
    }
}
