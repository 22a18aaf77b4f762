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
        let first = ExportBundle(files: ["a.csv": [1], "b.csv": [2]])
        #expect(try first.publish(in: folder) == .written)
        #expect(try first.publish(in: folder) == .unchanged)
        #expect(try ExportBundle(files: ["a.csv": [3]]).publish(in: folder) == .written)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["current"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder + "/current") == ["a.csv"]
        )
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
