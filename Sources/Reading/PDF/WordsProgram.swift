import Glibc
import Synchronization

/// The program `pdf-words`, which this one keeps beside itself where it lies in the same folder: it takes the words
/// out of one PDF after another as `pdftotext -bbox` does, without being started for each.
///
/// It is asked first and never last: whatever it doesn't answer, or dies of, `pdftotext` is asked anew, and what that
/// says counts.
public enum WordsProgram {
    /// Its name.
    public static let name = "pdf-words"
    /// Bytes of memory that it may take; what it had of earlier files included.
    private static let memory = 512 << 20
    /// Seconds of the clock that a file may take: what `pdftotext` may take then must fit a worker's time, too.
    private static let seconds = 20

    private enum State {
        case unknown, absent
        case ready(CompanionProcess)
    }

    private static let state = Mutex(State.unknown)

    /// Asks for the words of a PDF's first pages.
    ///
    /// - Returns: what `pdftotext -bbox` prints of pages and words; `nil` where `pdftotext` must be asked, also while
    ///   another thread is asking here.
    static func words(of bytes: [UInt8], pages: Int) -> [UInt8]? {
        state.withLockIfAvailable { state in
            if case .unknown = state { state = start(pages: pages) }
            guard case .ready(let process) = state else { return nil }
            let socket = ByteSocket(process.socket)
            if socket.send(frame(bytes)), let answer = answer(of: socket) {
                return answer.isEmpty ? nil : answer
            }
            state = .unknown
            return nil
        } ?? nil
    }

    /// Where it lies, if it is there and has its library.
    public static var placeOfReady: String? {
        if case .ready = start(pages: 1) { place } else { nil }
    }

    private static func start(pages: Int) -> State {
        guard
            let path = place,
            let process = try? CompanionProcess(
                path: path,
                arguments: [name, String(pages), String(seconds)],
                variables: [],
                memory: memory
            ),
            // One that was built without its library never says that it is ready.
            answer(of: ByteSocket(process.socket)) != nil
        else { return .absent }
        return .ready(process)
    }

    /// Where it lies: beside this program's file, and nowhere else, so that both are of one build.
    static var place: String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0, let slash = buffer[..<count].lastIndex(of: UInt8(ascii: "/")) else {
            return nil
        }
        let path = String(decoding: buffer[...slash], as: UTF8.self) + name
        return access(path, X_OK) == 0 ? path : nil
    }

    /// Bytes behind their number, as the processor writes it.
    private static func frame(_ bytes: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt64(bytes.count)) { Array($0) } + bytes
    }

    private static func answer(of socket: ByteSocket) -> [UInt8]? {
        guard let head = socket.receive(8) else { return nil }
        let count = head.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
        guard count <= ChildProgram.Limits.output else { return nil }
        return socket.receive(Int(count))
    }
}
