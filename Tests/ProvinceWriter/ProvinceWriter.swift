import ArgumentParser
import FormCatalog
import Foundation
import Province
import Register
import Warehouse

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

    @Option(
        help:
            "How many prefectures it has at most, of some 2,400 reports each; 21 if not given, 2 of a small one."
    )
    var prefectures: Int?

    @Option(help: "How many counties a prefecture has at most; 10 if not given, 2 of a small one.")
    var counties: Int?

    @Option(help: "How many towns a county has, 32 at most; 12 if not given, 2 of a small one.")
    var towns: Int?

    @Option(help: "The first year; 2015 if not given, 2017 of a small one.")
    var since: Int?

    @Option(help: "Whose divisions it has, by their code.")
    var code = "440000"

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "Writes nothing, but compares this warehouse with what was planted.")
    var compare: String?

    func run() throws {
        var size = small ? Province.Size.small : .whole
        if let prefectures { size.prefectures = prefectures }
        if let counties { size.counties = counties }
        if let towns { size.towns = min(towns, Province.Size.mostTowns) }
        if let since { size.years = min(since, size.years.upperBound)...size.years.upperBound }
        let province = Province(
            catalog: try FormCatalog(),
            register: try RegisterCatalog(),
            size: size,
            seed: seed,
            code: code
        )
        if let compare {
            try audit(province, compare)
            return
        }
        let folder = URL(filePath: output)
        let gold = try province.make { file in
            let url = folder.appending(path: "inbox/" + file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: url)
        }
        print(
            "\(gold.bodies.count) bodies, \(gold.findings.count) planted, \(gold.missing.count) missing, \(gold.mirrored) mirrored, \(gold.reissued) issued again"
        )
    }

    private func audit(_ province: Province, _ path: String) throws {
        let warehouse = try Warehouse(path: path, access: .reading)
        let gold = province.make { _ in }
        let audit = try Audit(gold, in: warehouse)
        print(
            """
            \(audit.reports) reports of \(gold.bodies.count) bodies
            planted faults: \(gold.findings.count), overlooked: \(audit.overlooked.count)
            other findings: \(audit.explained) follow from planted ones, \(audit.byChance) are chance, \(audit.strays.count) neither
            renamed bodies: \(gold.renamed.count), not followed: \(audit.unfollowed.count)
            bodies taken over: \(gold.merged.count), without successor: \(audit.unsucceeded.count)
            bodies not known, or known twice: \(audit.unknownBodies.count)
            years whose sum of requests is wrong: \(audit.wrongSums.count) of \(gold.received.count)
            """
        )
        for stray in audit.strays.union(audit.overlooked).sorted().prefix(20) {
            print("  \(stray.agency) \(stray.year) \(stray.rule)")
        }
        if !audit.isSound { throw ExitCode(3) }
    }
}
