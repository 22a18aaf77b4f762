import DocumentModel
import ReportModel

/// An office file of before 2007: streams in one file, named in UTF-16. Source: MS-CFB.
enum CompoundFile {
    /// Reads a document.
    ///
    /// - Throws: ``Rejection``: `.encrypted`, `.formatUnsupported` where it is neither Word's nor Excel's, or what the
    ///   format's reader throws.
    static func read(_ bytes: [UInt8]) throws(Rejection) -> SourceDocument {
        func has(_ stream: String) -> Bool {
            bytes.firstRange(of: stream.utf8.flatMap { [$0, 0] }) != nil
        }
        let isWord = has("WordDocument")
        do throws(Rejection) {
            if isWord { return try word(bytes) }
            if has("EncryptedPackage") { throw Rejection(.encrypted, ["Word, Excel"]) }
            if has("Workbook") || has("Book") { return try ForeignFormat.excel97.read(bytes) }
        } catch {
            // Excel locks some files with a password that everybody has; those are read.
            guard error.code == .damagedFile, isEncrypted(bytes) else { throw error }
            throw Rejection(.encrypted, [isWord ? "Word" : "Excel"])
        }
        throw Rejection(.formatUnsupported, ["OLE"])
    }

    /// A Word document; LibreOffice reads it where it is there and `wvWare` isn't, or can't.
    private static func word(_ bytes: [UInt8]) throws(Rejection) -> SourceDocument {
        do throws(Rejection) {
            return try LegacyWordReader.read(bytes)
        } catch {
            guard [.programMissing, .damagedFile].contains(error.code),
                LibreOffice.place(for: .docx) != nil
            else { throw error }
            return try ForeignFormat.word97.read(bytes)
        }
    }

    /// Whether a document's main stream says that a password locks it. Streams begin where sectors do.
    ///
    /// Source: MS-DOC 2.5.2 (`fEncrypted`), MS-XLS 2.4.117 (`FilePass` behind the first record).
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        stride(from: 512, to: bytes.count - 24, by: 512).contains { start in
            let stream = bytes[start...]
            if stream.starts(with: [0xEC, 0xA5]) { return bytes[start + 11] & 1 == 1 }
            return stream.starts(with: [0x09, 0x08, 0x10, 0x00])
                && bytes[start + 20] == 0x2F && bytes[start + 21] == 0
        }
    }
}
