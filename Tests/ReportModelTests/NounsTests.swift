import Testing

@testable import ReportModel

struct NounsTests {
    @Test func `the forms have the cells that they have, each with its own code and place`() {
        #expect(EditionID.e2021.codes.count == 10 + 25 * 7 + 15)
        #expect(EditionID.e2019.codes.count == 22 + 23 * 7 + 15)
        #expect(CellCode.all.count == 10 + 22 + 26 * 7 + 15 + 58)
        #expect(Set(CellCode.all.map(\.name)).count == CellCode.all.count)
        #expect(CellCode.all.map(\.ordinal) == Array(CellCode.all.indices))
        #expect(Set(EditionID.forms.flatMap(\.codes)) == Set(CellCode.all))
    }

    @Test func `refusals are 8`() {
        #expect(RequestRow.refusals.count == 8)
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `hashes are those of FIPS 180-4`(_ text: String, _ hash: String) {
        #expect(ContentHash(of: Array(text.utf8)).description == hash)
        var portable = PortableSHA256()
        portable.update(Array(text.utf8))
        #expect(ContentHash(digest: portable.finish()).description == hash)
    }

    @Test func `a million letters have the hash that the standard says`() {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(
            ContentHash(of: letters).description
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        )
    }

    @Test(arguments: [1, 55, 56, 63, 64, 65, 127, 4096])
    func `whatever reckons the hash, and in what pieces, it is the same`(_ size: Int) {
        let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 * 31) }
        var portable = PortableSHA256()
        for start in stride(from: 0, to: bytes.count, by: size) {
            portable.update(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(ContentHash(digest: portable.finish()) == ContentHash(of: bytes))
    }

    @Test func `days that the calendar doesn't have are none`() {
        #expect(CivilDate(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
        #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2023, month: 13, day: 1) == nil)
    }

    @Test func `Chinese text is two columns wide`() {
        #expect(DisplayWidth.of("示例abc（）") == 11)
        #expect(DisplayWidth.of("e\u{301}") == 1)
    }

    @Test(arguments: [
        (3, 216, 13889), (28, 216, 129_630), (1, 8, 125_000), (1, 3, 333_333), (2, 3, 666_667),
        (0, 5, 0), (7, 5, 1_400_000),
    ])
    func `shares are rounded to millionths`(_ top: Int, _ bottom: Int, _ share: Int) {
        #expect(observation(top, bottom).millionths == share)
    }

    @Test(arguments: [
        // Reckoned with statsmodels, proportion_confint(method="wilson").
        (0, 10, 0, 277_533), (10, 10, 722_467, 1_000_000), (5, 10, 236_593, 763_407),
        (3, 125, 8_195, 68_189), (769, 3050, 237_039, 267_847),
    ])
    func `an interval is Wilson's`(_ cases: Int, _ all: Int, _ low: Int, _ high: Int) throws {
        let interval = try #require(WilsonInterval(cases, of: all))
        #expect(abs(interval.low - low) <= 1 && abs(interval.high - high) <= 1)
        #expect(WilsonInterval(3, of: 2) == nil && WilsonInterval(0, of: 0) == nil)
    }

    @Test func `nothing is divided by nothing`() {
        #expect(observation(0, 0).millionths == nil)
        #expect(observation(0, 0).status == .denominatorZero)
        #expect(observation(nil, 5).status == .cellsMissing)
    }

    private func observation(_ top: Int?, _ bottom: Int?) -> Observation {
        var observation = Observation(
            metric: "m",
            definition: "d",
            series: "",
            agency: "",
            dimension: "whole",
            group: "",
            isCount: false,
            isShare: true,
            year: 2024
        )
        observation.numerator = top
        observation.denominator = bottom
        return observation
    }
}
