import ArgumentParser
import Jobs

/// `analytics inspect FILE`: what the tool makes of one document; no warehouse is touched.
struct Inspect: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "inspect",
            abstract: Console.help("help.inspect")
        )
    }

    @Argument(help: ArgumentHelp(Console.help("help.file"), valueName: Console.help("value.file")))
    var file: String

    @Flag(help: ArgumentHelp(Console.help("help.all")))
    var all = false

    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            let job = InspectJob(surroundings, path: file)
            let answers = try job.run()
            try Console.print(job.text(answers, result.chosen, all: all))
            for answer in answers {
                if let rejection = answer.rejection {
                    Console.say(job.message(of: rejection, in: answer))
                }
            }
            if answers.contains(where: { $0.rejection != nil }) { throw ExitCode(4) }
        }
    }
}
