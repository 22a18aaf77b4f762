import Foundation

/// Writes a Swift file that holds the text of other files: `FileEmbedder OUTPUT ROOT FILE…`.
@main
struct FileEmbedder {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first, let root = arguments.dropFirst().first else {
            throw CocoaError(.fileNoSuchFile)
        }
        var source = """
            /// The target's data files, by their path inside the target.
            enum EmbeddedFiles {
                static let text: [String: String] = [

            """
        for path in arguments.dropFirst(2) {
            let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            let name = path.dropFirst(root.count).drop { $0 == "/" }
            source += "        \(quoted(String(name))): \(quoted(text)),\n"
        }
        source += arguments.count == 2 ? "        :\n    ]\n}\n" : "    ]\n}\n"
        try source.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { $0.escaped(asASCII: false) }.joined() + "\""
    }
}
