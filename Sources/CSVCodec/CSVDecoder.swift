import CLibCSV

/// Reads comma-separated values strictly, through libcsv.
///
/// A row is what RFC 4180 says, spaces included; a stray or an open quote is an error with its place.
public enum CSVDecoder {
    /// The rows of a file, each a list of fields.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, with or without a byte-order mark; at most 64 MiB.
    ///   - delimiter: the byte between two fields.
    /// - Returns: a list of fields a row.
    /// - Throws: ``CSVError`` at a quote in the wrong place, an open quote or bytes that are no UTF-8.
    public static func rows(
        of bytes: [UInt8],
        delimiter: UInt8 = UInt8(ascii: ",")
    ) throws(CSVError) -> [[String]] {
        guard bytes.count <= 64 << 20 else { throw .tooLarge(bytes.count) }
        var parser = csv_parser()
        guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else {
            throw .outOfMemory
        }
        defer { csv_free(&parser) }
        csv_set_delim(&parser, delimiter)
        csv_set_space_func(&parser) { _ in 0 }
        csv_set_blk_size(&parser, 65536)

        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var collected = Collected()
        let parsed = content.withUnsafeBytes { raw in
            withUnsafeMutablePointer(to: &collected) { context in
                let used = csv_parse(&parser, raw.baseAddress, raw.count, onField, onRow, context)
                guard used == raw.count else { return (used, false) }
                return (used, csv_fini(&parser, onField, onRow, context) == 0)
            }
        }
        guard parsed.1 else { throw .quote(row: collected.rows.count + 1) }
        guard collected.isText else { throw .notUTF8(row: collected.rows.count + 1) }
        return collected.rows
    }

    /// The rows of a file whose first row names its columns.
    ///
    /// - Parameters:
    ///   - text: the file.
    ///   - columns: the names that the first row must have, in this order.
    /// - Returns: the rows below the header.
    /// - Throws: ``CSVError`` as `rows(of:)` does, or when the header or a row's width is another.
    public static func records(of text: String, columns: [String]) throws(CSVError) -> [[String]] {
        let rows = try rows(of: Array(text.utf8))
        guard rows.first == columns else { throw .header(rows.first ?? [], expected: columns) }
        if let odd = rows.firstIndex(where: { $0.count != columns.count }) {
            throw .width(row: odd + 1, found: rows[odd].count, expected: columns.count)
        }
        return Array(rows.dropFirst())
    }
}

/// Why a file is not the comma-separated values that it should be. Rows count from 1.
public enum CSVError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A quote that nothing opens or closes.
    case quote(row: Int)
    /// Bytes that are no UTF-8.
    case notUTF8(row: Int)
    /// Another header than expected.
    case header([String], expected: [String])
    /// A row with more or fewer fields than the header.
    case width(row: Int, found: Int, expected: Int)
    /// More bytes than a data file has.
    case tooLarge(Int)
    /// The library got no memory.
    case outOfMemory

    /// The error as a sentence.
    public var description: String {
        switch self {
        case .quote(let row): "row \(row) has a quotation mark that nothing opens or closes"
        case .notUTF8(let row): "row \(row) is not UTF-8"
        case .header(let found, let expected):
            "the header is \(found.joined(separator: ",")), not \(expected.joined(separator: ","))"
        case .width(let row, let found, let expected):
            "row \(row) has \(found) fields, not \(expected)"
        case .tooLarge(let count): "the file has \(count) bytes, more than 64 MiB"
        case .outOfMemory: "no memory for the parser"
        }
    }
}

private struct Collected {
    var rows: [[String]] = []
    var row: [String] = []
    var isText = true
}

private func onField(
    _ bytes: UnsafeMutableRawPointer?,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) {
    guard let collected = context?.assumingMemoryBound(to: Collected.self) else { return }
    let field = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
    if let text = String(validating: field, as: UTF8.self) {
        collected.pointee.row.append(text)
    } else {
        collected.pointee.isText = false
    }
}

private func onRow(_ terminator: CInt, _ context: UnsafeMutableRawPointer?) {
    guard let collected = context?.assumingMemoryBound(to: Collected.self) else { return }
    guard collected.pointee.isText else { return }
    collected.pointee.rows.append(collected.pointee.row)
    collected.pointee.row = []
}
