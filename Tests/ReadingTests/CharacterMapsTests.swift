import DocumentModel
import Glibc
import ReportModel
import Testing

@testable import Reading

/// PDFs whose fonts name characters by numbers that maps outside of the file explain.
struct CharacterMapsTests {
    @Test func `what pdftotext complains of is the map that is missing`() {
        let told = """
            Syntax Warning: Invalid Font Weight
            Syntax Error (12): Couldn't find 'GBK-EUC-H' CMap file for 'Adobe-GB1' collection
            """
        #expect(CharacterMaps.missing(Array(told.utf8)) == "GBK-EUC-H")
        let other = "Syntax Error: Missing language pack for 'Adobe-GB1' mapping\n"
        #expect(CharacterMaps.missing(Array(other.utf8)) == "Adobe-GB1")
        #expect(CharacterMaps.missing(Array("Syntax Warning: Bad bounding box".utf8)) == nil)
        #expect(CharacterMaps.missing([]) == nil)
    }

    @Test(.enabled(if: ChildProgram.place(of: "pdftotext") != nil, "pdftotext is not installed"))
    func `a page that needs maps is read, or refused with the remedy`() throws {
        let probe = Array(CharacterMaps.probe.utf8)
        if CharacterMaps.areInstalled {
            let document = try PDFReader.read(probe)
            #expect(document.hasIdeographs)
        } else {
            let rejection = #expect(throws: Rejection.self) { try PDFReader.read(probe) }
            #expect(rejection?.code == .languagePackMissing)
            #expect(rejection?.details.last == CharacterMaps.package)
        }
    }

    @Test func `a child's complaints are kept, and are no output`() throws {
        let shell = ChildProgram(name: "sh", package: "dash")
        let outcome = try shell.run(["-c", "echo read; echo odd >&2; exit 3"], input: [])
        #expect(outcome.exitCode == 3)
        #expect(String(decoding: outcome.output, as: UTF8.self) == "read\n")
        #expect(String(decoding: outcome.errors, as: UTF8.self) == "odd\n")
    }

    @Test func `a child that complains without end is read to its end`() throws {
        let shell = ChildProgram(name: "sh", package: "dash")
        let complain =
            "i=0; while [ $i -lt 4000 ]; do printf '%0100d' 7 >&2; i=$((i+1)); done; echo read"
        let outcome = try shell.run(["-c", complain], input: [])
        #expect(outcome.errors.count == ChildProgram.Limits.errors)
        #expect(String(decoding: outcome.output, as: UTF8.self) == "read\n")
    }
}
