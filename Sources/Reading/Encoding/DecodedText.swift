import Glibc
import ReportModel

/// A file's text in UTF-8, and how its encoding was found.
///
/// Byte-order mark first, then strict UTF-8, then what the file declares, then GB18030 by validity.
/// A byte that can't be decoded refuses the file: a dropped character could be a dropped digit.
struct DecodedText {
    /// The text in UTF-8, byte-order mark removed.
    let utf8: [UInt8]
    /// The encoding's name.
    let encoding: String
    /// Whether the file says nothing on its encoding and it isn't UTF-8.
    let isGuess: Bool

    /// Decodes a file.
    ///
    /// - Throws: `.undecodable` with offset and byte, or `.notText` for bytes that no text has.
    init(_ bytes: [UInt8]) throws(Rejection) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            try self.init(utf8: bytes[3...])
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            try self.init(bytes[2...], encoding: "UTF-16LE")
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            try self.init(bytes[2...], encoding: "UTF-16BE")
        } else if let zero = Self.firstZero(in: bytes) {
            guard let encoding = Self.unmarkedUTF16(bytes),
                let text = try? DecodedText(bytes[...], encoding: encoding, isGuess: true),
                text.speaksOfGovernment
            else { throw Rejection(.notText, [String(zero)]) }
            self = text
        } else {
            try self.init(unmarked: bytes)
        }
    }

    private init(unmarked bytes: [UInt8]) throws(Rejection) {
        let declared = DeclaredEncoding(in: bytes)
        let census = UTF8Census(bytes[...])
        // Some Chinese words in GBK happen to be valid UTF-8 (联通): a declaration outweighs a few bytes.
        let tooShortToTell = census.sequences < 4 && census.sequences > 0
        if census.firstInvalid == nil, !(tooShortToTell && declared?.isChinese == true) {
            // Counted and found sound already.
            try self.init(text: bytes, encoding: "UTF-8", isGuess: false)
        } else if let offset = census.firstInvalid, census.threeByteSequences >= 8 {
            throw Self.undecodable("UTF-8", offset, bytes)
        } else if let declared, declared.isChinese {
            try self.init(bytes[...], encoding: declared.name)
        } else {
            try self.init(undeclared: bytes)
        }
    }

    /// GB18030 by validity; Big5 where only that makes sense of the words.
    private init(undeclared bytes: [UInt8]) throws(Rejection) {
        let guess: DecodedText
        do throws(Rejection) {
            guess = try DecodedText(
                bytes[...],
                encoding: DeclaredEncoding.gb18030.name,
                isGuess: true
            )
            if guess.speaksOfGovernment {
                self = guess
                return
            }
        } catch {
            guard let other = Self.big5(bytes) else { throw error }
            self = other
            return
        }
        self = Self.big5(bytes) ?? guess
    }

    private static func big5(_ bytes: [UInt8]) -> DecodedText? {
        let text = try? DecodedText(bytes[...], encoding: "BIG5-HKSCS", isGuess: true)
        return text.flatMap { $0.speaksOfGovernment ? $0 : nil }
    }

    /// Which of the two has the zeros where digits and tags have theirs.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
        guard bytes.count % 2 == 0 else { return nil }
        var zeros = [0, 0]
        for index in bytes.indices where bytes[index] == 0 {
            // The rule that tables are drawn with, U+2500, is a percent sign with its bytes exchanged.
            if bytes[index ^ 1] != 0x25 { zeros[index % 2] += 1 }
        }
        if zeros[1] > 4 * zeros[0] { return "UTF-16LE" }
        return zeros[0] > 4 * zeros[1] ? "UTF-16BE" : nil
    }

    /// Whether words stand in it that every report has, in either script.
    private var speaksOfGovernment: Bool {
        ["政府", "公开", "公開"].contains { utf8.firstRange(of: Array($0.utf8)) != nil }
    }

    private init(utf8 bytes: ArraySlice<UInt8>) throws(Rejection) {
        if let offset = UTF8Census(bytes).firstInvalid {
            throw Self.undecodable("UTF-8", offset, Array(bytes))
        }
        try self.init(text: Array(bytes), encoding: "UTF-8", isGuess: false)
    }

    private init(
        _ bytes: ArraySlice<UInt8>,
        encoding: String,
        isGuess: Bool = false
    ) throws(Rejection) {
        let text = try Transcoder(from: encoding).utf8(bytes)
        try self.init(text: text, encoding: encoding, isGuess: isGuess)
    }

    private static func firstZero(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let zero = memchr(base, 0, buffer.count) else {
                return nil
            }
            return UnsafeRawPointer(zero) - base
        }
    }

    private init(text: [UInt8], encoding: String, isGuess: Bool) throws(Rejection) {
        if let zero = Self.firstZero(in: text) { throw Rejection(.notText, [String(zero)]) }
        utf8 = text
        self.encoding = encoding
        self.isGuess = isGuess
    }

    /// The same text written otherwise.
    func rewritten(_ rewrite: ([UInt8]) -> [UInt8]) -> DecodedText {
        DecodedText(sound: rewrite(utf8), encoding: encoding, isGuess: isGuess)
    }

    /// Text that is known to be UTF-8.
    init(sound text: [UInt8], encoding: String = "UTF-8", isGuess: Bool = false) {
        utf8 = text
        self.encoding = encoding
        self.isGuess = isGuess
    }

    private static func undecodable(
        _ encoding: String,
        _ offset: Int,
        _ bytes: [UInt8]
    ) -> Rejection {
        let lines = bytes[..<min(offset, bytes.count)].count { $0 == 0x0A }
        let byte = bytes.indices.contains(offset) ? "0x" + String(bytes[offset], radix: 16) : "end"
        return Rejection(
            .undecodable,
            [encoding, String(offset), byte],
            origin: Origin(line: lines + 1)
        )
    }
}

