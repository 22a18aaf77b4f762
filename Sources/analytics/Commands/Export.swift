import ArgumentParser
import Jobs

/// `analytics export`: writes the bundle of CSV files.
struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: Console.help("help.export"),
            discussion: Console.help("help.export.discussion")
        )
    }

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(Console.help("help.directory"), valueName: Console.help("value.path"))
    )
    var output: String = "out"

    @Flag(help: ArgumentHelp(Console.help("help.dry_run")))
    var dryRun = false

    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            let outcome = try ExportJob(surroundings, directory: output).run(isTrial: dryRun)
            Console.say(outcome.text)
        }
    }
}
