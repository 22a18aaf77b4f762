/// A series as a line of small bars.
public enum Sparkline {
    private static let bars = Array("▁▂▃▄▅▆▇█")

    /// A bar a value, the lowest at the bottom and the highest at the top; a space where there is no value.
    public static func text(of values: [Int?]) -> String {
        let known = values.compactMap(\.self)
        guard let low = known.min(), let high = known.max() else { return "" }
        return String(
            values.map { value -> Character in
                guard let value else { return " " }
                if low == high { return bars[bars.count / 2] }
                let place = Double(value - low) / Double(high - low) * Double(bars.count - 1)
                return bars[Int(place.rounded())]
            }
        )
    }
}
