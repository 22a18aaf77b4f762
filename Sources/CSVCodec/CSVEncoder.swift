import CLibCSV

/// Writes comma-separated values, quoting through libcsv only where a field needs it.
public struct CSVEncoder: Sendable {
    /// How a file is to look to the program that opens it.
    public enum Profile: String, Sendable, CaseIterable {
        /// For Excel and WPS: byte-order mark, CRLF, and text that looks like a formula made harmless.
        case excel
        /// For programs: no byte-order mark, LF, text as it is.
        case data
    }

    /// One field.
    public enum Field: Sendable, Hashable {
        /// Words.
        case text(String)
        /// A number, already printed; never quoted, never changed.
        case number(String)
        /// A missing value.
        case missing
    }

    /// The bytes written so far.
    public private(set) var bytes: [UInt8]
    let profile: Profile

    /// A file that begins with its header.
    public init(profile: Profile, header: [String]) {
        self.init(piecesFor: profile)
        if profile == .excel { bytes = [0xEF, 0xBB, 0xBF] }
        append(header.map(Field.text))
    }

    /// No file, but what may stand in one.
    init(piecesFor profile: Profile) {
        self.profile = profile
        bytes = []
    }

    /// The bytes written since the last time, which are then forgotten.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Adds a row.
    public mutating func append(_ row: [Field]) {
        for (index, field) in row.enumerated() {
            if index > 0 { endField() }
            append(field, alone: row.count == 1)
        }
        endRow()
    }

    mutating func append(_ field: Field, alone: Bool) {
        switch field {
        case .missing: break
        case .number(let digits): bytes.append(contentsOf: digits.utf8)
        case .text(let text): append(text: text, alone: alone)
        }
    }

    mutating func append(raw: some Collection<UInt8>) { bytes.append(contentsOf: raw) }

    mutating func endField() { bytes.append(UInt8(ascii: ",")) }

    mutating func endRow() {
        if profile == .excel { bytes.append(0x0D) }
        bytes.append(0x0A)
    }

    private mutating func append(text: String, alone: Bool) {
        let start = bytes.count
        if profile == .excel, Self.looksLikeFormula(text) { bytes.append(UInt8(ascii: "'")) }
        bytes.append(contentsOf: text.utf8)
        let length = bytes.count - start
        guard Self.needsQuotes(bytes, from: start) || (alone && length == 0) else { return }
        var source = Array(bytes[start...])
        let needed = csv_write(nil, 0, &source, length)
        var quoted = [UInt8](repeating: 0, count: needed)
        _ = csv_write(&quoted, quoted.count, &source, length)
        bytes.replaceSubrange(start..., with: quoted)
    }

    /// Whether the last field has what ends a field or a row, a quote, or a space that readers might drop.
    private static func needsQuotes(_ bytes: [UInt8], from start: Int) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let field = bytes[start...]
            guard let first = field.first, let last = field.last else { return false }
            return first == 0x20 || last == 0x20
                || field.contains { $0 < 0x2D && [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
        }
    }

    /// Whether the field must not look alike for spreadsheets and for programs.
    static func looksLikeFormula(_ field: Field) -> Bool {
        if case .text(let text) = field { looksLikeFormula(text) } else { false }
    }

    /// Whether a spreadsheet would take the text for a formula: `= + - @`, TAB or CR in front,
    /// and no plain number.
    private static func looksLikeFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first,
            [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
        else { return false }
        let unsigned = text.dropFirst()
        let isNumber =
            [0x2B, 0x2D].contains(first) && !unsigned.isEmpty
            && unsigned.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
            && unsigned.utf8.count(where: { $0 == 0x2E }) <= 1
            && unsigned.utf8.first != 0x2E && unsigned.utf8.last != 0x2E
        return !isNumber
    }
}
