import Foundation
import ReportModel
import Specimens
import Testing

@testable import Checking

/// Rules on several reports.
struct ComparisonTests {
    @Test(arguments: Comparisons.all.indices)
    func `a rule tells its own examples apart`(_ index: Int) {
        let rule = Comparisons.all[index]
        let passed = rule.check(rule.examples.passes)
        #expect(passed.contains { $0.verdict == .pass }, "\(rule.id)")
        #expect(passed.allSatisfy { $0.verdict != .fail && $0.rule == rule.id }, "\(rule.id)")
        #expect(
            rule.check(rule.examples.fails).contains {
                $0.verdict == .fail || $0.verdict == .uncertain && $0.fault != nil
            },
            "\(rule.id)"
        )
    }

    @Test func `every rule file is on duty`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Checking/Comparisons").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(Comparisons.all.map { "\(type(of: $0)).swift" }))
        let ids = Comparisons.all.map(\.id) + Rulebook.all.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    private func report(_ year: Int, _ figures: [(CellCode, Int)]) -> StandingReport {
        var cells = CellTable(edition: .e2021)
        for (code, value) in figures {
            cells[code] = Cell(
                printed: String(value),
                figure: .number(ExactDecimal(value)),
                origin: nil
            )
        }
        return StandingReport(
            agency: Agency(
                id: "a",
                name: "示例局",
                region: nil,
                level: .county,
                kind: .department,
                sector: nil,
                standing: .recognised
            ),
            year: year,
            cells: cells
        )
    }

    @Test func `what predecessors carry over may come in after a merger`() throws {
        var place = Neighbourhood(report(2019, [(.request(.carriedIn, .total), 12)]))
        place.before = report(2018, [(.request(.carriedOut, .total), 5)])
        #expect(
            CarryOverContinues().check(place).first { $0.scope == "total" }?.verdict == .fail
        )
        place.predecessors = [report(2018, [(.request(.carriedOut, .total), 7)])]
        #expect(
            CarryOverContinues().check(place).first { $0.scope == "total" }?.verdict == .pass
        )
    }

    @Test func `another scope makes a failure uncertain`() {
        var place = Neighbourhood(report(2024, [(.request(.carriedIn, .total), 12)]))
        place.before = report(2023, [(.request(.carriedOut, .total), 5)])
        place.report.scope = .wholeRegion
        place.before?.scope = .own
        let finding = CarryOverContinues().check(place).first { $0.scope == "total" }
        #expect(finding?.verdict == .uncertain)
        #expect(finding?.fault == .unknown)
    }

    @Test func `a fall that is told of a rise is a contradiction`() {
        let rise = StatedChangeAgrees().examples.passes
        var fall = rise
        fall.report.claims = rise.report.claims.map { claim in
            var claim = claim
            claim.value = claim.value?.negated
            return claim
        }
        #expect(StatedChangeAgrees().check(rise).first?.verdict == .pass)
        #expect(StatedChangeAgrees().check(fall).first?.verdict == .fail)
    }

    @Test func `a blank is no zero, but it is said what zero would mean`() {
        var place = Neighbourhood(report(2024, [(.request(.carriedIn, .total), 0)]))
        var before = report(2023, [])
        before.cells[.request(.carriedOut, .total)] = Cell(printed: "", figure: .blank, origin: nil)
        place.before = before
        let finding = CarryOverContinues().check(place).first { $0.scope == "total" }
        #expect(finding?.verdict == .uncertain)
        #expect(finding?.ifBlanksAreZero == .pass)
        #expect(finding?.against == ["a:2023"])
    }

    @Test func `more below than above is a fault, less may be a body that is missing`() {
        var place = ParentIsSumOfBodies().examples.fails
        #expect(ParentIsSumOfBodies().check(place).first?.verdict == .fail)
        place.below[0].cells = report(2024, [(.request(.newReceived, .total), 1)]).cells
        place.missing = [place.report.agency]
        let finding = ParentIsSumOfBodies().check(place).first
        #expect(finding?.verdict == .uncertain)
        #expect(finding?.formula.contains("1 missing") == true)
    }

    /// The body that ``SharedSentences`` is to find, by plain counting.
    private func closest(
        to own: String,
        among texts: [(agency: String, sentences: [ProseSketch.Sentence])]
    ) -> SharedSentences.Twin? {
        let mine = texts.first { $0.agency == own }?.sentences ?? []
        func printers(_ sentence: ProseSketch.Sentence) -> Int {
            texts.count { $0.sentences.contains(sentence) }
        }
        let votes = texts.enumerated().filter { $0.element.agency != own }.map { place, other in
            let votes = mine.filter { other.sentences.contains($0) && printers($0) <= 40 }
            return (place: place, other: other, votes: ProseSketch.length(of: votes))
        }
        return votes.filter { $0.votes > 0 }
            .sorted { ($1.votes, $0.place) < ($0.votes, $1.place) }.prefix(5)
            .map { candidate in
                SharedSentences.Twin(
                    agency: candidate.other.agency,
                    shared: ProseSketch.shared(mine, with: candidate.other.sentences)
                )
            }
            .max { ($0.shared, $1.agency) < ($1.shared, $0.agency) }
    }

    @Test func `the closest text is the one that plain counting finds`() {
        var dice = SplitMix64(seed: 9)
        var found = 0
        for _ in 0..<40 {
            // Few fingerprints, so that some sentences are everybody's and some meet by chance.
            let texts = (0..<60).map { number in
                (
                    agency: "a\(number / 10)-\(number % 10)",
                    sentences: (0..<Int.random(in: 0...6, using: &dice)).map { _ in
                        let hash = UInt32.random(in: 0...200, using: &dice)
                        let isCommon = Bool.random(using: &dice)
                        return ProseSketch.Sentence(
                            hash: isCommon ? hash % 2 : hash << 24,
                            length: UInt8(8 + hash % 3)
                        )
                    }
                )
            }
            var shared = SharedSentences()
            for (agency, sentences) in texts where !sentences.isEmpty {
                // A body's text comes in sections.
                shared.add(Array(sentences.prefix(2)), of: agency)
                shared.add(Array(sentences.dropFirst(2)), of: agency)
            }
            shared.close()
            for (agency, sentences) in texts where !sentences.isEmpty {
                let twin = shared.closest(to: agency)
                found += twin == nil ? 0 : 1
                #expect(twin == closest(to: agency, among: texts.filter { !$0.sentences.isEmpty }))
            }
        }
        #expect(found > 100)
    }
}
