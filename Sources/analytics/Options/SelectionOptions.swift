import ArgumentParser
import Jobs

/// Which of the files under the paths a run looks at.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Console.help("help.only"), valueName: Console.help("value.pattern")))
    var only: String?

    @Option(help: ArgumentHelp(Console.help("help.since"), valueName: Console.help("value.day")))
    var since: String?

    @Option(help: ArgumentHelp(Console.help("help.limit"), valueName: "n"))
    var limit: Int?

    @Flag(help: ArgumentHelp(Console.help("help.retry_quarantined")))
    var retryQuarantined = false

    /// The files as jobs take them.
    func chosen() throws -> FileSelection {
        var selection = FileSelection()
        selection.only = only
        selection.limit = limit
        selection.retriesQuarantined = retryQuarantined
        try selection.begin(since: since)
        return selection
    }
}
