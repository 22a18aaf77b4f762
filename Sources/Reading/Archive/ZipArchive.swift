import ReportModel

#if Office
    import CLibZip
#endif

/// A ZIP archive in memory: its members' names, and their bytes within bounds.
///
/// Bounds are on the bytes that come out, never on the size that the archive claims. Nothing is ever
/// unpacked to disk, so names can't lead anywhere.
final class ZipArchive {
    /// More members than any office file or bundle has.
    static let mostMembers = 5000
    /// The most bytes that all members together may give.
    static let mostBytes = 256 << 20
    /// The most bytes that one member may give, as many as a file of its own may have.
    static let mostMemberBytes = DocumentReading.mostBytes
    /// A member beyond ``freeBytes`` may be this many times as large as it is packed.
    static let mostRatio = 200
    private static let freeBytes = 1 << 20

    /// The members that are files, in the archive's order.
    let members: [Member]
    private var bytesLeft = ZipArchive.mostBytes

    /// A file in the archive.
    struct Member {
        /// Its path in the archive, in UTF-8, or in GB18030 as Windows writes it in China.
        var name: String
        fileprivate var index: UInt64
        fileprivate var packedSize: Int
    }

    /// A member's bytes by its path; `nil` if there is none.
    ///
    /// - Throws: `.limitExceeded`, `.encrypted` or `.damagedFile`.
    func bytes(named name: String) throws(Rejection) -> [UInt8]? {
        guard let member = members.first(where: { $0.name == name }) else { return nil }
        return try bytes(of: member)
    }

    #if Office
        private let archive: OpaquePointer
        private let content: UnsafeMutableRawPointer

        /// Opens an archive.
        ///
        /// - Throws: `.damagedFile` when this is none, `.limitExceeded` when it has too many members.
        init(_ bytes: [UInt8]) throws(Rejection) {
            let room = UnsafeMutableRawPointer.allocate(
                byteCount: max(bytes.count, 1),
                alignment: 1
            )
            bytes.withUnsafeBytes { source in
                if let base = source.baseAddress {
                    room.copyMemory(from: base, byteCount: bytes.count)
                }
            }
            let source = zip_source_buffer_create(room, UInt64(bytes.count), 0, nil)
            guard let source, let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
                zip_source_free(source)
                room.deallocate()
                throw Rejection(.damagedFile, ["ZIP", "PK"])
            }
            content = room
            self.archive = archive
            let count = Int(zip_get_num_entries(archive, 0))
            guard count <= Self.mostMembers else {
                members = []
                throw Rejection(.limitExceeded, ["ZIP", String(Self.mostMembers)])
            }
            members = (0..<max(count, 0)).compactMap { Self.member($0, of: archive) }
        }

        deinit {
            zip_discard(archive)
            content.deallocate()
        }

        /// A member's bytes.
        ///
        /// - Throws: `.limitExceeded`, `.encrypted` or `.damagedFile`.
        func bytes(of member: Member) throws(Rejection) -> [UInt8] {
            guard let file = zip_fopen_index(archive, member.index, 0) else {
                let reason = zip_error_code_zip(zip_get_error(archive))
                throw reason == ZIP_ER_NOPASSWD || reason == ZIP_ER_WRONGPASSWD
                    ? Rejection(.encrypted, ["ZIP"])
                    : Rejection(.damagedFile, ["ZIP", member.name])
            }
            defer { zip_fclose(file) }
            let limit = min(
                max(Self.freeBytes, member.packedSize * Self.mostRatio),
                Self.mostMemberBytes
            )
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = Int(zip_fread(file, &buffer, UInt64(buffer.count)))
                guard count >= 0 else { throw Rejection(.damagedFile, ["ZIP", member.name]) }
                if count == 0 { return bytes }
                bytes.append(contentsOf: buffer[..<count])
                bytesLeft -= count
                guard bytes.count <= limit, bytesLeft >= 0 else {
                    throw Rejection(
                        .limitExceeded,
                        [member.name, String(min(limit, Self.mostBytes))]
                    )
                }
            }
        }

        private static func member(_ index: Int, of archive: OpaquePointer) -> Member? {
            var status = zip_stat_t()
            let flags = UInt32(ZIP_FL_ENC_RAW)
            guard zip_stat_index(archive, UInt64(index), 0, &status) == 0,
                let raw = zip_get_name(archive, UInt64(index), flags)
            else { return nil }
            let name = Self.name(rawBytes(raw))
            guard !name.isEmpty, !name.hasSuffix("/") else { return nil }
            return Member(
                name: name,
                index: UInt64(index),
                packedSize: Int(clamping: status.comp_size)
            )
        }

        private static func rawBytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
            var bytes: [UInt8] = []
            var next = text
            while next.pointee != 0 {
                bytes.append(UInt8(bitPattern: next.pointee))
                next += 1
            }
            return bytes
        }

        private static func name(_ bytes: [UInt8]) -> String {
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            let decoded = try? Transcoder(from: "GB18030").utf8(bytes[...])
            return String(decoding: decoded ?? bytes, as: UTF8.self)
        }
    #else
        /// This build has no library for archives.
        ///
        /// - Throws: `.libraryMissing`, always.
        init(_ bytes: [UInt8]) throws(Rejection) {
            members = []
            throw Rejection(.libraryMissing, ["libzip", "Office"])
        }

        /// This build has no library for archives.
        ///
        /// - Throws: `.libraryMissing`, always.
        func bytes(of member: Member) throws(Rejection) -> [UInt8] {
            throw Rejection(.libraryMissing, ["libzip", "Office"])
        }
    #endif
}
