import CSVCodec

/// The catalogue's files, which are in the binary.
enum CatalogFile {
    /// The lines of a file, each with a field for every column.
    ///
    /// - Throws: ``CatalogError`` when there is no such file, or it is no such table.
    static func records(
        _ file: String,
        _ columns: [String]
    ) throws(CatalogError) -> [[String]] {
        guard let text = EmbeddedFiles.text[file] else {
            throw CatalogError(file: file, label: "", problem: .incomplete)
        }
        do {
            return try CSVDecoder.records(of: text, columns: columns)
        } catch {
            throw CatalogError(file: file, label: "", problem: .malformed(error.description))
        }
    }
}

/// A line of the catalogue's files that can't be used.
public struct CatalogError: Error, Sendable, CustomStringConvertible {
    /// The file within the catalogue.
    public var file: String
    /// The label on the line.
    public var label: String
    /// What is wrong.
    public var problem: Problem

    /// What can be wrong.
    public enum Problem: Sendable, Hashable {
        /// The vocabulary has no such code.
        case unknown(String)
        /// The wording stands for another item already.
        case takenTwice
        /// Something is missing.
        case incomplete
        /// The file is no table.
        case malformed(String)
    }

    /// The error as a sentence.
    public var description: String {
        switch problem {
        case .unknown(let code): "\(file): \(label) stands for \(code), which no form has"
        case .takenTwice: "\(file): \(label) stands for two items"
        case .incomplete: "\(file): \(label) is missing or incomplete"
        case .malformed(let reason): "\(file): \(reason)"
        }
    }
}
