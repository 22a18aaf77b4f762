import Glibc

/// What is done to folders as a whole.
enum Folder {
    /// Makes a folder and those above it, where they aren't there.
    static func make(_ path: String) throws(ExportError) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw ExportError(path: path, errno: errno) }
        try make(FileWriting.parent(of: path))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw ExportError(path: path, errno: errno)
        }
    }

    /// Removes a folder with all that is in it; a link is removed, not followed.
    static func remove(_ path: String) {
        for entry in entries(of: path) ?? [] {
            if entry.isFolder {
                remove(path + "/" + entry.name)
            } else {
                unlink(path + "/" + entry.name)
            }
        }
        rmdir(path)
    }

    /// Whether two folders hold the same files with the same bytes.
    static func isEqual(_ first: String, _ second: String) -> Bool {
        guard let mine = entries(of: first), let others = entries(of: second), mine == others else {
            return false
        }
        return mine.allSatisfy { entry in
            let (left, right) = (first + "/" + entry.name, second + "/" + entry.name)
            return entry.isFolder ? isEqual(left, right) : FileWriting.isEqual(left, right)
        }
    }

    /// The files in a folder and those below it, as paths from there, in order; `nil` if there is no such folder.
    static func files(of path: String) -> [String]? {
        entries(of: path).map { entries in
            entries.flatMap { entry -> [String] in
                guard entry.isFolder else { return [entry.name] }
                return (files(of: path + "/" + entry.name) ?? []).map { entry.name + "/" + $0 }
            }
        }
    }

    /// Makes the entries of a folder and those in it last through a loss of power.
    static func sync(_ path: String) throws(ExportError) {
        for entry in entries(of: path) ?? [] where entry.isFolder {
            try sync(path + "/" + entry.name)
        }
        try FileWriting.sync(directory: path)
    }

    private struct Entry: Hashable {
        var name: String
        var isFolder: Bool
    }

    /// What a folder holds, by name; `nil` if there is no such folder.
    private static func entries(of path: String) -> [Entry]? {
        guard let handle = opendir(path) else { return nil }
        defer { closedir(handle) }
        var entries: [Entry] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            var status = stat()
            guard lstat(path + "/" + name, &status) == 0 else { continue }
            entries.append(Entry(name: name, isFolder: status.st_mode & S_IFMT == S_IFDIR))
        }
        return entries.sorted { $0.name < $1.name }
    }
}
