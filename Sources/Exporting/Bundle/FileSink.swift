import Glibc
import ReportModel

/// A file that is being written piece by piece, with its size and hash. Closes when it goes out of scope.
struct FileSink: ~Copyable {
    /// What was written.
    struct Written: Sendable, Hashable {
        /// The number of bytes.
        var bytes: Int
        /// Their hash.
        var hash: ContentHash
    }

    private let path: String
    private let file: Int32
    private var buffer: [UInt8] = []
    private var hasher = ContentHasher()
    private var count = 0

    private static let bufferSize = 1 << 18

    /// Begins a new file.
    init(_ path: String) throws(ExportError) {
        self.path = path
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw ExportError(path: path, errno: errno) }
        buffer.reserveCapacity(Self.bufferSize)
    }

    deinit { close(file) }

    /// Adds bytes.
    ///
    /// - Throws: ``ExportError`` as soon as something can't be written: what is made for a full disk is made in vain.
    mutating func append(_ bytes: [UInt8]) throws(ExportError) {
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Writes the rest and makes the file last through a loss of power.
    ///
    /// - Throws: ``ExportError`` when anything could not be written.
    mutating func finish() throws(ExportError) -> Written {
        try flush()
        guard fsync(file) == 0 else { throw ExportError(path: path, errno: errno) }
        return Written(bytes: count, hash: hasher.finish())
    }

    private mutating func flush() throws(ExportError) {
        var written = 0
        while written < buffer.count {
            let result = buffer.withUnsafeBytes { bytes in
                write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if result < 0, errno == EINTR { continue }
            guard result >= 0 else { throw ExportError(path: path, errno: errno) }
            written += result
        }
        hasher.update(buffer)
        count += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
