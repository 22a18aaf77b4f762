import Glibc
import Reading

/// One end of the line between a run and a worker: frames of bytes, each behind its length in four bytes.
final class WorkerLine {
    /// No answer is longer: a report with all its words has a hundredth of it.
    private static let longest = 64 << 20

    private let socket: Int32
    private var pending: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    /// - Parameter socket: the end of the socket, which stays its owner's.
    init(socket: Int32) { self.socket = socket }

    /// Sends a value; `false` where nobody is there to take it.
    func send(_ value: some Wired) -> Bool {
        var wire = WireWriter()
        wire.put(value)
        let count = UInt32(wire.bytes.count)
        let frame = (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) } + wire.bytes
        return ByteSocket(socket).send(frame)
    }

    /// Takes what has come in, waiting for the first of it; `false` where the other end is closed.
    func receive() -> Bool {
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            pending.append(contentsOf: buffer[..<count])
            return true
        }
    }

    /// The next value that has come in whole; `nil` where none has.
    func next<Value: Wired>(_ type: Value.Type) throws(WireError) -> Value? {
        guard pending.count >= 4 else { return nil }
        let count = (0..<4).reduce(0) { $0 | Int(pending[$1]) << ($1 * 8) }
        guard count <= Self.longest else { throw WireError() }
        guard pending.count >= 4 + count else { return nil }
        var wire = WireReader(Array(pending[4..<(4 + count)]))
        pending.removeFirst(4 + count)
        let value: Value = try wire.value()
        return value
    }
}
