public import ReportModel

/// A ZIP archive of reports, as counties send them.
public enum Bundle {
    /// A file in the archive. It is unpacked when somebody asks, so that a large archive needs no more room than its
    /// largest file.
    public struct Member {
        /// Its path in the archive.
        public var name: String
        fileprivate let archive: ZipArchive
        fileprivate let member: ZipArchive.Member

        /// Its bytes, or why they can't be had.
        public var content: Result<[UInt8], Rejection> {
            Result { () throws(Rejection) in try archive.bytes(of: member) }
        }
    }

    /// The files in an archive, in the order of their names; `nil` where the bytes are no archive, or one that
    /// office programs write.
    ///
    /// Archives within archives are members like others, and refused when somebody reads them.
    ///
    /// - Throws: ``Rejection`` when the archive can't be opened.
    public static func members(of bytes: [UInt8]) throws(Rejection) -> [Member]? {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        let archive = try ZipArchive(bytes)
        let names = Set(archive.members.map(\.name))
        // Documents of other formats are archives too, and none of reports.
        let parts = [
            "word/document.xml", "xl/workbook.xml", "[Content_Types].xml", "OFD.xml", "mimetype",
        ]
        guard names.isDisjoint(with: parts) else { return nil }
        return archive.members.filter { !isNote($0.name) }.sorted { $0.name < $1.name }
            .map { Member(name: $0.name, archive: archive, member: $0) }
    }

    /// What systems leave in archives beside the files.
    private static func isNote(_ name: String) -> Bool {
        let last = name.split(separator: "/").last ?? ""
        return name.hasPrefix("__MACOSX/") || last.hasPrefix(".") || last == "Thumbs.db"
    }
}
