import ArgumentParser
import Jobs

/// How a run's events are written on standard error, one a line.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    /// The sentence alone, for people who watch.
    case plain
    /// Time, level, run, kind, file and sentence, for files.
    case text
    /// The same as an object of JSON, for machines.
    case json

    /// An event as a line.
    func line(_ event: Reporter.Event, at time: String, run: Int?) -> String {
        switch self {
        case .plain: return event.text
        case .text:
            let run = run.map { " run=\($0)" } ?? ""
            return "\(time) \(event.level.rawValue)\(run) \(event.kind): "
                + event.text.split(separator: "\n").joined(separator: "; ")
        case .json:
            return event.json(at: time, run: run)
        }
    }
}

extension Console {
    /// What hears of a job's events.
    ///
    /// - Parameters:
    ///   - format: how they are written.
    ///   - isQuiet: whether those are left out that nobody need look at.
    /// - Returns: the reporter.
    static func reporter(_ format: LogFormat = .plain, isQuiet: Bool = false) -> Reporter {
        Reporter(
            clock: { now },
            hear: { event, run in
                guard !isQuiet || event.level != .info else { return }
                say(format.line(event, at: now, run: run))
            },
            progress: isQuiet ? nil : progress
        )
    }
}
