/// The encoding that a web page says it is in: `<meta charset=…>` or its longer form.
struct DeclaredEncoding {
    /// The name that iconv knows. gb2312 and gbk are read as their superset, as browsers do.
    let name: String

    static let gb18030 = DeclaredEncoding(name: "GB18030")

    /// Whether it is one of the Chinese encodings that are not UTF-8.
    var isChinese: Bool { name == "GB18030" || name == "BIG5-HKSCS" }

    private init(name: String) {
        self.name = name
    }

    /// Looks for `charset=` in the first 4 KiB, as browsers look in the first one.
    init?(in bytes: [UInt8]) {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let marker = Array("charset".utf8)
        var index = 0
        while index + marker.count < head.count {
            defer { index += 1 }
            guard head[index] == marker[0], head[index...].starts(with: marker) else { continue }
            let rest = head[(index + marker.count)...].drop { $0 == 0x20 }
            guard rest.first == UInt8(ascii: "=") else { continue }
            let value = rest.dropFirst().drop { [0x20, 0x22, 0x27].contains($0) }
                .prefix { $0 > 0x20 && ![0x22, 0x27, 0x3B, 0x3E, 0x2F].contains($0) }
            switch String(decoding: value, as: UTF8.self) {
            case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "chinese", "hz-gb-2312":
                self = .gb18030
                return
            case "big5", "big5-hkscs", "x-x-big5":
                self.init(name: "BIG5-HKSCS")
                return
            case "utf-8", "utf8":
                self.init(name: "UTF-8")
                return
            default: continue
            }
        }
        return nil
    }
}
