import Testing

@testable import Measuring

/// Statistics of short series, against figures that SciPy gives.
struct StatisticsTests {
    @Test(arguments: [
        ([1.0, 2, 3, 4, 5], 10, 0.016666666666666666),
        ([5.0, 4, 3, 2, 1], -10, 0.016666666666666666),
        ([1.0, 3, 2, 5, 4, 6], 11, 0.05555555555555555), ([2.0, 1], -1, 1.0),
        ([1.0, 2, 2, 3, 4], 9, 0.0229774015), ([1.0, 1, 1, 1], 0, 1.0),
        ([3.0, 1, 2, 5, 4, 7, 6, 9], 20, 0.014136904761904762),
    ])
    func `a rise is as unlikely as Kendall says`(
        _ values: [Double],
        _ score: Int,
        _ probability: Double
    ) throws {
        let test = try #require(MannKendall(values))
        #expect(test.score == score)
        #expect(abs(test.probability - probability) < 1e-4)
    }

    @Test func `one odd year turns no slope`() {
        let points = [(2020, 1.0), (2021, 2), (2022, 90), (2023, 4), (2024, 5)].map {
            (year: $0.0, value: $0.1)
        }
        #expect(TheilSen.slope(points) == 1)
        #expect(TheilSen.slope([(year: 2020, value: 3), (year: 2024, value: 5)]) == 0.5)
        #expect(TheilSen.slope([(year: 2020, value: 3)]) == nil)
    }
}
