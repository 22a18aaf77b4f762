import CSVCodec
import Specimens
import Testing

struct CSVCodecTests {
    @Test(arguments: CSVEncoder.Profile.allCases)
    func `what is written is read back`(_ profile: CSVEncoder.Profile) throws {
        var dice = SplitMix64(seed: 42)
        let alphabet = Array("ab,\"\n\r 信息;\t'1")
        for _ in 0..<500 {
            let rows = (0..<3).map { _ in
                (0..<4).map { _ in
                    // A formula's mark in front would be defused; that has its own test.
                    "x" + String((0..<5).map { _ in alphabet.randomElement(using: &dice)! })
                }
            }
            var encoder = CSVEncoder(profile: profile, header: ["a", "b", "c", "d"])
            for row in rows { encoder.append(row.map(CSVEncoder.Field.text)) }
            #expect(try CSVDecoder.rows(of: encoder.bytes) == [["a", "b", "c", "d"]] + rows)
        }
    }

    @Test func `a spreadsheet's file has its mark and its line ends and no needless quotes`() {
        var encoder = CSVEncoder(profile: .excel, header: ["机关", "值"])
        encoder.append([.text("示例市"), .number("0.013889")])
        encoder.append([.text("a,b"), .missing])
        let text = String(decoding: encoder.bytes, as: UTF8.self)
        #expect(text == "\u{FEFF}机关,值\r\n示例市,0.013889\r\n\"a,b\",\r\n")
    }

    @Test(arguments: ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "=HYPERLINK(\"http://x\",\"y\")"])
    func `text that looks like a formula is defused for spreadsheets only`(_ text: String) throws {
        var excel = CSVEncoder(profile: .excel, header: ["h"])
        excel.append([.text(text)])
        #expect(try CSVDecoder.rows(of: excel.bytes) == [["h"], ["'" + text]])
        var data = CSVEncoder(profile: .data, header: ["h"])
        data.append([.text(text)])
        #expect(try CSVDecoder.rows(of: data.bytes) == [["h"], [text]])
    }

    @Test func `rows written for both at once are those that each would have written`() {
        let texts = [
            "", "示例市", "a,b", "=1+1", "-", "-3", " x", "x ", "\"q\"", "two\nlines", "@a,b",
        ]
        var dice = SplitMix64(seed: 5)
        func field() -> CSVEncoder.Field {
            switch Int.random(in: 0...3, using: &dice) {
            case 0: .missing
            case 1: .number(String(Int.random(in: -9...9, using: &dice)))
            default: .text(texts.randomElement(using: &dice) ?? "")
            }
        }
        let header = ["a", "b", "c", "d"]
        var twin = CSVTwinEncoder(titles: header, keys: header)
        var pieces = CSVTwinEncoder(titles: header, keys: header)
        var excel = CSVEncoder(profile: .excel, header: header)
        var data = CSVEncoder(profile: .data, header: header)
        for _ in 0..<2000 {
            let row = header.map { _ in field() }
            twin.append(row)
            let block = CSVTwinEncoder.Block(Array(row[1...2]))
            pieces.append([.field(row[0]), .block(block), .field(row[3])])
            excel.append(row)
            data.append(row)
        }
        let (both, parts) = (twin.take(), pieces.take())
        #expect(both.excel == excel.bytes && both.data == data.bytes)
        #expect(parts.excel == excel.bytes && parts.data == data.bytes)
    }

    @Test func `numbers are never touched`() throws {
        var encoder = CSVEncoder(profile: .excel, header: ["h"])
        encoder.append([.number("-253")])
        encoder.append([.text("-253")])
        #expect(try CSVDecoder.rows(of: encoder.bytes) == [["h"], ["-253"], ["-253"]])
    }

    @Test(arguments: ["a,\"b\n1,2\n", "a,b\"c\n", "\"a\"x,b\n"])
    func `a quote in the wrong place is an error`(_ text: String) {
        #expect(throws: CSVError.self) { try CSVDecoder.rows(of: Array(text.utf8)) }
    }

    @Test func `a row of another width names its place`() {
        #expect(throws: CSVError.width(row: 3, found: 1, expected: 2)) {
            try CSVDecoder.records(of: "a,b\n1,2\n3\n", columns: ["a", "b"])
        }
    }
}
