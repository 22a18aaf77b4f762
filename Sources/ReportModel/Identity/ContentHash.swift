/// The SHA-256 of some bytes: the identity of a file's content.
///
/// Source: FIPS 180-4.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
    /// The hash as 64 lowercase hexadecimal digits.
    public let description: String

    /// The hash of some bytes.
    public init(of bytes: [UInt8]) {
        var hasher = ContentHasher()
        hasher.update(bytes)
        self = hasher.finish()
    }

    /// A hash that was written down; `nil` for anything but 64 lowercase hexadecimal digits.
    public init?(hexadecimal digits: String) {
        guard digits.utf8.count == 64,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        description = digits
    }

    /// The hash in Base64, as browsers write it. Source: RFC 4648.
    public var base64: String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        )
        let nibbles = description.utf8.map { UInt32($0 < 0x3A ? $0 - 0x30 : $0 - 0x57) }
        // Thirty-two bytes are ten threes and a pair; three nibbles make two letters.
        var letters = stride(from: 0, to: nibbles.count, by: 3).flatMap { start -> [UInt8] in
            let bits = (0..<3).reduce(UInt32(0)) { bits, offset in
                bits << 4 | (start + offset < nibbles.count ? nibbles[start + offset] : 0)
            }
            return [alphabet[Int(bits >> 6)], alphabet[Int(bits & 63)]]
        }
        letters = Array(letters.prefix(43)) + [UInt8(ascii: "=")]
        return String(decoding: letters, as: UTF8.self)
    }

    /// The hash whose 32 bytes these are.
    init(digest: [UInt8]) {
        description = digest.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
