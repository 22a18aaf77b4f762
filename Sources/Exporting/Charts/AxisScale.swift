/// An axis with round numbers: 1, 2 or 5 times a power of ten apart.
struct AxisScale: Sendable, Hashable {
    /// Where the axis begins.
    let low: Int
    /// Where it ends.
    let high: Int
    /// How far its numbers are apart.
    let step: Int

    /// An axis that holds some values, with about five numbers.
    init(from lowest: Int, to highest: Int) {
        let span = max(1, highest - lowest)
        var power = 1
        while power * 10 <= span / 5 { power *= 10 }
        let step = [1, 2, 5, 10].map { $0 * power }.first { span / $0 <= 6 } ?? power * 10
        self.step = step
        low = lowest >= 0 ? 0 : -((-lowest + step - 1) / step) * step
        high = max(low + step, (highest + step - 1) / step * step)
    }

    /// The numbers along it.
    var ticks: [Int] { Array(stride(from: low, through: high, by: step)) }
}
