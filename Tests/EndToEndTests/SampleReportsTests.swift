import CSVCodec
import Foundation
import Testing

/// The sample reports go in and come out, as the README's first command does it.
struct SampleReportsTests {
    @Test func `samples go in once, and a second run changes nothing`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        let first = try program.run("ingest", Program.reports)
        #expect(first.exitCode == 0)
        #expect(first.errors.contains("19 documents = 19 new"))
        #expect(try program.run("export", "--output", "out").exitCode == 0)
        let warehouse = try Data(contentsOf: program.folder.appending(path: "w.sqlite"))
        let before = try modificationDates(program.folder.appending(path: "out/current"))

        let second = try program.run("ingest", Program.reports)
        #expect(second.errors.contains("19 documents = 0 new + 0 changed + 19 unchanged"))
        #expect(try program.run("export", "--output", "out").errors.contains("up to date"))
        #expect(try Data(contentsOf: program.folder.appending(path: "w.sqlite")) == warehouse)
        #expect(try modificationDates(program.folder.appending(path: "out/current")) == before)
    }

    @Test func `the order in which files come in doesn't show in the export`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Program.reports).sorted()
        func export(_ order: [String]) throws -> [String: Data] {
            let program = try Program()
            defer { program.cleanUp() }
            for folder in order {
                #expect(try program.run("ingest", Program.reports + "/" + folder).exitCode == 0)
            }
            #expect(try program.run("export", "--output", "out").exitCode == 0)
            return try contents(program.folder.appending(path: "out/current"))
        }
        #expect(try export(folders) == export(folders.reversed()))
    }

    @Test func `the planted faults are found and nothing else`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        let check = try program.run("check", "--verdict", "fail", "--format", "csv")
        #expect(check.exitCode == 3)
        let rows = try CSVDecoder.rows(of: Array(check.output)).dropFirst()
        #expect(
            rows.map { [$0[0], $0[1], $0[2], $0[4]] } == [
                ["示例县自然资源局", "2023", "S4-01", "review"],
                ["示例市教育局", "2022", "S3-01", "org_business"],
                ["示例市教育局", "2022", "S3-02", "org_business"],
                ["示例市教育局", "2022", "S3-03", "outcome_total"],
            ]
        )
    }

    @Test func `a corrected report stands in place of the faulty one`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        _ = try program.run("export", "--output", "out")
        let bytes = try Data(contentsOf: program.folder.appending(path: "out/current/reports.csv"))
        let row = try #require(
            CSVDecoder.rows(of: Array(bytes)).first { $0[0] == "示例市财政局" && $0[1] == "2023" }
        )
        #expect(row[7].hasSuffix("2023-corrected.html"))
        #expect(row[9] == "2")
    }

    @Test func `known figures come out as the known rates`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        func halves(_ metric: String, _ definition: String) throws -> [String] {
            let answer = try program.run(
                "trend",
                "--metric",
                metric,
                "--definition",
                definition,
                "--by",
                "agency",
                "--agency",
                "示例省政务服务和数据管理局",
                "--format",
                "csv"
            )
            #expect(answer.exitCode == 0)
            let row = try CSVDecoder.rows(of: Array(answer.output))[1]
            return Array(row[7...10])
        }
        #expect(try halves("refusal", "narrow") == ["2024", "3", "216", "0.013889"])
        #expect(try halves("refusal", "wide") == ["2024", "28", "216", "0.129630"])
        #expect(try halves("disclosure", "disclosure_rate") == ["2024", "130", "216", "0.601852"])
    }

    @Test func `exports are CSV that a spreadsheet opens, with unique headers`() throws {
        let program = try Program()
        defer { program.cleanUp() }
        _ = try program.run("ingest", Program.reports)
        for language in ["en", "zh"] {
            _ = try program.run("export", "--output", "out", "--lang", language)
            let files = try contents(program.folder.appending(path: "out/current"))
            let tables = files.filter { $0.key.hasSuffix(".csv") && !$0.key.hasPrefix("data/") }
            #expect(tables.count == 16)
            for (name, data) in tables {
                #expect(data.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
                let rows = try CSVDecoder.rows(of: Array(data))
                #expect(Set(rows[0]).count == rows[0].count, "\(name)")
                #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(name)")
                let text = String(decoding: data, as: UTF8.self)
                #expect(
                    text.unicodeScalars.count { $0 == "\n" }
                        == text.unicodeScalars.count { $0 == "\r" }
                )
                let plain = try #require(files["data/" + name])
                #expect(plain.first != 0xEF && !plain.contains(0x0D), "\(name)")
                let same = try CSVDecoder.rows(of: Array(plain))
                #expect(same[0].allSatisfy { $0.allSatisfy(\.isASCII) }, "\(name)")
                #expect(same.count == rows.count)
            }
        }
    }

    private func contents(_ folder: URL) throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.filter { $0.contains(".") }.map {
                ($0, try Data(contentsOf: folder.appending(path: $0)))
            }
        )
    }

    private func modificationDates(_ folder: URL) throws -> [String: Date] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let path = folder.appending(path: name).path
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                return (name, attributes[.modificationDate] as! Date)
            }
        )
    }
}
