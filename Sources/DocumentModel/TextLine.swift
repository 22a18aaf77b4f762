public import ReportModel

/// One line of text, and the pieces that white space cuts it into.
///
/// Pieces know the display columns that they stand in, so that aligned tables can be read.
public struct TextLine: Sendable {
    /// The line without white space at its ends.
    public let text: String
    /// The pieces. A TAB separates also where nothing stands between two of them.
    ///
    /// Cut anew each time: most lines are never looked at so closely.
    public var pieces: [Piece] { given ?? Self.pieces(of: line) }
    /// Where the line stands.
    public let origin: Origin
    /// The line as written, white space at its ends included.
    private let line: String
    /// The pieces where the document itself says what they are.
    private let given: [Piece]?

    /// A line as written.
    public init(_ line: String, origin: Origin) {
        self.origin = origin
        self.line = line
        given = nil
        text = Self.trimmed(line)
    }

    /// A line of a table whose cells the document parts by a mark of its own.
    ///
    /// - Parameters:
    ///   - cells: the texts of the cells.
    ///   - unsure: the places of those that may be no cells but the table's edge, or a merged cell's rest.
    ///   - origin: where the line stands.
    public init(cells: [String], unsure: Set<Int> = [], origin: Origin) {
        self.origin = origin
        var column = 0
        given = cells.enumerated().map { place, cell in
            let start = column
            column += DisplayWidth.of(cell) + 1
            return Piece(
                text: cell,
                start: start,
                end: column - 1,
                isTabbed: !unsure.contains(place)
            )
        }
        line = ""
        text = Self.trimmed(cells.joined(separator: " "))
    }

    /// Whether the document itself says what the line's cells are.
    public var hasCells: Bool { given != nil && !isPlaced }

    /// Whether the line's pieces have places on a page.
    public var isPlaced: Bool { given?.first?.height != nil }

    /// A line of a paged document, whose pieces have places on the page.
    public init(placed pieces: [Piece], origin: Origin) {
        self.origin = origin
        given = pieces
        line = ""
        text = pieces.map(\.text).joined(separator: " ")
    }

    /// A part of a line without white space in it.
    public struct Piece: Sendable, Hashable {
        /// The text; empty between two TABs.
        public var text: String
        /// The first display column, from 0.
        public var start: Int
        /// The column behind the last one.
        public var end: Int
        /// Whether TABs or bars bound the piece, so that its place in the line is sure.
        public var isTabbed: Bool
        /// How far the piece reaches from top to bottom, in hundredths of a point from the document's top as its
        /// columns then are; `nil` where lines are all that is known.
        public var height: Range<Int>?

        /// A piece with its columns.
        public init(
            text: String,
            start: Int,
            end: Int,
            isTabbed: Bool,
            height: Range<Int>? = nil
        ) {
            self.text = text
            self.start = start
            self.end = end
            self.isTabbed = isTabbed
            self.height = height
        }
    }

    /// What a place in a line is counted in.
    public enum Columns: Sendable, CaseIterable {
        /// Columns of a terminal, of which a Chinese character takes two.
        case display
        /// Characters, of which each takes one, as `pdftotext -layout` aligns its columns.
        case characters
    }

    /// The pieces of a line that aligns its columns by spaces alone.
    ///
    /// - Parameter columns: what their places are counted in.
    /// - Returns: `nil` where something else than spaces parts them.
    public func pieces(by columns: Columns) -> [Piece]? {
        guard given == nil, !line.utf8.contains(0x09) else { return nil }
        return Self.words(of: line, by: columns)
    }

    /// The same line with other texts for some pieces, which their places tell; `nil` where spaces alone align the line, so
    /// that a longer text would move what stands behind it.
    public func replacing(_ texts: [Int: String]) -> TextLine? {
        var pieces = pieces
        for (place, text) in texts { pieces[place].text = text }
        if isPlaced { return TextLine(placed: pieces, origin: origin) }
        if given != nil {
            let unsure = pieces.indices.filter { !pieces[$0].isTabbed }
            return TextLine(cells: pieces.map(\.text), unsure: Set(unsure), origin: origin)
        }
        guard pieces.count == 1 || pieces.allSatisfy(\.isTabbed) else { return nil }
        return TextLine(pieces.map(\.text).joined(separator: "\t"), origin: origin)
    }

    /// The text without white space, ordinary or not, at its ends.
    public static func trimmed(_ text: some StringProtocol) -> String {
        trimmed(String(text))
    }

    /// The same for a string of its own, as most are.
    public static func trimmed(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            let visible = visible(in: bytes)
            // Most texts need no trimming, and no copy.
            return visible.count == bytes.count
                ? nil
                : String(decoding: UnsafeBufferPointer(rebasing: bytes[visible]), as: UTF8.self)
        } ?? text
    }

    /// Where a text in UTF-8 stands without white space, ordinary or not, at its ends.
    public static func visible(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var first = bytes.startIndex
        while first < bytes.endIndex, let space = spaceLength(bytes[first...].prefix(3)) {
            first += space
        }
        var last = bytes.endIndex
        while last > first {
            var start = last - 1
            while start > first, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            guard spaceLength(bytes[start..<last]) == last - start else { break }
            last = start
        }
        return first..<last
    }

    /// How many bytes the white space has that some bytes begin with; `nil` if they begin with something else.
    private static func spaceLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        // Most begin with a visible character of ASCII or a Chinese one.
        guard let lead = bytes.first, !(0x21...0x7E).contains(lead), !(0xE4...0xE9).contains(lead)
        else { return nil }
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
        guard bytes.count >= length else { return nil }
        let value = bytes.dropFirst().prefix(length - 1).reduce(
            UInt32(lead) & (length == 1 ? 0x7F : length == 2 ? 0x1F : 0x0F)
        ) { $0 << 6 | UInt32($1 & 0x3F) }
        guard let scalar = Unicode.Scalar(value), lead < 0xF0, isSpace(scalar) else { return nil }
        return length
    }

    /// White space in the widest sense: also no-break, ideographic and zero-width spaces.
    @inlinable
    public static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F,
            0x205F...0x2064, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    private static func pieces(of line: String) -> [Piece] {
        guard line.utf8.contains(0x09) else { return words(of: line, by: .display) }
        var column = 0
        return line.split(separator: "\t", omittingEmptySubsequences: false).map { field in
            let start = column
            column += DisplayWidth.of(field)
            defer { column += 1 }
            return Piece(text: trimmed(field), start: start, end: column, isTabbed: true)
        }
    }

    private static func words(of line: String, by columns: Columns) -> [Piece] {
        var pieces: [Piece] = []
        var column = 0
        var word = String.UnicodeScalarView()
        var wordStart = 0
        func finish() {
            guard !word.isEmpty else { return }
            pieces.append(
                Piece(text: String(word), start: wordStart, end: column, isTabbed: false)
            )
            word = String.UnicodeScalarView()
        }
        for scalar in line.unicodeScalars {
            if isSpace(scalar) {
                finish()
            } else {
                if word.isEmpty { wordStart = column }
                word.append(scalar)
            }
            switch (columns, scalar.value) {
            case (.display, 0x3000): column += 2
            case (.characters, 0x20...), (_, 0xA0): column += 1
            default: column += DisplayWidth.of(scalar)
            }
        }
        finish()
        return pieces
    }
}
