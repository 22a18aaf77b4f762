public import ArgumentParser
public import Jobs

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