/// What strict UTF-8 decoding finds in some bytes.
struct UTF8Census {
    /// The offset of the first byte that is no UTF-8, from the slice's start.
    private(set) var firstInvalid: Int?
    /// How many characters of more than one byte stand before it.
    private(set) var sequences = 0
    /// How many of them have three bytes, as Chinese ones have.
    private(set) var threeByteSequences = 0

    init(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                if buffer[index] < 0x80 {
                    index += 1
                    // Tags and scripts come in long stretches: eight bytes at a time.
                    let raw = UnsafeRawBufferPointer(buffer)
                    while index + 8 <= buffer.count,
                        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                            & 0x8080_8080_8080_8080 == 0
                    {
                        index += 8
                    }
                    continue
                }
                // Nearly all Chinese characters: three bytes, and whatever goes on goes.
                if buffer[index] &- 0xE1 < 12, index + 3 <= buffer.count,
                    buffer[index + 1] & 0xC0 == 0x80, buffer[index + 2] & 0xC0 == 0x80
                {
                    sequences += 1
                    threeByteSequences += 1
                    index += 3
                    continue
                }
                let length = Self.length(of: buffer, at: index)
                guard length > 0 else {
                    firstInvalid = index
                    return
                }
                sequences += 1
                if length == 3 { threeByteSequences += 1 }
                index += length
            }
        }
    }

    private static func length(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        let (length, lowest, highest): (Int, UInt8, UInt8) =
            switch first {
            case 0xC2...0xDF: (2, 0x80, 0xBF)
            case 0xE0: (3, 0xA0, 0xBF)
            case 0xED: (3, 0x80, 0x9F)
            case 0xE1...0xEF: (3, 0x80, 0xBF)
            case 0xF0: (4, 0x90, 0xBF)
            case 0xF1...0xF3: (4, 0x80, 0xBF)
            case 0xF4: (4, 0x80, 0x8F)
            default: (0, 0, 0)
            }
        guard length > 0, index + length <= bytes.count,
            (lowest...highest).contains(bytes[index + 1])
        else { return 0 }
        for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
