import CSVCodec
import FormCatalog
import Foundation
import ReportModel
import Scoring
import Specimens
import Testing

/// The share of cells that come back must not fall below what it once was, and no number is ever silently wrong.
struct FloorTests {
    private struct Floor {
        var layout: ReportLayout
        var edition: EditionID
        var blanks: Double
        var millionths: Int
    }

    private static let floors: [Floor] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "floors.csv"
        )
        let text = try! String(contentsOf: file, encoding: .utf8)
        let columns = ["layout", "edition", "blanks", "right_millionths"]
        return try! CSVDecoder.records(of: text, columns: columns).map { record in
            Floor(
                layout: ReportLayout(rawValue: record[0])!,
                edition: EditionID(rawValue: record[1])!,
                blanks: Double(record[2])!,
                millionths: Int(record[3])!
            )
        }
    }()

    @Test func `every layout and form has a floor`() {
        let pinned = Set(Self.floors.map { "\($0.layout) \($0.edition)" })
        let all = ReportLayout.allCases.flatMap { layout in
            EditionID.forms.map { "\(layout) \($0)" }
        }
        #expect(pinned == Set(all))
    }

    @Test(arguments: FloorTests.floors.indices)
    func `accuracy may rise and not fall`(_ index: Int) throws {
        let floor = Self.floors[index]
        guard floor.layout.canBeRead else { return }
        let scoring = Scoring(catalog: try FormCatalog())
        var score = Score()
        for seed in UInt64(1)...4 {
            score =
                score
                + scoring.score(floor.layout, floor.edition, seed: seed, blanks: floor.blanks)
        }
        #expect(score.silent == 0)
        #expect(score.flagged == 0)
        #expect(score.refused == 0)
        #expect(
            score.rightMillionths >= floor.millionths,
            "\(floor.layout) \(floor.edition) \(floor.blanks): \(score.rightMillionths)"
        )
    }
}
