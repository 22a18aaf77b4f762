import Glibc
import ReportModel

/// Turns bytes of a known encoding into UTF-8, strictly, through glibc's iconv.
struct Transcoder: ~Copyable {
    private let handle: iconv_t
    private let encoding: String

    /// - Throws: `.formatUnsupported` when the system doesn't know the encoding.
    init(from encoding: String) throws(Rejection) {
        guard let handle = iconv_open("UTF-8", encoding), Int(bitPattern: handle) != -1 else {
            throw Rejection(.formatUnsupported, [encoding])
        }
        self.handle = handle
        self.encoding = encoding
    }

    deinit {
        iconv_close(handle)
    }

    /// The text in UTF-8.
    ///
    /// - Throws: `.undecodable` with the encoding, the byte's offset and its value.
    func utf8(_ bytes: ArraySlice<UInt8>) throws(Rejection) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
        var source = Array(bytes)
        var consumed = 0
        var written = 0
        while consumed < source.count {
            let (result, reason) = source.withUnsafeMutableBytes { input in
                output.withUnsafeMutableBytes { room in
                    var from = input.baseAddress?.advanced(by: consumed)
                        .assumingMemoryBound(to: CChar.self)
                    var left = input.count - consumed
                    var to = room.baseAddress?.advanced(by: written)
                        .assumingMemoryBound(to: CChar.self)
                    var space = room.count - written
                    let result = iconv(handle, &from, &left, &to, &space)
                    consumed = input.count - left
                    written = room.count - space
                    return (result, errno)
                }
            }
            if result != -1 { break }
            guard reason == E2BIG else {
                let offset = bytes.startIndex + consumed
                let lines = bytes[..<offset].count { $0 == 0x0A }
                throw Rejection(
                    .undecodable,
                    [encoding, String(offset), "0x" + String(bytes[offset], radix: 16)],
                    origin: Origin(line: lines + 1)
                )
            }
            output.append(contentsOf: repeatElement(0, count: output.count))
        }
        output.removeSubrange(written...)
        return output
    }
}
