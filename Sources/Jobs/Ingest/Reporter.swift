import Exporting

/// Hears what happens while files are taken in.
public final class Reporter {
    private let hear: (Event, Int?) -> Void
    /// The run that reports, once it has its number.
    var run: Int?
    private let progress: ((Int, Int) -> Void)?
    private let clock: () -> String
    private var done = 0
    private var all = 0

    /// What happened: its kind, what it is about, and a sentence.
    public struct Event: Sendable {
        /// How much it matters.
        public enum Level: String, Sendable {
            /// Worth knowing.
            case info
            /// Somebody should look.
            case warning
            /// The run could not do what it should.
            case error
        }

        /// How much it matters.
        public var level: Level
        /// The kind, such as `refused`.
        public var kind: String
        /// The file, if it is about one.
        public var file: String?
        /// A sentence for people.
        public var text: String

        /// The event as an object of JSON on one line.
        public func json(at time: String, run: Int?) -> String {
            JSONValue.object([
                "time": .string(time), "level": .string(level.rawValue), "run": JSONValue(run),
                "event": .string(kind), "file": JSONValue(file), "message": .string(text),
            ]).line
        }

        /// An event. Its sentence stays one line, whatever the file is called.
        public init(_ level: Level, _ kind: String, file: String? = nil, _ text: String) {
            self.level = level
            self.kind = kind
            self.file = file
            self.text = file.map { text.replacing($0, with: TerminalTable.harmless($0)) } ?? text
        }
    }

    /// A reporter.
    ///
    /// - Parameters:
    ///   - clock: tells the time, in UTC and ISO 8601.
    ///   - hear: is told at once why a file was refused, and the like, and by which run.
    ///   - progress: is told how many of how many files have been read; `nil` where nobody looks.
    public init(
        clock: @escaping () -> String,
        hear: @escaping (Event, Int?) -> Void,
        progress: ((Int, Int) -> Void)? = nil
    ) {
        self.clock = clock
        self.hear = hear
        self.progress = progress
    }

    /// The time, in UTC and ISO 8601.
    var now: String { clock() }

    /// Whether somebody looks how far the work has come.
    var wantsProgress: Bool { progress != nil }

    /// Says that something has happened.
    public func say(_ event: Event) { hear(event, run) }

    /// Says how many files there are to read.
    func begins(files count: Int) { all = count }

    /// Says that another file has been read.
    func hasRead() {
        done += 1
        progress?(done, max(all, done))
    }
}
