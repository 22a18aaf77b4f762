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

    /// Says something about the work. Names of files come from anywhere: what would move a terminal's cursor or turn
    /// its writing around is written out, so that nothing can look like something else.
    static func say(_ text: String) {
        var line = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: line += "\n"
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                line += "\\u{\(String(scalar.value, radix: 16))}"
            default: line.unicodeScalars.append(scalar)
            }
        }
        let bytes = Array((line + "\n").utf8)
        _ = write(2, bytes, bytes.count)
    }

    /// What tells a job's progress; `nil` where standard error is no terminal.
    static var progress: ((Int, Int) -> Void)? {
        guard isatty(2) == 1 else { return nil }
        var display = ProgressDisplay()
        return { done, all in display.show(done, of: all) }
    }

    private static func environment(_ names: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for name in names { values[name] = environment(name) }
        return values
    }
}
