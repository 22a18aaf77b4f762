import ReportModel

/// Resolves `&nbsp;`, `&#20214;` and the like.
///
/// Source: WHATWG HTML, "named character references" and the numeric rules of its tokenizer.
enum CharacterReferences {
    private static let named: [String: [UInt8]] = {
        var table: [String: [UInt8]] = [:]
        // By bytes: a split by characters takes longer than reading a page.
        let file = (EmbeddedFiles.text["HTML/Entities/entities.csv"] ?? "").utf8
        for line in file.split(separator: UInt8(ascii: "\n")).dropFirst() {
            guard let comma = line.lastIndex(of: UInt8(ascii: ",")) else { continue }
            let points = line[line.index(after: comma)...].split(separator: UInt8(ascii: " "))
            let text = points.compactMap {
                UInt32(Substring($0), radix: 16).flatMap(Unicode.Scalar.init)
            }
            table[String(Substring(line[..<comma]))] = text.flatMap { Array(String($0).utf8) }
        }
        return table
    }()
    private static let longestName = 32

    /// Reads the reference at `&`; `nil` if there is none and the ampersand is itself.
    ///
    /// - Returns: the characters in UTF-8, and where the text goes on.
    static func resolve(
        _ bytes: UnsafeBufferPointer<UInt8>,
        at ampersand: Int,
        end: Int,
        inAttribute: Bool = false
    ) -> (utf8: [UInt8], next: Int)? {
        guard ampersand + 1 < end else { return nil }
        return bytes[ampersand + 1] == UInt8(ascii: "#")
            ? numeric(bytes, from: ampersand + 2, end: end)
            : named(bytes, from: ampersand + 1, end: end, inAttribute: inAttribute)
    }

    private static func numeric(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        end: Int
    ) -> (utf8: [UInt8], next: Int)? {
        guard start < end else { return nil }
        let isHex = bytes[start] | 0x20 == UInt8(ascii: "x")
        var index = isHex ? start + 1 : start
        var value: UInt32 = 0
        var digits = 0
        while index < end, let digit = digitValue(bytes[index], hex: isHex) {
            value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
            digits += 1
            index += 1
        }
        guard digits > 0 else { return nil }
        if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
        return (Array(String(scalar(value)).utf8), index)
    }

    private static func named(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        end: Int,
        inAttribute: Bool
    ) -> (utf8: [UInt8], next: Int)? {
        var stop = start
        while stop < end, stop - start < longestName, isAlphanumeric(bytes[stop]) { stop += 1 }
        if stop < end, bytes[stop] == UInt8(ascii: ";"), stop > start,
            let text = named[String(decoding: bytes[start...stop], as: UTF8.self)]
        {
            return (text, stop + 1)
        }
        // Some names count without their semicolon, the longest that fits first.
        var length = min(stop - start, 6)
        while length >= 2 {
            let name = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
            if let text = named[name] {
                let next = start + length
                let continues =
                    next < end && (isAlphanumeric(bytes[next]) || bytes[next] == UInt8(ascii: "="))
                return inAttribute && continues ? nil : (text, next)
            }
            length -= 1
        }
        return nil
    }

    /// Windows-1252 in the C1 range and U+FFFD for what is no character, as the standard has it.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        let windows: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
            0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
            0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
        ]
        let mapped = (0x80...0x9F).contains(value) ? windows[Int(value) - 0x80] : value
        return mapped == 0 ? "\u{FFFD}" : Unicode.Scalar(mapped) ?? "\u{FFFD}"
    }

    private static func digitValue(_ byte: UInt8, hex: Bool) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46 where hex: UInt32(byte - 0x41 + 10)
        case 0x61...0x66 where hex: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
