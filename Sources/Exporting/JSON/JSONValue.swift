import Foundation

/// A value on its way out as JSON; keys come out sorted, so that equal values are equal bytes.
public enum JSONValue: Sendable, Encodable {
    /// No value.
    case null
    /// Yes or no.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// Words, and numbers that must stay exact.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Named values.
    case object([String: JSONValue])

    /// Words, or no value.
    public init(_ text: String?) {
        self = text.map(JSONValue.string) ?? .null
    }

    /// A number, or no value.
    public init(_ integer: Int?) {
        self = integer.map(JSONValue.integer) ?? .null
    }

    /// The value as text, ended by a line feed.
    public var text: String { encoded([.prettyPrinted]) + "\n" }

    /// The value on one line, without a line feed. What would turn a terminal's writing around is escaped, so that the
    /// line can be shown as it is.
    public var line: String {
        let text = encoded([])
        guard text.unicodeScalars.contains(where: Self.turnsWriting) else { return text }
        return text.unicodeScalars.map { scalar in
            guard Self.turnsWriting(scalar) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    private static func turnsWriting(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private func encoded(_ formatting: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
        guard let data = try? encoder.encode(self) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }

    /// Writes the value as it is, without a wrapper.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let values): try container.encode(values)
        }
    }
}
