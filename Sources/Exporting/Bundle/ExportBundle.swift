import CLinux
import Glibc

/// The files of one export, put in place together.
///
/// They lie in `current/`. A new bundle is built beside it, synced, and exchanged with it in one step,
/// so that nobody ever opens a mixture of two.
public struct ExportBundle: Sendable {
    /// The files' names and bytes.
    public var files: [String: [UInt8]]

    /// A bundle.
    public init(files: [String: [UInt8]]) {
        self.files = files
    }

    /// Puts the bundle in place, unless the very same one is there.
    ///
    /// - Parameter directory: the folder that holds `current/`; it is made if there is none.
    /// - Returns: whether anything was written.
    /// - Throws: ``ExportError`` when the disk is full or can't be written; the old bundle stays.
    public func publish(in directory: String) throws(ExportError) -> FileWriting.Outcome {
        let current = directory + "/current"
        let next = directory + "/.next"
        try Self.makeDirectory(directory)
        if Self.contents(of: current) == files { return .unchanged }
        Self.remove(next)
        try Self.makeDirectory(next)
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            try FileWriting.create(next + "/" + name, bytes)
        }
        try FileWriting.sync(directory: next)
        let there = access(current, F_OK) == 0
        let moved = there ? linux_exchange(next, current) : rename(next, current)
        guard moved == 0 else { throw ExportError(path: current, errno: errno) }
        try FileWriting.sync(directory: directory)
        if there { Self.remove(next) }
        return .written
    }

    private static func makeDirectory(_ path: String) throws(ExportError) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw ExportError(path: path, errno: errno) }
        try makeDirectory(FileWriting.parent(of: path))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw ExportError(path: path, errno: errno)
        }
    }

    private static func names(in directory: String) -> [String]? {
        guard let handle = opendir(directory) else { return nil }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func contents(of directory: String) -> [String: [UInt8]]? {
        guard let names = names(in: directory) else { return nil }
        var contents: [String: [UInt8]] = [:]
        for name in names { contents[name] = FileWriting.read(directory + "/" + name) ?? [] }
        return contents
    }

    /// Removes a bundle's folder; the files in it are ours, and it holds no folders.
    private static func remove(_ directory: String) {
        for name in names(in: directory) ?? [] { unlink(directory + "/" + name) }
        rmdir(directory)
    }
}
