/// A decimal number, exactly: no binary fraction ever stands for an amount of money.
///
/// Holds up to 18 digits. Equal numbers are equal however many zeros were printed behind them.
public struct ExactDecimal: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The digits without the point.
    public let digits: Int64
    /// How many of the digits stand behind the point.
    public let scale: Int

    /// Zero.
    public static let zero = ExactDecimal(0)

    /// A whole number.
    public init(_ whole: Int) {
        digits = Int64(whole)
        scale = 0
    }

    /// A number from its digits and the count of those behind the point.
    public init(digits: Int64, scale: Int) {
        var digits = digits
        var scale = scale
        while scale > 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        self.digits = digits
        self.scale = scale
    }

    /// Reads `-?[0-9]+(\.[0-9]+)?`; `nil` for anything else or more than 18 digits.
    public init?(_ text: some StringProtocol) {
        self.init(String(text))
    }

    /// The same for a string of its own, as most are.
    public init?(_ text: String) {
        var magnitude: Int64 = 0
        var scale: Int?
        var digitCount = 0
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0:
                negative = true
            case UInt8(ascii: ".") where scale == nil && digitCount > 0:
                scale = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                magnitude = magnitude &* 10 &+ Int64(byte - UInt8(ascii: "0"))
                if digitCount > 0 || byte != UInt8(ascii: "0") || scale != nil { digitCount += 1 }
                if digitCount == 0 { digitCount = 1 }
                if digitCount > 18 { return nil }
                scale = scale.map { $0 + 1 }
            default:
                return nil
            }
        }
        guard digitCount > 0, scale != 0 else { return nil }
        self.init(digits: negative ? -magnitude : magnitude, scale: scale ?? 0)
    }

    /// The number as an integer, if it is one.
    public var whole: Int? { scale == 0 ? Int(digits) : nil }

    /// Whether the number is below zero.
    public var isNegative: Bool { digits < 0 }

    /// The same number on zero's other side.
    public var negated: ExactDecimal { ExactDecimal(digits: -digits, scale: scale) }

    /// The sum, or `nil` if it has more digits than fit.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let common = max(scale, other.scale)
        let sum = shifted(to: common) + other.shifted(to: common)
        return Int64(exactly: sum).map { ExactDecimal(digits: $0, scale: common) }
    }

    /// The number divided by ten to a power, exactly; `nil` if it has more digits than fit.
    public func movingPointLeft(by places: Int) -> ExactDecimal? {
        scale + places > 18 ? nil : ExactDecimal(digits: digits, scale: scale + places)
    }

    /// The number multiplied by ten to a power, exactly; `nil` if it has more digits than fit.
    public func movingPointRight(by places: Int) -> ExactDecimal? {
        var digits = digits
        for _ in 0..<max(0, places - scale) {
            let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            digits = product
        }
        return ExactDecimal(digits: digits, scale: max(0, scale - places))
    }

    /// Compares by value, however many digits stand behind the point.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        let common = max(left.scale, right.scale)
        return left.shifted(to: common) < right.shifted(to: common)
    }

    /// The number without superfluous zeros, such as `59237.2449`.
    public var description: String {
        guard scale > 0 else { return String(digits) }
        let magnitude = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - magnitude.count)) + magnitude
        return (digits < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    private func shifted(to scale: Int) -> Int128 {
        var shifted = Int128(digits)
        for _ in self.scale..<max(scale, self.scale) { shifted *= 10 }
        return shifted
    }
}
