import ArgumentParser
import Jobs

/// Which reports a question is about.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Console.help("help.agency"), valueName: Console.help("value.name")))
    var agency: String?

    @Option(help: ArgumentHelp(Console.help("help.from"), valueName: Console.help("value.year")))
    var from: Int?

    @Option(help: ArgumentHelp(Console.help("help.to"), valueName: Console.help("value.year")))
    var to: Int?

    /// The reports as jobs take them.
    var filter: ReportFilter { filter(asOf: nil) }

    /// The reports as they stood on a day.
    func filter(asOf day: String?) -> ReportFilter {
        ReportFilter(agency: agency, from: from, to: to, asOf: day)
    }

    func validate() throws {
        if let from, let to, from > to {
            throw ValidationError(Console.help("error.from_after_to"))
        }
    }
}
