import Foundation

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

    private struct Description: Decodable {
        var resources: [Resource]

        struct Resource: Decodable {
            var path: String
            var hash: String
        }
    }
}
