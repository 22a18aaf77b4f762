import ReportModel
import Testing
import Warehouse

@testable import Measuring

/// Descriptors of metrics: what is ours is whole, and a user's mistakes are named.
struct DictionaryTests {
    private static let sound = """
        key,of,en,zh
        version,,1,
        name,,Grants,公开
        question,,How many?,
        caveat,,None.,
        source,,The form,
        better,,more,
        unit,granted,share,
        name,granted,granted,
        numerator,granted,s3.granted.total,
        denominator,granted,s3.outcome_total.total,
        gap 2022,granted,a change,

        """
    private static let sql = """
        SELECT report_id, agency_id, year, s3_granted_total AS granted,
            s3_outcome_total_total AS "granted of" FROM v_figures;
        """

    private func problem(_ text: String) -> String? {
        do throws(MetricError) {
            _ = try MetricDictionary(adding: [.init(name: "own", descriptor: text, sql: Self.sql)])
            return nil
        } catch { return error.problem }
    }

    @Test func `a user's metric is read like ours`() throws {
        let dictionary = try MetricDictionary(adding: [
            .init(name: "own", descriptor: Self.sound, sql: Self.sql)
        ])
        let own = try #require(dictionary["own"])
        #expect(!own.isOurs && own.name == Wording("Grants", "公开"))
        #expect(own.question == Wording("How many?", "How many?"))
        let granted = try #require(own.definition("granted"))
        #expect(granted.isInterrupted(from: 2021, to: 2022))
        #expect(!granted.isInterrupted(from: 2022, to: 2023))
        #expect(try #require(dictionary["refusal"]).isOurs)
        #expect(dictionary.breaks(at: 2019).map(\.code) == ["break_2018_2019"])
    }

    @Test(arguments: [
        ("better,,more,", "better,,upwards,", "not one of more, fewer, neither"),
        ("version,,1,\n", "", "version is missing"),
        ("version,,1,", "version,,one,", "version is no number"),
        ("unit,granted,share,", "unit,granted,euros,", "not one of share, ratio, count"),
        ("denominator,granted,s3.outcome_total.total,\n", "", "granted: denominator is missing"),
        ("gap 2022", "gap soon", "names no year"), ("caveat", "caveats", "no property caveats"),
        ("name,granted,", "series,granted,colour,\nname,granted,", "no series colour"),
    ])
    func `a mistake in a descriptor is named`(_ old: String, _ new: String, _ words: String) {
        #expect(problem(Self.sound) == nil)
        #expect(problem(Self.sound.replacing(old, with: new))?.contains(words) == true)
    }

    @Test func `names that are taken or could be SQL are refused`() {
        for name in ["refusal", "a b", "x\"y", ""] {
            #expect(throws: MetricError.self) {
                try MetricDictionary(adding: [
                    .init(name: name, descriptor: Self.sound, sql: Self.sql)
                ])
            }
        }
    }

    @Test func `ranks follow what is better, and chance`() throws {
        func figure(_ agency: String, _ cases: Int, of all: Int) -> Observation {
            var figure = Observation(
                metric: "m",
                definition: "d",
                series: "",
                agency: agency,
                dimension: "agency",
                group: agency,
                isCount: false,
                isShare: true,
                year: 2024
            )
            figure.numerator = cases
            figure.denominator = all
            return figure
        }
        let figures = [
            figure("a", 900, of: 1000), figure("b", 100, of: 1000), figure("c", 120, of: 1000),
            figure("d", 3, of: 4), figure("e", 0, of: 0),
        ]
        let best = PeerStanding.all(of: figures, better: .more, withSmall: false)
        #expect(best.map(\.own.group) == ["a", "c", "b", "d"])
        #expect(best.map(\.rank) == [1, 2, 3, nil])
        #expect(best.map(\.ranks) == [1...1, 2...3, 2...3, nil])
        #expect(best[0].quantile(0.5) == 120_000)
        let fewest = PeerStanding.all(of: figures, better: .fewer, withSmall: true)
        #expect(fewest.map(\.own.group) == ["b", "c", "d", "a"])
        #expect(fewest[0].quantile(0) == 100_000 && fewest[0].quantile(1) == 900_000)
    }
}
