import ReportModel

/// Tells whether a PDF's text was made by a program that looked at pictures of its pages.
///
/// Such text lies unseen behind the scan. It has wrong digits here and there, 20 for 26, and nothing in it says where.
/// Source: ISO 32000-1, 8.9.5 for images, which always stand in the open.
struct RecognisedText {
    /// A picture as it is put down in the file.
    private struct Picture {
        var number: Int?
        var mask: Int?
        var width: Int
        var height: Int

        /// Whether it is as long and as wide as a sheet of paper, drawn finely enough to be read.
        var isPage: Bool {
            let short = min(width, height)
            let long = max(width, height)
            return short >= 700 && long * 100 >= short * 135 && long * 100 <= short * 148
        }
    }

    /// Fonts without shapes that programs set such text in.
    private static let fonts = ["GlyphLessFont", "HiddenHorzOCR", "HiddenVertOCR"]
    /// No picture's dictionary is longer.
    private static let longestDictionary = 2000
    /// Nor has a report more pictures.
    private static let mostPictures = 10_000

    /// How many pictures are pages.
    private(set) var pages = 0
    /// Whether there is a font for text that nobody sees.
    private(set) var hasUnseenFont = false

    /// Looks through a file.
    init(_ bytes: [UInt8]) {
        var pictures: [Picture] = []
        for slash in bytes.indices where bytes[slash] == UInt8(ascii: "/") {
            let name = bytes[(slash + 1)...]
            if name.starts(with: "Subtype".utf8) {
                let value = name.dropFirst(7).drop { Self.isSpace($0) }.prefix(7)
                if value.starts(with: "/Image".utf8), value.last.map(Self.endsName) ?? true,
                    pictures.count < Self.mostPictures
                {
                    Self.picture(at: slash, in: bytes).map { pictures.append($0) }
                }
            } else if !hasUnseenFont {
                hasUnseenFont = Self.fonts.contains { name.starts(with: $0.utf8) }
            }
        }
        // What lets a picture shine through has its shape.
        let masks = Set(pictures.compactMap(\.mask))
        pages = pictures.count { picture in
            picture.isPage && picture.mask == nil && !masks.contains(picture.number ?? -1)
        }
    }

    private static func picture(at place: Int, in bytes: [UInt8]) -> Picture? {
        let front = bytes[max(0, place - longestDictionary)..<place]
        let start = front.ranges(of: "obj".utf8).last?.lowerBound ?? front.startIndex
        let behind = bytes[place..<min(bytes.count, place + longestDictionary)]
        let end = behind.firstRange(of: "stream".utf8)?.lowerBound ?? behind.endIndex
        let dictionary = bytes[start..<end]
        guard let width = number(behind: "/Width", in: dictionary),
            let height = number(behind: "/Height", in: dictionary)
        else { return nil }
        return Picture(
            number: objectNumber(in: bytes[front.startIndex..<start]),
            mask: number(behind: "/SMask", in: dictionary),
            width: width,
            height: height
        )
    }

    private static func number(behind name: String, in dictionary: ArraySlice<UInt8>) -> Int? {
        guard let found = dictionary.firstRange(of: name.utf8) else { return nil }
        let digits = dictionary[found.upperBound...].drop { isSpace($0) }.prefix { isDigit($0) }
        return Int(String(decoding: digits.prefix(9), as: UTF8.self))
    }

    /// 12 of `12 0 ` in front of `obj`.
    private static func objectNumber(in bytes: ArraySlice<UInt8>) -> Int? {
        let parts = bytes.suffix(24).split { !isDigit($0) }
        return parts.dropLast().last.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private static func endsName(_ byte: UInt8) -> Bool {
        isSpace(byte) || "/<>[]()".utf8.contains(byte)
    }
}
