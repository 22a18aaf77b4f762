import Glibc

/// One end of a socket that stays its owner's.
public struct ByteSocket: Sendable {
    private let number: Int32

    /// - Parameter number: the socket's file descriptor.
    public init(_ number: Int32) { self.number = number }

    /// Sends bytes, waiting until all are taken.
    ///
    /// - Returns: `false` where nobody is there to take them.
    public func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let step = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    number,
                    buffer.baseAddress.map { $0 + sent },
                    buffer.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            if step < 0, errno == EINTR { continue }
            guard step > 0 else { return false }
            sent += step
        }
        return true
    }

    /// Waits for a number of bytes.
    ///
    /// - Returns: the bytes; `nil` where the other end is closed before.
    func receive(_ count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, received in
            while received < count {
                let step = recv(
                    number,
                    buffer.baseAddress.map { $0 + received },
                    count - received,
                    0
                )
                if step < 0, errno == EINTR { continue }
                guard step > 0 else { return }
                received += step
            }
        }
        return bytes.count == count ? bytes : nil
    }
}
