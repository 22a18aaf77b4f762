import Glibc
import Reading
import ReportModel
import Warehouse

/// A file to read: its path as bytes, since a name need not be UTF-8, and as people see it.
struct InputFile: Hashable, Comparable {
    let path: [UInt8]
    /// What the file `_agency` in the same folder says about who reports: its first line.
    var folderHint: String?

    /// The path for people and for the warehouse; bytes that are no UTF-8 are written as `\xE4`.
    var name: String {
        if let text = String(validating: path, as: UTF8.self) { return text }
        return path.map { byte in
            byte < 0x80
                ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// What the system says of the file; `nil` where it says nothing.
    var state: FileState? {
        var status = stat()
        guard stat(cPath, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileState(
            size: Int(status.st_size),
            modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
            inode: Int(bitPattern: UInt(status.st_ino))
        )
    }

    /// What there is to read: the file itself, or the members of the archive that it is.
    func items() -> [InputItem] {
        do throws(Rejection) {
            let bytes = try bytes(most: DocumentReading.mostBytes)
            guard let members = try Bundle.members(of: bytes) else {
                return [
                    InputItem(name: name, content: .success(bytes), folderHint: folderHint)
                ]
            }
            guard !members.isEmpty else { throw Rejection(.emptyFile) }
            return members.map { member in
                InputItem(
                    name: "\(name)/\(member.name)",
                    content: member.content,
                    folderHint: folderHint
                )
            }
        } catch {
            return [InputItem(name: name, content: .failure(error))]
        }
    }

    static func < (left: InputFile, right: InputFile) -> Bool {
        left.path.lexicographicallyPrecedes(right.path)
    }

    /// The file's bytes.
    ///
    /// - Throws: ``Rejection`` when the file can't be opened or has more bytes than may be.
    func bytes(most limit: Int) throws(Rejection) -> [UInt8] {
        let file = cPath.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) } ?? -1
        }
        guard file >= 0 else { throw unreadable() }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw unreadable() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Rejection(.unreadableFile, ["no regular file"])
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable() }
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= limit else {
                throw Rejection(.fileTooLarge, [String(status.st_size), String(limit)])
            }
        }
        guard !bytes.isEmpty else { throw Rejection(.emptyFile) }
        return bytes
    }

    private var cPath: [CChar] { path.map { CChar(bitPattern: $0) } + [0] }

    private func unreadable() -> Rejection {
        Rejection(.unreadableFile, [String(cString: strerror(errno))])
    }
}

/// A document to read: a file, or a member of an archive under the archive's name.
struct InputItem {
    /// The path for people and for the warehouse.
    var name: String
    /// Its bytes, or why they can't be had.
    var content: Result<[UInt8], Rejection>
    /// What the folder says about who reports.
    var folderHint: String?

    /// The hash of its bytes; `nil` where they can't be had.
    var hash: ContentHash? { (try? content.get()).map(ContentHash.init) }

    /// The reports in it, or why there are none.
    func taken(by intake: Intake) -> Result<[Intake.Outcome], Rejection> {
        var folders = name.split(separator: "/").map(String.init)
        let fileName = folders.popLast() ?? name
        return Result { () throws(Rejection) in
            try intake.outcomes(of: try content.get(), fileName: fileName, folders: folders)
        }
    }
}

/// The files under the paths that a user gave.
struct FileWalk {
    /// The files to read, in the order of their paths' bytes.
    private(set) var files: [InputFile] = []
    /// How many entries were passed over: hidden ones, notes, links, devices.
    private(set) var ignored = 0
    /// The paths that don't exist.
    private(set) var missing: [String] = []
    /// Folders that can't be opened, with the reason.
    private(set) var closed: [(path: String, reason: String)] = []

    /// What the folder that is being walked says about who reports in it.
    private var hint: String?

    init(_ paths: [String]) {
        for path in paths {
            let bytes = Array(path.utf8)
            let trimmed =
                bytes.count > 1 && bytes.last == UInt8(ascii: "/") ? Array(bytes.dropLast()) : bytes
            visit(trimmed, isGiven: true)
        }
        files = Array(Set(files)).sorted()
    }

    private mutating func visit(_ path: [UInt8], isGiven: Bool) {
        var status = stat()
        let cPath = path.map { CChar(bitPattern: $0) } + [0]
        // A path that was typed may be a link; below it links are not followed.
        guard (isGiven ? stat(cPath, &status) : lstat(cPath, &status)) == 0 else {
            if isGiven {
                missing.append(String(decoding: path, as: UTF8.self))
            } else {
                ignored += 1
            }
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            if isGiven || Self.isReport(path) {
                files.append(InputFile(path: path, folderHint: hint))
            } else {
                ignored += 1
            }
        case S_IFDIR: enter(path, cPath)
        default:
            if isGiven { files.append(InputFile(path: path)) } else { ignored += 1 }
        }
    }

    private mutating func enter(_ path: [UInt8], _ cPath: [CChar]) {
        guard let handle = opendir(cPath) else {
            closed.append((InputFile(path: path).name, String(cString: strerror(errno))))
            return
        }
        var names: [[UInt8]] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first == UInt8(ascii: ".") {
                if name != [0x2E], name != [0x2E, 0x2E] { ignored += 1 }
            } else {
                names.append(name)
            }
        }
        closedir(handle)
        let outerHint = hint
        defer { hint = outerHint }
        if names.contains(Array("_agency".utf8)) {
            hint = Self.firstLine(of: InputFile(path: path + Array("/_agency".utf8))) ?? hint
        }
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            visit(path + [UInt8(ascii: "/")] + name, isGiven: false)
        }
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
    private static func isReport(_ path: [UInt8]) -> Bool {
        let name = path.split(separator: UInt8(ascii: "/")).last ?? []
        return !name.starts(with: "README".utf8) && name.first != UInt8(ascii: "_")
    }
}
