import DocumentModel
import Reading
import ReportModel
import Testing

struct RefusalTests {
    #if Office
        static let brokenArchive = Rejection.Code.damagedFile
    #else
        static let brokenArchive = Rejection.Code.libraryMissing
    #endif

    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0], Rejection.Code.image),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], .image),
            (Array("%PDF-1.7\n".utf8), .damagedFile),
            ([0x50, 0x4B, 0x03, 0x04, 0x14], brokenArchive),
            ([0xD0, 0xCF, 0x11, 0xE0], .formatUnsupported),
            (
                Array("From: <a>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>1".utf8),
                .formatUnsupported
            ),
            (Array("  \n\u{FEFF}".utf8), .emptyFile),
            (Array("<p>1".utf8) + [0] + Array("2</p>".utf8), .notText),
        ] as [([UInt8], Rejection.Code)]
    )
    func `bytes that are no text are refused whatever the name says`(
        _ bytes: [UInt8],
        _ code: Rejection.Code
    ) {
        let rejection = #expect(throws: Rejection.self) {
            try DocumentReading.read(bytes, name: "report.html")
        }
        #expect(rejection?.code == code)
    }

    @Test func `a text file that holds a page is read as one`() throws {
        let page = Array("<!DOCTYPE html><table><tr><td>1<td>2</table>".utf8)
        #expect(try DocumentReading.read(page, name: "report.txt").format == .html)
    }

    @Test func `random bytes are read or refused`() {
        var state: UInt64 = 3
        for _ in 0..<300 {
            let bytes = (0..<200).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
            _ = try? DocumentReading.read(bytes, name: "report.html")
            _ = try? DocumentReading.read(bytes.map { $0 & 0x7F }, name: "report.html")
        }
    }
}
