/// The slope of a series that one odd year can't turn: the median of the slopes between all pairs of years.
///
/// Source: H. Theil (1950); P. K. Sen, Journal of the American Statistical Association 63 (1968).
public enum TheilSen {
    /// The slope, in units of the values for each year; `nil` for fewer than two years.
    public static func slope(_ points: [(year: Int, value: Double)]) -> Double? {
        var slopes: [Double] = []
        for (index, first) in points.enumerated() {
            for second in points[(index + 1)...] where second.year != first.year {
                slopes.append((second.value - first.value) / Double(second.year - first.year))
            }
        }
        guard !slopes.isEmpty else { return nil }
        slopes.sort()
        let middle = slopes.count / 2
        return slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
    }
}
