public import ReportModel

/// Figures as people read them; the exact ones stand beside them in every export.
public enum FigureText {
    /// A figure: a count, a share in per cent, or so many for each.
    public static func value(of observation: Observation) -> String {
        if observation.isCount { return observation.numerator.map { String($0) } ?? "" }
        return text(observation.millionths, isShare: observation.isShare)
    }

    /// A value in millionths: a share in per cent, or a ratio.
    public static func text(_ millionths: Int?, isShare: Bool) -> String {
        guard let millionths else { return "" }
        return isShare ? percent(millionths) : decimals(Double(millionths) / 1_000_000, 3)
    }

    /// The interval of a share.
    public static func interval(of observation: Observation) -> String {
        observation.interval.map { "\(percent($0.low))–\(percent($0.high))" } ?? ""
    }

    /// The change since the year before: of a share in percentage points, of anything else in per cent.
    public static func change(of observation: Observation) -> String {
        guard let change = observation.change else { return "" }
        let sign = change > 0 ? "+" : ""
        return observation.isShare
            ? sign + decimals(Double(change) / 10_000, 2) + " pp" : sign + percent(change)
    }

    /// Per cent with two decimals, rounded half away from zero.
    public static func percent(_ millionths: Int) -> String {
        let hundredths = (millionths + (millionths < 0 ? -50 : 50)) / 100
        let decimals = String(hundredths.magnitude % 100)
        return (hundredths < 0 ? "-" : "") + String(hundredths.magnitude / 100) + "."
            + (decimals.count == 1 ? "0" : "") + decimals + "%"
    }

    /// A number with so many decimals, rounded half away from zero.
    public static func decimals(_ value: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        guard abs(value) * scale < 1e15 else { return String(value) }
        let scaled = Int64((value * scale).rounded())
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let whole = (scaled < 0 ? "-" : "") + padded.dropLast(places)
        return places == 0 ? whole : whole + "." + padded.suffix(places)
    }
}
