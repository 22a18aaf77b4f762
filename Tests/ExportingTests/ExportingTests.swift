import CSVCodec
import Exporting
import Foundation
import Phrasebook
import ReportModel
import Testing

struct ExportingTests {
    @Test func `columns align by display width and nothing trails`() {
        let table = TerminalTable(
            columns: [.init("机关"), .init("n", isNumeric: true), .init("remark")],
            rows: [["示例市财政局", "7", ""], ["ab", "1234", "ok"]]
        )
        #expect(
            table.text == """
                机关             n  remark
                示例市财政局     7
                ab            1234  ok

                """
        )
    }

    @Test func `names can't command the terminal`() {
        #expect(TerminalTable.harmless("a\u{1B}[31mb\u{202E}c") == "a\\u{1b}[31mb\\u{202e}c")
    }

    @Test func `a bundle is replaced as a whole and left alone when it is equal`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func publish(_ files: [String: [UInt8]]) throws -> FileWriting.Outcome {
            var bundle = try BundleWriter(in: folder)
            for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
                try bundle.add(path, bytes)
            }
            return try bundle.publish()
        }
        #expect(try publish(["a.csv": [1], "data/b.csv": [2]]) == .written)
        #expect(try publish(["a.csv": [1], "data/b.csv": [2]]) == .unchanged)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["current"])
        #expect(try publish(["a.csv": [3]]) == .written)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["current"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder + "/current") == ["a.csv"]
        )
    }

    @Test func `a bundle that fails half way leaves the old one and no traces`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        struct Failure: Error {}
        func attempt() throws {
            var bundle = try BundleWriter(in: folder)
            try bundle.add("a", [.init("agency")], try Phrasebook(.english)) { sink in
                try sink.append([.text("x")])
                throw Failure()
            }
        }
        var bundle = try BundleWriter(in: folder)
        try bundle.add("old.csv", [1])
        _ = try bundle.publish()
        #expect(throws: Failure.self) { try attempt() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["current"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder + "/current") == ["old.csv"]
        )
    }

    @Test func `a hash of pieces is the hash of the whole`() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        for size in [1, 3, 63, 64, 65, 200] {
            var hasher = ContentHasher()
            for start in stride(from: 0, to: bytes.count, by: size) {
                hasher.update(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(hasher.finish() == ContentHash(of: bytes))
        }
        // The hash of nothing, as everybody knows it.
        #expect(ContentHash(of: []).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("2000-03-01", 11017), ("2024-02-29", 19782), ("1969-12-31", -1),
    ])
    func `days are counted from 1970`(_ text: String, _ days: Int) {
        #expect(CivilDate(iso: text)?.daysSinceEpoch == days)
    }

    @Test func `long words of a chart go on in the next line, and none is lost`() {
        let words = (1...60).map { "word\($0)" }.joined(separator: " ")
        let chart = LineChart(
            title: String(repeating: "政府信息公开", count: 12),
            subtitle: words,
            notes: [words],
            series: [],
            breaks: [],
            unit: .share
        )
        let lines = chart.svg.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 108 })
        #expect(lines.joined().filter { $0 == "政" }.count == 12)
        for number in 1...60 {
            let found = lines.flatMap { $0.split(separator: " ") }.count { $0 == "word\(number)" }
            #expect(found == 2)
        }
    }

    @Test func `an axis has round numbers and holds its values`() throws {
        for (low, high) in [(0, 7), (0, 345_678), (-30, 95), (0, 1), (0, 1_000_000)] {
            let chart = LineChart(
                title: "a < b & \"c\"",
                subtitle: "",
                notes: [],
                series: [
                    .init(
                        name: "<script>",
                        points: [
                            .init(
                                year: 2020,
                                value: low,
                                interval: nil,
                                isSmall: false,
                                isConnected: false
                            ),
                            .init(
                                year: 2021,
                                value: high,
                                interval: nil,
                                isSmall: true,
                                isConnected: true
                            ),
                        ]
                    )
                ],
                breaks: [.init(year: 2021, label: "x", isComparable: false)],
                unit: .count
            )
            let text = chart.svg
            #expect(!text.contains("<script>") && text.contains("a &lt; b &amp; &quot;c&quot;"))
            #expect(text.contains(">0<"))
            // All that is drawn lies inside the picture.
            for place in text.matches(of: /(?:cy|y1|y2)="(-?[0-9.]+)"/) {
                #expect((0...400).contains(Double(place.1) ?? -1), "\(low) \(high)")
            }
        }
    }

    @Test func `a file is renamed into place and left alone when it is equal`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try FileWriting.write([1, 2], to: path) == .written)
        #expect(try FileWriting.write([1, 2], to: path) == .unchanged)
        #expect(throws: ExportError.self) { try FileWriting.write([1], to: "/no/such/folder/x") }
    }

    @Test(arguments: [
        (13889, "0.013889"), (1_400_000, "1.400000"), (-1, "-0.000001"), (0, "0.000000"),
    ])
    func `shares have six decimals`(_ millionths: Int, _ text: String) {
        #expect(CSVEncoder.Field(millionths: millionths) == .number(text))
    }

    @Test func `the phrasebook has words for every code in both languages`() throws {
        for language in Language.allCases {
            let words = try Phrasebook(language)
            for code in Rejection.Code.allCases { #expect(words.has("rejection.\(code.rawValue)")) }
            for code in ReadingWarning.Code.allCases {
                #expect(words.has("warning.\(code.rawValue)"))
            }
            for evidence in Evidence.allCases {
                #expect(words.has("evidence.\(evidence.rawValue)"))
            }
            for verdict in Finding.Verdict.allCases {
                #expect(words.has("verdict.\(verdict.rawValue)"))
            }
            for status in Observation.Status.allCases {
                #expect(words.has("status.\(status.rawValue)"))
            }
        }
    }

    @Test func `every column that is exported is explained, and headers are unique`() throws {
        for language in Language.allCases {
            let words = try Phrasebook(language)
            let columns = words.keys.filter { $0.hasPrefix("explain.") }.map { $0.dropFirst(8) }
            for column in columns { #expect(words.has("column.\(column)"), "\(column)") }
            let headers = columns.map { words.say("column.\($0)") }
            #expect(Set(headers).count == headers.count)
        }
    }

    @Test func `phrases take their details in either language's order`() throws {
        #expect(
            try Phrasebook(.english).say("error.no_breakdown", "a", "b", "c")
                == "a b can't be broken down by c"
        )
        #expect(try Phrasebook(.english).say("no.such.phrase", "x") == "no.such.phrase x")
    }

    @Test func `the language comes from the environment`() {
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(Language(environment: ["LANG": "en_GB.UTF-8"]) == .english)
        #expect(Language(environment: ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"]) == .english)
        #expect(Language(environment: ["ANALYTICS_LANG": "zh", "LC_ALL": "C"]) == .chinese)
        #expect(Language(environment: [:]) == .english)
    }
}
