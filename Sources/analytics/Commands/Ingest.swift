import ArgumentParser
import Jobs

/// `analytics ingest PATH…`: reads files and folders into the warehouse.
struct Ingest: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ingest",
            abstract: Console.help("help.ingest"),
            discussion: Console.help("help.ingest.discussion")
        )
    }

    @Argument(help: ArgumentHelp(Console.help("help.paths"), valueName: Console.help("value.path")))
    var paths: [String]

    @Flag(help: ArgumentHelp(Console.help("help.dry_run")))
    var dryRun = false

    @Flag(help: ArgumentHelp(Console.help("help.json")))
    var json = false

    @Option(help: ArgumentHelp(Console.help("help.shard"), valueName: "i/n"))
    var shard: String?

    @OptionGroup var workers: WorkerOptions

    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        let outcome = try shared.run { surroundings in
            var surroundings = surroundings
            surroundings.workers = workers.program
            var selection = FileSelection()
            try selection.take(shard: shard)
            let outcome = try IngestJob(
                surroundings,
                paths: paths,
                selection: selection,
                isTrial: dryRun
            ).run(Console.reporter())
            if json {
                try Console.print(outcome.json)
            } else {
                Console.say(outcome.text(surroundings.phrasebook))
            }
            return outcome
        }
        if outcome.hasNewRefusals { throw ExitCode(4) }
    }
}
