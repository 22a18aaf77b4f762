import CLinux
import Glibc
public import ReportModel

/// A program of the system that reads a format for us, alone and within limits.
///
/// It gets its input as a file in memory and its own process group, so that nothing it starts outlives it, and ends
/// with whoever started it. Of what it prints on standard error the beginning is kept.
public struct ChildProgram: Sendable {
    /// The program's name, looked up along `PATH`.
    public let name: String
    /// The package that brings it, as Debian calls it.
    public let package: String
    /// Where it lies, if that isn't along `PATH`.
    private let path: String?

    /// A program, its package and, if need be, its place.
    public init(name: String, package: String, path: String? = nil) {
        self.name = name
        self.package = package
        self.path = path
    }

    /// Where a program lies along `PATH`; `nil` if it isn't installed.
    public static func place(of program: String) -> String? {
        searchPath.split(separator: ":").map { "\($0)/\(program)" }
            .first { access($0, X_OK) == 0 }
    }

    private static var searchPath: String {
        getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    }

    /// What a child may take.
    enum Limits {
        /// Seconds of the clock.
        static let seconds = 60
        /// Seconds of processor time.
        static let processorSeconds: UInt = 30
        /// Bytes of memory.
        static let memory: UInt = 1 << 30
        /// Bytes of output.
        static let output = 64 << 20
        /// Bytes kept of standard error.
        static let errors = 1 << 16
    }

    /// What a child left behind.
    public struct Outcome: Sendable {
        /// The program's exit code; `nil` if a signal ended it.
        public var exitCode: Int32?
        /// What it printed.
        public var output: [UInt8]
        /// The beginning of what it printed on standard error.
        public var errors: [UInt8]
    }

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - arguments: the words behind the program's name.
    ///   - input: what it finds on standard input.
    /// - Returns: its exit code and its output.
    /// - Throws: `.programMissing`, or `.limitExceeded` when it took too long or said too much.
    public func run(
        _ arguments: [String],
        input: [UInt8]
    ) throws(Rejection) -> Outcome {
        let source = try FileHandle.holding(input)
        let output = try Pipe()
        let errors = try Pipe()
        let process = try start(
            arguments,
            input: source,
            output: output.writing,
            errors: errors.writing
        )
        let reading = output.readable()
        let complaints = errors.readable()
        defer { kill(-process, SIGKILL) }
        _ = linux_bound(process, Limits.processorSeconds, Limits.memory)
        let printed = collect(reading, complaints)
        if printed == nil { kill(-process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard let printed else { throw Rejection(.limitExceeded, [name, limitText]) }
        return Outcome(
            exitCode: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil,
            output: printed.output,
            errors: printed.errors
        )
    }

    private var limitText: String {
        "\(Limits.seconds) s, \(Limits.output >> 20) MiB"
    }

    private func start(
        _ arguments: [String],
        input: borrowing FileHandle,
        output: borrowing FileHandle,
        errors: borrowing FileHandle
    ) throws(Rejection) -> pid_t {
        // Under emulators and sanitizers a child's memory isn't its starter's, and why it didn't start doesn't come back.
        guard let path = path ?? Self.place(of: name) else {
            throw Rejection(.programMissing, [name, package])
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        // The same bytes in every locale.
        var surroundings: [UnsafeMutablePointer<CChar>?] = [
            strdup("PATH=\(Self.searchPath)"), strdup("LC_ALL=C.UTF-8"), nil,
        ]
        defer { for word in words + surroundings { free(word) } }
        var process: pid_t = 0
        let failure = linux_start(
            path,
            &words,
            &surroundings,
            input.number,
            output.number,
            errors.number,
            &process
        )
        guard failure == 0 else {
            throw failure == ENOENT
                ? Rejection(.programMissing, [name, package])
                : Rejection(.unreadableFile, ["\(name): \(String(cString: strerror(failure)))"])
        }
        return process
    }

    /// Everything that the child prints, or `nil` when it is too much or takes too long. Of its complaints only the
    /// beginning is kept, but all are read, so that it needn't wait for anybody.
    private func collect(
        _ output: borrowing FileHandle,
        _ errors: borrowing FileHandle
    ) -> (output: [UInt8], errors: [UInt8])? {
        var printed: [UInt8] = []
        var complaints: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let end = Self.clock + Limits.seconds * 1000
        var waited = [output.number, errors.number].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        // The system leaves out what has a number below zero.
        while waited.contains(where: { $0.fd >= 0 }) {
            let ready = poll(&waited, UInt(waited.count), Int32(max(0, end - Self.clock)))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            for place in waited.indices where waited[place].revents != 0 {
                let count = read(waited[place].fd, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 {
                    waited[place].fd = -1
                } else if place == 0 {
                    printed.append(contentsOf: buffer[..<count])
                    guard printed.count <= Limits.output else { return nil }
                } else {
                    complaints += buffer[..<min(count, Limits.errors - complaints.count)]
                }
            }
        }
        return (printed, complaints)
    }

    /// Milliseconds of a clock that never goes back.
    private static var clock: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}

/// A pipe of which the child has one end.
private struct Pipe: ~Copyable {
    private let reading: FileHandle
    let writing: FileHandle

    init() throws(Rejection) {
        var ends: [Int32] = [-1, -1]
        guard linux_pipe(&ends) == 0 else { throw FileHandle.failure() }
        reading = FileHandle(ends[0])
        writing = FileHandle(ends[1])
    }

    /// The end to read from; the other one is closed here.
    consuming func readable() -> FileHandle { reading }
}

/// A file descriptor that is closed when it goes out of use.
private struct FileHandle: ~Copyable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit { Glibc.close(number) }

    /// A file in memory that holds some bytes, ready to be read from the start.
    static func holding(_ bytes: [UInt8]) throws(Rejection) -> FileHandle {
        let number = linux_memory_file("input")
        guard number >= 0 else { throw failure() }
        let file = FileHandle(number)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(number, buffer.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            written += count
        }
        lseek(number, 0, SEEK_SET)
        return file
    }

    static func failure() -> Rejection {
        Rejection(.unreadableFile, [String(cString: strerror(errno))])
    }
}
