import CSVCodec
import FormCatalog
import Foundation
import Province
import Register
import Testing
import Warehouse

/// A small province over six years, from files to findings: everything that was planted is found, and what was not
/// planted is explained.
struct ProvinceTests {
    private func province(in program: Program, seed: UInt64 = 1) throws -> Province.Gold {
        let province = Province(
            catalog: try FormCatalog(),
            register: try RegisterCatalog(),
            size: .small,
            seed: seed
        )
        return try province.make { _ = try program.write($0.bytes, "inbox/" + $0.path) }
    }

    private func warehouse(of program: Program, _ name: String = "w.sqlite") throws -> Warehouse {
        try Warehouse(path: program.folder.appending(path: name).path, access: .reading)
    }

    @Test func `every planted fault is found by its rule, every body and every request once`()
        throws
    {
        let program = try Program()
        defer { program.cleanUp() }
        let gold = try province(in: program)
        #expect(try program.run("ingest", "inbox").exitCode == 0)
        let warehouse = try warehouse(of: program)

        let audit = try Audit(gold, in: warehouse)
        #expect(Set(gold.findings.map(\.rule)) == Province.plantedRules)
        #expect(audit.overlooked.isEmpty)
        #expect(audit.strays.isEmpty)
        #expect(audit.unknownBodies.isEmpty)
        #expect(audit.unfollowed.isEmpty)
        #expect(audit.unsucceeded.isEmpty)
        #expect(audit.wrongSums.isEmpty)
    }

    @Test
    func `what is missing and what is late is told, a body that was taken over is not missed`()
        throws
    {
        let program = try Program()
        defer { program.cleanUp() }
        let gold = try province(in: program)
        _ = try program.run("ingest", "inbox")
        let coverage = try program.run("coverage", "--as-of", "2023-12-31", "--format", "csv")
        let rows = try CSVDecoder.rows(of: Array(coverage.output)).dropFirst()
        func told(_ status: String) -> Set<Province.Expected> {
            Set(
                rows.filter { $0[5] == status }
                    .map { Province.Expected(agency: $0[1], year: Int($0[4])!, rule: "") }
            )
        }
        #expect(told("missing") == gold.missing)
        #expect(told("late") == gold.late)
        let early = try program.run("coverage", "--as-of", "2023-01-15", "--from", "2022", "--json")
        #expect(!early.text.contains("\"coverage\":\"missing\""))
    }

    @Test func `order, halves and repetition leave no trace in what is exported`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try province(in: program, seed: 2)
        func export(_ name: String, _ batches: [[String]]) throws -> [String: Data] {
            let place = [
                "ANALYTICS_WAREHOUSE": program.folder.appending(path: name + ".sqlite").path
            ]
            for batch in batches {
                for path in batch {
                    #expect(try program.run("ingest", path, environment: place).exitCode == 0)
                }
            }
            try self.warehouse(of: program, name + ".sqlite").verify()
            _ = try program.run("export", "--output", name, environment: place)
            let folder = program.folder.appending(path: name + "/current")
            var files: [String: Data] = [:]
            for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            where file.contains(".") {
                files[file] = try Data(contentsOf: folder.appending(path: file))
            }
            return files
        }
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: program.folder.appending(path: "inbox").path
        ).sorted().map { "inbox/" + $0 }
        let once = try export("once", [["inbox"]])
        let parts = try export("parts", [folders.reversed(), ["inbox"]])
        #expect(!once.isEmpty)
        #expect(once == parts)
    }
}
