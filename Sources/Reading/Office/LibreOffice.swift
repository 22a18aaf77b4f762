import Glibc
import ReportModel

/// Has LibreOffice write an office file anew in a format that is read here.
///
/// It works in a folder of its own that goes with the answer, under settings that keep it from macros, from linked
/// files and from the network. Gnumeric's `ssconvert` was tried for workbooks: it loses which sheets are hidden, and
/// makes 0 of a formula's text.
public enum LibreOffice {
    /// The program's name along `PATH`.
    public static let name = "soffice"

    /// What it writes.
    public enum Target: String, Sendable, CaseIterable {
        /// Word.
        case docx
        /// Excel.
        case xlsx

        /// The package that brings what is needed, as Debian calls it.
        public var package: String {
            switch self {
            case .docx: "libreoffice-writer-nogui"
            case .xlsx: "libreoffice-calc-nogui"
            }
        }

        /// The name of what writes it; for some documents another stands behind the ending alone.
        fileprivate var filter: String {
            switch self {
            case .docx: "MS Word 2007 XML"
            case .xlsx: "Calc MS Excel 2007 XML"
            }
        }

        /// The part of LibreOffice that does the work, beside its program.
        fileprivate var component: String {
            switch self {
            case .docx: "libswlo.so"
            case .xlsx: "libsclo.so"
            }
        }
    }

    /// Where the program lies that writes a format; `nil` where it, or its part for the format, isn't installed.
    public static func place(for target: Target) -> String? {
        // What lies along PATH is a script that starts a program that starts another; that one ends with its starter.
        guard let script = ChildProgram.place(of: name), let path = realpath(script, nil) else {
            return nil
        }
        defer { free(path) }
        let folder = String(cString: path).split(separator: "/").dropLast().map { "/" + $0 }
            .joined()
        let program = folder + "/soffice.bin"
        return access(program, X_OK) == 0 && access("\(folder)/\(target.component)", R_OK) == 0
            ? program : nil
    }

    /// A document in another format.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - target: the format to write.
    ///   - format: the document's format, for messages.
    /// - Returns: the document that it makes.
    /// - Throws: `.programMissing`, `.damagedFile` where LibreOffice can't read it, or `.limitExceeded`.
    static func rewritten(
        _ bytes: [UInt8],
        to target: Target,
        from format: String
    ) throws(Rejection) -> [UInt8] {
        guard let place = place(for: target) else {
            throw Rejection(.programMissing, [name, target.package])
        }
        let folder = try TemporaryFolder()
        try folder.write(
            Array((EmbeddedFiles.text["Office/settings.xcu"] ?? "").utf8),
            to: ["profile", "user", "registrymodifications.xcu"]
        )
        // It looks for a file's real place, and one in memory has none.
        try folder.write(bytes, to: ["report"])
        let program = ChildProgram(name: name, package: target.package, path: place)
        let arguments = [
            "--headless", "--norestore", "--nologo",
            "-env:UserInstallation=file://\(folder.path)/profile",
            "--convert-to", "\(target.rawValue):\(target.filter)", "--outdir", folder.path,
            "\(folder.path)/report",
        ]
        var outcome = try program.run(arguments, input: [])
        // Once it has furnished its folder it asks to be started again.
        if outcome.exitCode == 81 { outcome = try program.run(arguments, input: []) }
        guard outcome.exitCode == 0, let made = folder.bytes(of: "report.\(target.rawValue)") else {
            throw Rejection(.damagedFile, [format, "LibreOffice"])
        }
        return made
    }
}
