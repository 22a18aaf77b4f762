import Exporting

/// A file that a user asked for by name.
public enum OutputFile {
    /// Writes the file beside its place and renames it there; an equal one is not touched.
    ///
    /// - Throws: ``JobError/export(_:)`` when it can't be written.
    public static func write(_ bytes: [UInt8], to path: String) throws(JobError) {
        do { _ = try FileWriting.write(bytes, to: path) } catch { throw .export(error) }
    }
}
