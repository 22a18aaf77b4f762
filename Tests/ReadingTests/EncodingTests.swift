import DocumentModel
import Reading
import ReportModel
import Specimens
import Testing

struct EncodingTests {
    private let page = "<meta charset=\"CHARSET\"><p>一、本年新收政府信息公开申请数量 195 件</p>"

    private func text(_ bytes: [UInt8], name: String = "page.html") throws -> String {
        try DocumentReading.read(bytes, name: name).blocks.compactMap { block in
            if case .line(let line) = block { line.text } else { nil }
        }.joined(separator: "\n")
    }

    @Test(arguments: TextEncodings.allCases.filter { $0 != .big5 })
    func `every encoding gives the same text`(_ encoding: TextEncodings) throws {
        let declared = page.replacing("CHARSET", with: encoding.charset ?? "")
        #expect(try text(encoding.bytes(of: declared)) == "一、本年新收政府信息公开申请数量 195 件")
    }

    @Test func `GB18030 that declares nothing is read and marked`() throws {
        let bytes = TextEncodings.gb18030.bytes(of: "收到政府信息公开申请 12 件")
        let document = try DocumentReading.read(bytes, name: "a.txt")
        #expect(document.encoding == "GB18030")
        #expect(document.warnings.map(\.code) == [.encodingUndeclared])
    }

    @Test func `a page that lies about being UTF-8 is read by its bytes`() throws {
        let bytes = TextEncodings.gb18030.bytes(of: page.replacing("CHARSET", with: "utf-8"))
        #expect(try text(bytes) == "一、本年新收政府信息公开申请数量 195 件")
    }

    @Test func `a byte that can't be decoded refuses the file with its offset`() {
        let good = Array("<p>政府信息公开申请数量一二三四五六七八".utf8)
        expectUndecodable(good + [0xFF] + Array("</p>".utf8), "UTF-8", offset: good.count)
        let declared = TextEncodings.gb18030.bytes(of: "<meta charset=gbk>\n申请")
        expectUndecodable(declared + [0xFF, 0x20], "GB18030", offset: declared.count)
    }

    @Test func `characters beyond GBK keep`() throws {
        let bytes = TextEncodings.gb18030.bytes(of: "<meta charset=gb2312><p>㐀𠀀〇</p>")
        #expect(try text(bytes) == "㐀𠀀〇")
    }

    @Test func `a declared encoding outweighs a few bytes that happen to be UTF-8`() throws {
        let bytes = Array("<meta charset=gb2312><p>".utf8) + [0xC1, 0xAA, 0xCD, 0xA8]
        #expect(try text(bytes) == "联通")
    }

    private func expectUndecodable(_ bytes: [UInt8], _ encoding: String, offset: Int) {
        let rejection = #expect(throws: Rejection.self) {
            try DocumentReading.read(bytes, name: "a.html")
        }
        #expect(rejection?.code == .undecodable)
        #expect(rejection?.details.prefix(2) == [encoding, String(offset)])
    }
}
