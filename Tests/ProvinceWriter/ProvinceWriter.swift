import ArgumentParser
import FormCatalog
import Foundation
import Province
import Register

/// Writes a made-up province to disk, with what must be found in it.
@main
struct ProvinceWriter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "province-writer",
        abstract: "Writes ten years of a made-up province, and what was planted in it."
    )

    @Argument(help: "The folder to write to.")
    var output: String

    @Flag(help: "A small one, for tests.")
    var small = false

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    func run() throws {
        let province = Province(
            catalog: try FormCatalog(),
            register: try RegisterCatalog(),
            size: small ? .small : .whole,
            seed: seed
        )
        let folder = URL(filePath: output)
        let gold = try province.make { file in
            let url = folder.appending(path: "inbox/" + file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: url)
        }
        let lines = gold.findings.sorted().map { "\($0.agency),\($0.year),\($0.rule)\n" }
        try Data(lines.joined().utf8).write(to: folder.appending(path: "findings.csv"))
        let missing = gold.missing.sorted().map { "\($0.agency),\($0.year)\n" }
        try Data(missing.joined().utf8).write(to: folder.appending(path: "missing.csv"))
        let received = gold.received.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)\n" }
        try Data(received.joined().utf8).write(to: folder.appending(path: "received.csv"))
        let bodies = gold.bodies.sorted().map { name in
            "\(name),\(gold.renamed.contains(name) ? 1 : 0),\(gold.merged.contains(name) ? 1 : 0)\n"
        }
        try Data(bodies.joined().utf8).write(to: folder.appending(path: "bodies.csv"))
        print(
            "\(gold.bodies.count) bodies, \(gold.findings.count) planted, \(gold.missing.count) missing, \(gold.mirrored) mirrored, \(gold.reissued) issued again"
        )
    }
}
