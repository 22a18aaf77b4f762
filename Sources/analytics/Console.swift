import ArgumentParser
import Glibc
import Jobs
import Phrasebook

/// Standard output for results, standard error for everything else.
enum Console {
    /// The language of the command line: `--lang`, else the environment's.
    static let language: Language = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count,
                let language = Language(rawValue: arguments[index + 1])
            {
                return language
            }
            if argument.hasPrefix("--lang="),
                let language = Language(rawValue: String(argument.dropFirst(7)))
            {
                return language
            }
        }
        return Language(
            environment: environment(["ANALYTICS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"])
        )
    }()

    private static let phrasebook = try? Phrasebook(language)

    /// A help text in the command line's language.
    static func help(_ key: String) -> String {
        phrasebook?.say(key) ?? key
    }

    /// Today, by the machine's clock and zone, in ISO 8601.
    static var today: String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    }

    /// Now, in UTC and ISO 8601.
    static var now: String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
            + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }

    /// The value of an environment variable.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Writes a result.
    ///
    /// - Throws: exit code 74 when it can't be written, as on a full disk.
    static func print(_ text: String) throws {
        try print(Array(text.utf8))
    }

    /// Writes a result.
    ///
    /// - Throws: exit code 74 when it can't be written, as on a full disk.
    static func print(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(1, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                say(help("error.stdout") + " " + String(cString: strerror(errno)))
                throw ExitCode(74)
            }
            written += count
        }
    }

    /// Says something about the work.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(2, bytes, bytes.count)
    }

    /// Says how far the work has come, on a line that the next word overwrites; only on a terminal.
    static func progress(_ done: Int, _ all: Int) {
        guard isatty(2) == 1, done % 16 == 0 else { return }
        let bytes = Array("\r\(done)/\(all)\r".utf8)
        _ = write(2, bytes, bytes.count)
    }

    private static func environment(_ names: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for name in names { values[name] = environment(name) }
        return values
    }
}
