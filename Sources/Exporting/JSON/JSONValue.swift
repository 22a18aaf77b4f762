/// A value on its way out as JSON; keys come out sorted, so that equal values are equal bytes.
public enum JSONValue: Sendable {
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

    /// The value as text for people, a member a line, ended by a line feed.
    public var text: String {
        var writer = JSONWriter(isIndented: true, escapesTurns: false)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    /// The value on one line, without a line feed. What would turn a terminal's writing around is escaped, so that the
    /// line can be shown as it is.
    public var line: String {
        var writer = JSONWriter(isIndented: false, escapesTurns: true)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
