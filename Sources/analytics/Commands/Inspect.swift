import ArgumentParser
import Jobs

/// `analytics inspect FILE`: what the tool makes of one document; no warehouse is touched.
struct Inspect: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Console.help("help.inspect"))
    }

    @Argument(help: ArgumentHelp(Console.help("help.file"), valueName: Console.help("value.file")))
    var file: String

    @Flag(help: ArgumentHelp(Console.help("help.json")))
    var json = false

    @Flag(help: ArgumentHelp(Console.help("help.all")))
    var all = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { surroundings in
            let job = InspectJob(surroundings, path: file)
            let outcome = try job.run()
            if json { try Console.print(job.json(of: outcome, all: all)) }
            switch outcome {
            case .success(let taken):
                if !json { try Console.print(job.summary(of: taken)) }
            case .failure(let rejection):
                Console.say(job.message(of: rejection))
                throw ExitCode(4)
            }
        }
    }
}
