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

    /// The value on one line, without a line feed.
    public var line: String { encoded([]) }

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
