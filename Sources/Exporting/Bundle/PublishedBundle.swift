import Foundation
public import ReportModel

/// A bundle that was put in place some time ago.
public enum PublishedBundle {
    /// Reads every file that the bundle's description names, and compares it with the hash there.
    ///
    /// - Parameter folder: the bundle's folder.
    /// - Returns: how many files there are.
    /// - Throws: ``ExportError`` with the first that is missing or another.
    public static func verify(_ folder: String) throws(ExportError) -> Int {
        let path = folder + "/datapackage.json"
        guard let bytes = FileWriting.read(path),
            let package = try? JSONDecoder().decode(Description.self, from: Data(bytes))
        else { throw ExportError(path: path, reason: "JSON") }
        for resource in package.resources {
            let file = folder + "/" + resource.path
            guard FileWriting.hash(of: file).map({ "sha256:\($0)" }) == resource.hash else {
                throw ExportError(path: file, reason: "SHA-256")
            }
        }
        return package.resources.count
    }

    /// What tells a bundle from any other.
    ///
    /// - Parameter folder: the bundle's folder.
    /// - Returns: the hash of all its files' names and hashes; `nil` where there is no bundle.
    public static func fingerprint(_ folder: String) -> ContentHash? {
        guard let paths = Folder.files(of: folder) else { return nil }
        var hasher = ContentHasher()
        for path in paths {
            guard let hash = FileWriting.hash(of: folder + "/" + path) else { return nil }
            hasher.update(Array("\(hash) \(path)\n".utf8))
        }
        return hasher.finish()
    }

    private struct Description: Decodable {
        var resources: [Resource]

        struct Resource: Decodable {
            var path: String
            var hash: String
        }
    }
}
