import Exporting
import Foundation
import Testing

/// What the writer of JSON says is what Foundation's encoder says.
struct JSONWriterTests {
    /// A value as Foundation's encoder sees it.
    private struct Encoded: Encodable {
        var value: JSONValue

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch value {
            case .null: try container.encodeNil()
            case .boolean(let value): try container.encode(value)
            case .integer(let value): try container.encode(value)
            case .string(let value): try container.encode(value)
            case .array(let values): try container.encode(values.map { Encoded(value: $0) })
            case .object(let members):
                try container.encode(members.mapValues { Encoded(value: $0) })
            }
        }
    }

    private func encoded(
        _ value: JSONValue,
        _ formatting: JSONEncoder.OutputFormatting = []
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: try encoder.encode(Encoded(value: value)), as: UTF8.self)
    }

    /// A value of a seed, some levels deep.
    private func value(_ dice: inout some RandomNumberGenerator, depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &dice) {
        case 0: .null
        case 1: .boolean(.random(using: &dice))
        case 2: .integer(.random(in: Int.min...Int.max, using: &dice))
        case 3, 4: .string(text(&dice))
        case 5, 6:
            .array(
                (0..<Int.random(in: 0..<4, using: &dice)).map { _ in
                    value(&dice, depth: depth - 1)
                }
            )
        default:
            .object(
                Dictionary(
                    (0..<Int.random(in: 0..<4, using: &dice)).map { _ in
                        (text(&dice), value(&dice, depth: depth - 1))
                    },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
    }

    private func text(_ dice: inout some RandomNumberGenerator) -> String {
        let letters: [Character] = [
            "a", "Z", "_", "7", "\"", "\\", "/", "\u{0}", "\u{8}", "\t", "\n", "\u{C}", "\r",
            "\u{1B}", "\u{1F}", "政", "公", "é", "𠮷", " ",
        ]
        return String(
            (0..<Int.random(in: 0..<6, using: &dice)).compactMap { _ in
                letters.randomElement(using: &dice)
            }
        )
    }

    @Test func `any value is written as Foundation writes it`() throws {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let value = value(&dice)
            #expect(value.line == (try encoded(value)))
            #expect(value.text == (try encoded(value, .prettyPrinted)) + "\n")
        }
    }

    @Test func `a line is escaped where it would turn a terminal's writing, a text is not`() {
        let value = JSONValue.string("1\u{202E}2\u{200F}3\u{85}é\u{2603}\u{7F}")
        #expect(value.line == "\"1\\u202e2\\u200f3\\u0085é\u{2603}\\u007f\"")
        #expect(value.text == "\"1\u{202E}2\u{200F}3\u{85}é\u{2603}\u{7F}\"\n")
    }
}
