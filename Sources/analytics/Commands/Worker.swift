import ArgumentParser
import Jobs

/// `analytics worker`: reads files for a run at the other end of standard input; not for people.
struct Worker: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "worker",
            abstract: Console.help("help.worker"),
            shouldDisplay: false
        )
    }

    func run() throws {
        do { try WorkerLoop.run() } catch { throw ExitCode(70) }
    }
}
