import Glibc
import Reading
import ReportModel
import Warehouse

/// A file to read: its path as bytes, since a name need not be UTF-8, and as people see it.
struct InputFile: Hashable {
    let path: [UInt8]
    /// What the file `_agency` in the same folder says about who reports: its first line.
    var folderHint: String?
    /// Whether somebody named the file: then it may be a link.
    var isGiven = true
    /// The file's bytes where somebody has read them already; then nothing is opened.
    var content: [UInt8]?

    /// The path for people and for the warehouse; bytes that are no UTF-8 are written as `\xE4`.
    var name: String {
        if let text = String(validating: path, as: UTF8.self) { return text }
        return path.map { byte in
            byte < 0x80
                ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// Whether a path that is text has the file's bytes.
    func lies(at text: String) -> Bool {
        let isSame = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.count == path.count, let start = bytes.baseAddress else { return false }
            return memcmp(start, path, path.count) == 0
        }
        return isSame ?? path.elementsEqual(text.utf8)
    }

    /// What the system says of the file; `nil` where it says nothing.
    var state: FileState? {
        var status = Glibc.stat()
        guard (isGiven ? stat(cPath, &status) : lstat(cPath, &status)) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return FileState(
            size: Int(status.st_size),
            modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
            inode: Int(bitPattern: UInt(status.st_ino))
        )
    }

    /// Whether it is a folder.
    var isFolder: Bool {
        var status = Glibc.stat()
        return stat(cPath, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether nothing is there any more.
    var isGone: Bool {
        var status = Glibc.stat()
        return lstat(cPath, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
    }

    /// What there is to read: the file itself, or the members of the archive that it is.
    func items() -> [InputItem] {
        do throws(Rejection) {
            let bytes = try bytes(most: DocumentReading.mostBytes)
            guard let members = try Bundle.members(of: bytes) else {
                return [
                    InputItem(name: name, load: { .success(bytes) }, folderHint: folderHint)
                ]
            }
            guard !members.isEmpty else { throw Rejection(.emptyFile) }
            return members.map { member in
                InputItem(
                    name: "\(name)/\(member.name)",
                    load: { member.content },
                    folderHint: folderHint
                )
            }
        } catch {
            return [InputItem(name: name, load: { .failure(error) })]
        }
    }

    /// The file's bytes.
    ///
    /// - Throws: ``Rejection`` when the file can't be opened or has more bytes than may be.
    func bytes(most limit: Int) throws(Rejection) -> [UInt8] {
        if let content {
            guard !content.isEmpty else { throw Rejection(.emptyFile) }
            guard content.count <= limit else {
                throw Rejection(.fileTooLarge, [String(content.count), String(limit)])
            }
            return content
        }
        let file = cPath.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map {
                open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (isGiven ? 0 : O_NOFOLLOW))
            } ?? -1
        }
        guard file >= 0 else {
            if errno == ELOOP, !isGiven { throw Rejection(.notAFile, ["symlink"]) }
            if errno == ENXIO { throw Rejection(.notAFile, ["socket"]) }
            throw unreadable()
        }
        defer { close(file) }
        var status = Glibc.stat()
        guard fstat(file, &status) == 0 else { throw unreadable() }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw Rejection(.notAFile, ["folder"])
        case S_IFIFO: throw Rejection(.notAFile, ["pipe"])
        default: throw Rejection(.notAFile, ["device"])
        }
        guard status.st_size <= limit else {
            throw Rejection(.fileTooLarge, [String(status.st_size), String(limit)])
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
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
    /// Gets its bytes, or why they can't be had; called once, for those of an archive are unpacked then.
    var load: () -> Result<[UInt8], Rejection>
    /// What the folder says about who reports.
    var folderHint: String?

    /// The reports in some bytes of the document's, or why there are none.
    func taken(
        _ content: Result<[UInt8], Rejection>,
        by intake: Intake
    ) -> Result<[Intake.Outcome], Rejection> {
        var folders = name.split(separator: "/").map(String.init)
        let fileName = folders.popLast() ?? name
        return Result { () throws(Rejection) in
            try intake.outcomes(of: try content.get(), fileName: fileName, folders: folders)
        }
    }
}

extension FileState {
    /// Whether the file is still the same, and was changed so long ago that a further change would show in its time.
    func isSettled(at later: FileState?) -> Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return later == self
            && now.tv_sec * 1_000_000_000 + now.tv_nsec - modified > 2_000_000_000
    }
}
