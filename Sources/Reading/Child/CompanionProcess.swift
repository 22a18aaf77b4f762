import CLinux
import Glibc

/// A process at the other end of a socket, within a bound of memory. It ends when it goes out of use.
///
/// Unlike a ``ChildProgram`` it is asked many times, and may crash: whoever has it notices by the socket's end.
public final class CompanionProcess {
    /// This end of the socket; the process has the other as its standard input.
    public let socket: Int32
    private let process: pid_t
    private var isRunning = true

    /// Why a process could not be started.
    public struct StartError: Error, CustomStringConvertible {
        /// The system's reason.
        public var description: String

        fileprivate init(_ code: Int32) { description = String(cString: strerror(code)) }
    }

    /// How many processors this process may run on.
    public static var processors: Int { Int(linux_processors()) }

    /// Has this process, which is somebody's companion, end with whoever started it, whatever it is doing then.
    public static func endWithStarter() { linux_end_with_parent() }

    /// Starts a process. What it prints is dropped.
    ///
    /// - Parameters:
    ///   - path: the program's file.
    ///   - arguments: its name and the words behind it.
    ///   - variables: the names of the environment's variables that it is told.
    ///   - memory: how many bytes its data may take.
    /// - Throws: ``StartError`` when the system can't.
    public init(
        path: String,
        arguments: [String],
        variables: [String],
        memory: Int
    ) throws(StartError) {
        var ends: [Int32] = [-1, -1]
        guard linux_socket_pair(&ends) == 0 else { throw StartError(errno) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        // One that crashes is to be gone, not to write a page about it.
        var surroundings: [UnsafeMutablePointer<CChar>?] = [strdup("SWIFT_BACKTRACE=enable=no")]
        for name in variables {
            if let value = getenv(name) {
                surroundings.append(strdup("\(name)=\(String(cString: value))"))
            }
        }
        surroundings.append(nil)
        defer { for word in words + surroundings { free(word) } }
        var started: pid_t = 0
        let code = posix_spawn(&started, path, &actions, nil, &words, &surroundings)
        guard code == 0 else {
            close(ends[0])
            throw StartError(code)
        }
        _ = linux_bound_data(started, UInt(memory))
        process = started
        socket = ends[0]
    }

    deinit {
        stop()
        close(socket)
    }

    /// Ends the process, whatever it is doing, and tells which signal ended it; 0 if none did.
    @discardableResult
    public func stop() -> Int32 {
        guard isRunning else { return 0 }
        isRunning = false
        // One that is ending by itself is given no other reason.
        var status: Int32 = 0
        if waitpid(process, &status, WNOHANG) == 0 {
            kill(process, SIGKILL)
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        return status & 0x7F
    }
}
