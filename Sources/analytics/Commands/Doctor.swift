import ArgumentParser
import Jobs

/// `analytics doctor`: whether a nightly run would find all that it needs.
struct Doctor: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: Console.help("help.doctor"),
            discussion: Console.help("help.doctor.discussion")
        )
    }

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(Console.help("help.directory"), valueName: Console.help("value.path"))
    )
    var output: String = "out"

    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        let isFit = try shared.run { surroundings in
            let (answer, isFit) = DoctorJob(surroundings, output: output).examine(result.chosen)
            try Console.print(answer)
            return isFit
        }
        if !isFit { throw ExitCode(78) }
    }
}
