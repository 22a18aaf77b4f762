import ArgumentParser
import Jobs

/// `analytics check`: what the rules say about the reports in the warehouse.
struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Console.help("help.check"),
            discussion: Console.help("help.check.discussion"),
            subcommands: [Accept.self, Reopen.self]
        )
    }

    /// The verdicts that are kept.
    enum Verdict: String, ExpressibleByArgument, CaseIterable {
        case fail, uncertain
        case notAssessable = "not_assessable"
    }

    /// How much a failure matters.
    enum Severity: String, ExpressibleByArgument, CaseIterable {
        case critical, high, medium, low
    }

    @Option(help: ArgumentHelp(Console.help("help.rule"), valueName: Console.help("value.name")))
    var rule: String?

    @Option(help: ArgumentHelp(Console.help("help.verdict")))
    var verdict: Verdict?

    @Option(help: ArgumentHelp(Console.help("help.severity")))
    var severity: Severity?

    @Option(help: ArgumentHelp(Console.help("help.rules"), valueName: Console.help("value.path")))
    var rules: String = "data/rules"

    @Flag(help: ArgumentHelp(Console.help("help.list_rules")))
    var list = false

    @Option(help: ArgumentHelp(Console.help("help.rewind"), valueName: Console.help("value.day")))
    var asOf: String?

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
                reports: reports.filter(asOf: asOf),
                rule: rule,
                verdict: verdict?.rawValue,
                severity: severity?.rawValue,
                rulesFolder: rules
            )
            let outcome = try job.run(result.chosen)
            try Console.print(outcome.answer)
            Console.say(outcome.summary)
            return outcome.failed
        }
        if failed > 0 { throw ExitCode(3) }
    }

    /// `analytics check accept ID --reason …`
    struct Accept: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "accept",
                abstract: Console.help("help.check.accept")
            )
        }

        @Argument(help: ArgumentHelp(Console.help("help.finding"), valueName: "id"))
        var finding: String

        @Option(help: ArgumentHelp(Console.help("help.why"), valueName: Console.help("value.text")))
        var reason: String

        @Flag(help: ArgumentHelp(Console.help("help.dry_run")))
        var dryRun = false

        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                Console.say(
                    try AcceptanceJob(surroundings, finding: finding)
                        .accept(reason: reason, isTrial: dryRun)
                )
            }
        }
    }

    /// `analytics check reopen ID`
    struct Reopen: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "reopen",
                abstract: Console.help("help.check.reopen")
            )
        }

        @Argument(help: ArgumentHelp(Console.help("help.finding"), valueName: "id"))
        var finding: String

        @Flag(help: ArgumentHelp(Console.help("help.dry_run")))
        var dryRun = false

        @OptionGroup var shared: WarehouseOptions

        func run() throws {
            try shared.run { surroundings in
                Console.say(
                    try AcceptanceJob(surroundings, finding: finding).reopen(isTrial: dryRun)
                )
            }
        }
    }
}
