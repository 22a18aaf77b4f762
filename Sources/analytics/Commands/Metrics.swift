import ArgumentParser
import Jobs

/// `analytics metrics`: which metrics there are and how each is reckoned.
struct Metrics: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Console.help("help.metrics"))
    }

    @OptionGroup var result: ResultOptions
    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            try Console.print(MetricsJob.answer(surroundings, result.chosen))
        }
    }
}
