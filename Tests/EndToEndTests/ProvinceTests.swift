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

        var found: Set<Province.Expected> = []
        for row in try warehouse.rows(
            "SELECT * FROM v_finding WHERE verdict IN ('fail', 'uncertain')"
        ) {
            found.insert(
                Province.Expected(
                    agency: row["agency"].text!,
                    year: row["year"].integer!,
                    rule: row["rule"].text!
                )
            )
        }
        #expect(gold.findings.subtracting(found).isEmpty)
        // One fault shows in several rules, in the next year's comparison, and in the sums of the governments above.
        let planted = Set(gold.findings.map { "\($0.agency) \($0.year)" })
        let strays = found.subtracting(gold.findings).filter { finding in
            !planted.contains("\(finding.agency) \(finding.year)")
                && !planted.contains("\(finding.agency) \(finding.year - 1)")
                && finding.rule != "P-02"
        }
        #expect(strays.isEmpty, "\(strays)")

        let names = try warehouse.rows(
            """
            SELECT agency.name, count(*) AS names FROM agency
            JOIN agency_name ON agency_name.agency_id = agency.id GROUP BY agency.id
            """
        )
        #expect(Set(names.map { $0["name"].text! }) == gold.bodies)
        #expect(names.count == gold.bodies.count)
        let renamed = names.filter { $0["names"].integer == 2 }.map { $0["name"].text! }
        #expect(Set(renamed) == gold.renamed)
        let merged = try warehouse.rows(
            "SELECT agency.name FROM succession JOIN agency ON agency.id = succession.predecessor"
        )
        #expect(Set(merged.map { $0["name"].text! }) == gold.merged)

        for (year, received) in gold.received {
            let sum = try warehouse.rows(
                "SELECT sum(s3_new_received_total) AS n FROM v_figures WHERE NOT covered AND year = :year",
                ["year": .integer(year)]
            )
            #expect(sum[0]["n"].integer == received)
        }
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
            _ = try program.run("export", "--output", name, environment: place)
            let folder = program.folder.appending(path: name + "/current")
            var files: [String: Data] = [:]
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
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
