import ReportModel
import Specimens
import Testing

struct ExactDecimalTests {
    @Test(arguments: [
        ("0", "0"), ("007", "7"), ("-5", "-5"), ("59237.2449", "59237.2449"), ("12.50", "12.5"),
        ("0.0", "0"), ("-0.25", "-0.25"), ("999999999999999999", "999999999999999999"),
    ])
    func `a number is read as printed`(_ printed: String, _ canonical: String) {
        #expect(ExactDecimal(printed)?.description == canonical)
    }

    @Test(arguments: [
        "", "-", ".5", "5.", "1.2.3", "1,2", " 1", "1e3", "0x10", "٣", "1234567890123456789",
    ])
    func `what is no number is none`(_ printed: String) {
        #expect(ExactDecimal(printed) == nil)
    }

    @Test func `sums are exact and overflow is no number`() throws {
        let tenth = try #require(ExactDecimal("0.1"))
        let fifth = try #require(ExactDecimal("0.2"))
        #expect(tenth.adding(fifth) == ExactDecimal("0.3"))
        let large = try #require(ExactDecimal("999999999999999999"))
        let sum = (0..<10).reduce(Optional(large)) { sum, _ in sum?.adding(large) }
        #expect(sum == nil)
    }

    @Test func `printing and reading are inverse`() {
        var dice = SplitMix64(seed: 7)
        for _ in 0..<500 {
            let number = ExactDecimal(
                digits: Int64.random(in: -999_999_999...999_999_999, using: &dice),
                scale: Int.random(in: 0...6, using: &dice)
            )
            #expect(ExactDecimal(number.description) == number)
        }
    }

    @Test func `yuan become ten thousands of yuan exactly`() throws {
        #expect(ExactDecimal("251000")?.movingPointLeft(by: 4)?.description == "25.1")
    }
}
