import Measuring
import ReportModel

/// Reckons statistics of series that come on standard input, for `scripts/statistics` to compare with SciPy's.
///
/// A line is `series V V V …`, answered with slope, score and probability; or `share CASES ALL`, answered with the
/// interval in millionths.
@main
enum SeriesStatistics {
    static func main() {
        while let line = readLine() {
            let words = line.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Double($0) }
            if words.first == "share", numbers.count == 2 {
                let interval = WilsonInterval(Int(numbers[0]), of: Int(numbers[1]))
                print(interval.map { "\($0.low) \($0.high)" } ?? "none")
            } else {
                let points = numbers.enumerated().map { (year: 2000 + $0, value: $1) }
                let slope = TheilSen.slope(points).map { String($0) } ?? "none"
                let test = MannKendall(numbers)
                print(slope, test?.score ?? 0, test?.probability ?? 1)
            }
        }
    }
}
