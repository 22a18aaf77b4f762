/// Writes the same rows twice, for spreadsheets and for programs, but works out most of them once.
public struct CSVTwinEncoder: Sendable {
    /// Fields that stand side by side in many rows, written ahead.
    ///
    /// An object, so that each row counts one reference and not one for each file's bytes.
    public final class Block: Sendable {
        fileprivate let excel: [UInt8]
        fileprivate let data: [UInt8]
        fileprivate let isAlike: Bool

        /// Some fields, one at least.
        public init(_ fields: [CSVEncoder.Field]) {
            func bytes(_ profile: CSVEncoder.Profile) -> [UInt8] {
                var encoder = CSVEncoder(piecesFor: profile)
                for (index, field) in fields.enumerated() {
                    if index > 0 { encoder.endField() }
                    encoder.append(field, alone: false)
                }
                return encoder.take()
            }
            excel = bytes(.excel)
            data = bytes(.data)
            isAlike = excel == data
        }
    }

    /// A part of a row.
    public enum Piece: Sendable {
        /// One field.
        case field(CSVEncoder.Field)
        /// Fields written ahead.
        case block(Block)
    }

    private var excel: CSVEncoder
    private var data: CSVEncoder

    /// Two files that begin with their headers.
    ///
    /// - Parameters:
    ///   - titles: the header for spreadsheets.
    ///   - keys: that for programs.
    public init(titles: [String], keys: [String]) {
        excel = CSVEncoder(profile: .excel, header: titles)
        data = CSVEncoder(profile: .data, header: keys)
    }

    /// The bytes written since the last time, which are then forgotten.
    public mutating func take() -> (excel: [UInt8], data: [UInt8]) {
        (excel.take(), data.take())
    }

    /// Adds a row.
    public mutating func append(_ row: [CSVEncoder.Field]) {
        let start = data.bytes.count
        data.append(row)
        if row.contains(where: CSVEncoder.looksLikeFormula) {
            excel.append(row)
        } else {
            copyRow(from: start)
        }
    }

    /// Adds a row of parts, of several fields together.
    public mutating func append(_ row: [Piece]) {
        let start = data.bytes.count
        let isAlike = Self.append(row, to: &data)
        if isAlike { copyRow(from: start) } else { _ = Self.append(row, to: &excel) }
    }

    /// Adds a row to one of the files, and tells whether the other's looks alike.
    private static func append(_ row: [Piece], to encoder: inout CSVEncoder) -> Bool {
        var isAlike = true
        for (index, piece) in row.enumerated() {
            if index > 0 { encoder.endField() }
            switch piece {
            case .field(let field):
                encoder.append(field, alone: false)
                isAlike = isAlike && !CSVEncoder.looksLikeFormula(field)
            case .block(let block):
                encoder.append(raw: encoder.profile == .excel ? block.excel : block.data)
                isAlike = isAlike && block.isAlike
            }
        }
        encoder.endRow()
        return isAlike
    }

    /// Writes the row for spreadsheets as it was written for programs, but for its end.
    private mutating func copyRow(from start: Int) {
        excel.append(raw: data.bytes[start...].dropLast())
        excel.endRow()
    }
}
