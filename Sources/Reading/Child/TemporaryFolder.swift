import CLinux
import Glibc
import ReportModel

/// A folder for a program that reads or writes files only; it goes, with all that is in it, when nobody needs it any more.
struct TemporaryFolder: ~Copyable {
    /// Its path.
    let path: String

    /// A new folder where the system keeps such things.
    ///
    /// - Throws: `.unreadableFile` with the system's reason.
    init() throws(Rejection) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/analytics-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Self.failure(parent) }
        path = template.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    deinit { linux_remove_tree(path) }

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - bytes: its contents.
    ///   - place: its name, behind those of the folders that it stands in.
    /// - Throws: `.unreadableFile` with the system's reason.
    func write(_ bytes: [UInt8], to place: [String]) throws(Rejection) {
        var target = path
        for folder in place.dropLast() {
            target += "/" + folder
            guard mkdir(target, 0o700) == 0 || errno == EEXIST else { throw Self.failure(target) }
        }
        target += "/" + (place.last ?? "")
        guard let file = fopen(target, "w") else { throw Self.failure(target) }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw Self.failure(target) }
    }

    /// A file's bytes; `nil` where there is no such file, or one that is larger than a report may be.
    func bytes(of name: String) -> [UInt8]? {
        guard let file = fopen("\(path)/\(name)", "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer[..<count]
            guard bytes.count <= DocumentReading.mostBytes else { return nil }
        }
        return bytes
    }

    private static func failure(_ path: String) -> Rejection {
        Rejection(.unreadableFile, ["\(path): \(String(cString: strerror(errno)))"])
    }
}
