import CLinux
import Glibc
import ReportModel

/// Puts bytes on disk so that a reader sees the old file or the new one, never a part.
public enum FileWriting {
    /// What a write did.
    public enum Outcome: Sendable, Hashable {
        /// The file holds the new bytes.
        case written
        /// It held them already, and was not touched.
        case unchanged
    }

    /// Writes a file beside its place, syncs it and renames it there.
    ///
    /// - Throws: ``ExportError`` when the disk is full or can't be written.
    public static func write(_ bytes: [UInt8], to path: String) throws(ExportError) -> Outcome {
        if read(path) == bytes { return .unchanged }
        let temporary = path + ".part"
        try create(temporary, bytes)
        guard rename(temporary, path) == 0 else {
            let reason = errno
            unlink(temporary)
            throw ExportError(path: path, errno: reason)
        }
        try sync(directory: parent(of: path))
        return .written
    }

    /// Writes a new file and syncs it.
    static func create(_ path: String, _ bytes: [UInt8]) throws(ExportError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw ExportError(path: path, errno: errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    file,
                    buffer.baseAddress?.advanced(by: written),
                    buffer.count - written
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = errno
                close(file)
                throw ExportError(path: path, errno: reason)
            }
            written += count
        }
        guard fsync(file) == 0, close(file) == 0 else {
            throw ExportError(path: path, errno: errno)
        }
    }

    /// Whether two files hold the same bytes; read side by side, so that large ones need no room.
    static func isEqual(_ first: String, _ second: String) -> Bool {
        let left = open(first, O_RDONLY | O_CLOEXEC)
        defer { if left >= 0 { close(left) } }
        let right = open(second, O_RDONLY | O_CLOEXEC)
        defer { if right >= 0 { close(right) } }
        guard left >= 0, right >= 0 else { return false }
        while true {
            guard let mine = piece(of: left), let other = piece(of: right), mine == other else {
                return false
            }
            if mine.isEmpty { return true }
        }
    }

    /// The hash of a file, read piece by piece; `nil` if it can't be read.
    static func hash(of path: String) -> ContentHash? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var hasher = ContentHasher()
        while let bytes = piece(of: file) {
            if bytes.isEmpty { return hasher.finish() }
            hasher.update(bytes)
        }
        return nil
    }

    /// The next bytes of a file, as many as there is room for; empty at its end.
    private static func piece(of file: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var filled = 0
        while filled < buffer.count {
            let count = buffer.withUnsafeMutableBytes { bytes in
                Glibc.read(file, bytes.baseAddress?.advanced(by: filled), bytes.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            filled += count
        }
        return Array(buffer[..<filled])
    }

    /// The bytes of a file; `nil` if it can't be read.
    static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Makes a directory's entries last through a loss of power.
    static func sync(directory: String) throws(ExportError) {
        let handle = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw ExportError(path: directory, errno: errno) }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw ExportError(path: directory, errno: errno) }
    }

    static func parent(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let parent = parts.joined(separator: "/")
        return parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent
    }
}

/// Why a file could not be written.
public struct ExportError: Error, Sendable, CustomStringConvertible {
    /// The file.
    public let path: String
    /// The system's reason.
    public let reason: String

    init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    init(path: String, errno: Int32) {
        self.path = path
        reason = String(cString: strerror(errno))
    }

    /// The error as a sentence.
    public var description: String { "\(path): can't be written (\(reason))" }
}
