import Glibc
import ReportModel

/// The files under the paths that a user gave, one after another: a folder's names are all that is kept.
///
/// Paths come in the order of their bytes, a folder's as if it ended in a slash: the order in which a database sorts
/// them. Links below a given path are not followed.
struct FileWalk {
    /// The paths that don't exist.
    let missing: [String]
    /// How many entries were passed over so far: hidden ones, and notes that people leave beside reports.
    private(set) var ignored = 0

    /// The given paths, none below another.
    private let roots: [[UInt8]]
    private var nextRoot = 0
    private var folders: [Folder] = []

    /// The given path that the walk is in.
    var root: [UInt8] { nextRoot > 0 ? roots[nextRoot - 1] : [] }

    init(_ paths: [String]) {
        var missing: [String] = []
        var found: [[UInt8]] = []
        for path in paths {
            var bytes = Array(path.utf8)
            while bytes.count > 1, bytes.last == Self.slash { bytes.removeLast() }
            var status = Glibc.stat()
            if stat(Self.cPath(bytes), &status) == 0 {
                found.append(bytes)
            } else {
                missing.append(path)
            }
        }
        self.missing = missing
        var roots: [[UInt8]] = []
        for path in found.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let isBelow = roots.contains { path == $0 || path.starts(with: $0 + [Self.slash]) }
            if !isBelow { roots.append(path) }
        }
        self.roots = roots
    }

    /// The next file; `nil` when all have been told. What is no file, or a folder that can't be opened, is told too,
    /// and refused when somebody reads it.
    mutating func next() -> InputFile? {
        while true {
            guard let top = folders.indices.last else {
                guard nextRoot < roots.count else { return nil }
                nextRoot += 1
                if let file = enter(roots[nextRoot - 1], isGiven: true) { return file }
                continue
            }
            guard let (name, mayBeFolder) = folders[top].next() else {
                folders.removeLast()
                continue
            }
            if Self.isNote(name) {
                ignored += 1
                continue
            }
            let folder = folders[top].path
            var path: [UInt8] = []
            path.reserveCapacity(folder.count + 1 + name.count)
            path.append(contentsOf: folder)
            path.append(Self.slash)
            path.append(contentsOf: name)
            if !mayBeFolder {
                return InputFile(path: path, folderHint: folders[top].hint, isGiven: false)
            }
            if let file = enter(path, isGiven: false) { return file }
        }
    }

    /// Goes into a folder; gives back what turns out to be none.
    private mutating func enter(_ path: [UInt8], isGiven: Bool) -> InputFile? {
        let hint = folders.last?.hint
        var status = Glibc.stat()
        // A path that was typed may be a link.
        let code = isGiven ? stat(Self.cPath(path), &status) : lstat(Self.cPath(path), &status)
        guard code == 0, status.st_mode & S_IFMT == S_IFDIR,
            var folder = Folder(path, hint: hint)
        else { return InputFile(path: path, folderHint: hint, isGiven: isGiven) }
        ignored += folder.hidden
        if folder.hasHint {
            let note = InputFile(path: path + Array("/_agency".utf8))
            folder.hint = Self.firstLine(of: note) ?? hint
        }
        folders.append(folder)
        return nil
    }

    private static func firstLine(of file: InputFile) -> String? {
        guard let bytes = try? file.bytes(most: mostHintBytes),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        return text.split(whereSeparator: \.isNewline).first.map(String.init)
    }

    /// A name is not longer than this.
    private static let mostHintBytes = 4096

    /// Notes that people leave beside reports are no reports.
    private static func isNote(_ name: [UInt8]) -> Bool {
        name.starts(with: "README".utf8) || name.first == UInt8(ascii: "_")
    }

    private static func cPath(_ path: [UInt8]) -> [CChar] {
        path.map { CChar(bitPattern: $0) } + [0]
    }

    private static let slash = UInt8(ascii: "/")

    /// A folder's names, in one stretch of bytes: there may be millions.
    private struct Folder {
        let path: [UInt8]
        var hint: String?
        /// How many of its entries are hidden.
        private(set) var hidden = 0
        /// Whether a file says who reports in it.
        private(set) var hasHint = false
        private var bytes: [UInt8] = []
        private var names: [Name] = []
        private var told = 0

        private struct Name {
            var start: UInt32
            var count: UInt16
            /// Whether it is a folder, or the system doesn't say.
            var mayBeFolder: Bool
        }

        /// Reads a folder's names; `nil` where it can't be opened.
        init?(_ path: [UInt8], hint: String?) {
            self.path = path
            self.hint = hint
            guard let handle = opendir(FileWalk.cPath(path)) else { return nil }
            defer { closedir(handle) }
            while let entry = readdir(handle) {
                let type = Int(entry.pointee.d_type)
                withUnsafeBytes(of: &entry.pointee.d_name) { field in
                    let name = field.prefix { $0 != 0 }
                    if name.first == UInt8(ascii: ".") {
                        let isHere = name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8)
                        if !isHere { hidden += 1 }
                        return
                    }
                    if name.elementsEqual("_agency".utf8) { hasHint = true }
                    names.append(
                        Name(
                            start: UInt32(bytes.count),
                            count: UInt16(name.count),
                            mayBeFolder: type == Int(DT_DIR) || type == Int(DT_UNKNOWN)
                        )
                    )
                    bytes.append(contentsOf: name)
                }
            }
            bytes.withUnsafeBufferPointer { bytes in
                names.sort { Self.precedes($0, $1, in: bytes) }
            }
        }

        mutating func next() -> (name: [UInt8], mayBeFolder: Bool)? {
            guard told < names.count else { return nil }
            let name = names[told]
            told += 1
            return (
                Array(bytes[Int(name.start)..<Int(name.start) + Int(name.count)]), name.mayBeFolder
            )
        }

        /// By bytes, a folder as if its name ended in a slash.
        private static func precedes(
            _ left: Name,
            _ right: Name,
            in bytes: UnsafeBufferPointer<UInt8>
        ) -> Bool {
            guard let base = bytes.baseAddress else { return false }
            let count = min(left.count, right.count)
            let order = memcmp(base + Int(left.start), base + Int(right.start), Int(count))
            guard order == 0 else { return order < 0 }
            // What stands behind the shorter name decides, and behind a folder's that is its slash.
            func byte(_ name: Name) -> Int {
                if name.count > count { return Int(bytes[Int(name.start) + Int(count)]) }
                return name.mayBeFolder ? Int(FileWalk.slash) : -1
            }
            return byte(left) < byte(right)
        }
    }
}
