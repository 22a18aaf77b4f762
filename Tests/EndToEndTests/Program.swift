import Foundation
import Glibc
import Testing

/// The built program, run as a user would run it.
struct Program {
    /// What a run left behind.
    struct Run {
        var exitCode: Int32
        var output: Data
        var errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardized
    static let reports = root.appending(path: "data/reports").path
    static let corpus = root.appending(path: "../shared/corpus").standardized

    /// A folder of its own for each test.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "analytics-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Deletes the folder.
    func cleanUp() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The program lies beside the test bundle.
    private static let executable: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
        let places = [
            bundle.bundleURL.deletingLastPathComponent(), Bundle.main.bundleURL,
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
            root.appending(path: ".build/debug"),
        ]
        return places.map { $0.appending(path: "analytics") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }!
    }()

    /// Runs the program with its warehouse in the test's folder.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
        try run(arguments, environment: environment)
    }

    /// Runs the program with arguments.
    func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String? = nil
    ) throws -> Run {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        // A build that watches its memory needs more of it.
        variables["ANALYTICS_MEMORY"] = ProcessInfo.processInfo.environment["ANALYTICS_MEMORY"]
        variables["ANALYTICS_WAREHOUSE"] = folder.appending(path: "w.sqlite").path
        process.environment = variables.merging(environment) { $1 }
        let errors = folder.appending(path: "stderr-\(UUID().uuidString)")
        let output = folder.appending(path: "stdout-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardOutput = try FileHandle(forWritingTo: output)
        if let input {
            process.standardInput = try FileHandle(
                forReadingFrom: URL(filePath: try write(Array(input.utf8), "stdin"))
            )
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        let said = try String(contentsOf: errors, encoding: .utf8)
        // Of a build that watches memory and threads.
        #expect(!said.contains("Sanitizer:"), "\(said)")
        return Run(
            exitCode: process.terminationStatus,
            output: try Data(contentsOf: output),
            errors: said
        )
    }

    /// Starts the program, and kills it after some seconds if it still runs.
    func kill(
        _ arguments: [String],
        after seconds: Double,
        environment: [String: String]
    ) throws {
        try kill(arguments, environment: environment) {
            Thread.sleep(forTimeInterval: seconds)
            return true
        }
    }

    /// Starts the program, and kills it once something is so, or never comes to be.
    func kill(
        _ arguments: [String],
        environment: [String: String],
        when isTime: () -> Bool
    ) throws {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        variables["ANALYTICS_MEMORY"] = ProcessInfo.processInfo.environment["ANALYTICS_MEMORY"]
        process.environment = variables.merging(environment) { $1 }
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let deadline = Date.now + 60
        while !isTime(), Date.now < deadline { Thread.sleep(forTimeInterval: 0.01) }
        _ = Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Writes a file into the test's folder and gives its path.
    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
        return url.path
    }
}
