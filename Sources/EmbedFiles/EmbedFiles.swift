import Foundation
import PackagePlugin

/// Turns every `.css`, `.csv`, `.js`, `.sql` and `.xcu` file of a target into a Swift string constant.
///
/// The target then finds its files in `EmbeddedFiles.text`, keyed by their path inside the target.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = target.directoryURL
        let files =
            (FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL } ?? [])
            .filter { ["css", "csv", "js", "sql", "xcu"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding data files of \(target.name)",
                executable: try context.tool(named: "FileEmbedder").url,
                arguments: [output.path, root.path] + files.map(\.path),
                inputFiles: files,
                outputFiles: [output]
            )
        ]
    }
}
