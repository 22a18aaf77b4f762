import ArgumentParser
import Jobs

/// The door: finds the subcommand, which parses, calls a job, and says what came of it.
@main
struct Analytics: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "analytics",
            abstract: Console.help("help.analytics"),
            discussion: Console.help("help.analytics.discussion"),
            version: Version.text,
            subcommands: [
                RunCommand.self, Ingest.self, Inspect.self, TrendCommand.self, Movers.self,
                Check.self,
                Export.self,
                Metrics.self, Agencies.self, Coverage.self, Show.self, Explain.self, Compare.self,
                Revisions.self, Quarantine.self, Runs.self,
                Extract.self, Backup.self, Restore.self, Merge.self, Doctor.self, Worker.self,
            ]
        )
    }
}
