import Foundation
import ReportModel
import Specimens
import Testing

@testable import Checking

struct RulebookTests {
    @Test(arguments: Rulebook.all.indices)
    func `a rule tells its own examples apart`(_ index: Int) {
        let rule = Rulebook.all[index]
        let passed = rule.check(rule.examples.passes, rule.examples.claims)
        #expect(
            passed.contains { $0.verdict == .pass }
                || rule.examples.allowsSilence && passed.isEmpty,
            "\(rule.id)"
        )
        #expect(
            !rule.check(rule.examples.passes, rule.examples.claims).contains {
                $0.verdict == .fail
            },
            "\(rule.id)"
        )
        #expect(
            rule.check(rule.examples.fails, rule.examples.failingClaims ?? rule.examples.claims)
                .contains { $0.verdict == .fail || $0.verdict == .uncertain },
            "\(rule.id)"
        )
    }

    @Test func `every rule file is on duty`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Checking/Rules").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(Rulebook.all.map { "\(type(of: $0)).swift" }))
        #expect(Set(Rulebook.all.map(\.id)).count == Rulebook.all.count)
    }

    @Test func `a consistent report fails nothing and every part of it is weighed`() {
        var dice = SplitMix64(seed: 5)
        for edition in EditionID.forms {
            for _ in 0..<50 {
                let report = PrintedReport.consistent(using: &dice, edition: edition).report
                // Random figures need not be likely.
                let unlikely = Set(Rulebook.all.filter(\.isPlausibility).map(\.id))
                let findings = Rulebook.findings(on: report).filter { !unlikely.contains($0.rule) }
                #expect(findings.allSatisfy { $0.verdict == .pass })
                let rows = edition.requestRows.count
                let wanted =
                    edition == .e2014
                    ? 7 + 1 : 1 + 7 + 7 + rows + 1 + 3 + 1 + 3 + (edition == .e2021 ? 1 : 0)
                #expect(findings.count == wanted)
            }
        }
    }

    /// The equations of the form, told once more in words of the test's own.
    private func equations(touching code: CellCode) -> Set<String> {
        switch code {
        case .proactive, .earlierProactive, .statistic: return []
        case .dispute(let route, _):
            return [
                "\(["S4-01", "S4-02", "S4-03"][DisputeRoute.allCases.firstIndex(of: route)!]) \(route.rawValue)"
            ]
        case .request(let row, let applicant):
            var touched: Set<String> = ["S3-03 \(row.rawValue)"]
            if ![.newReceived, .carriedIn, .carriedOut].contains(row) {
                touched.insert("S3-02 \(applicant.rawValue)")
            }
            if row.disposition == nil { touched.insert("S3-01 \(applicant.rawValue)") }
            return touched
        }
    }

    @Test
    func `one changed digit fails exactly the equations that it breaks, and they name the cell`() {
        var dice = SplitMix64(seed: 11)
        for code in EditionID.e2021.codes {
            var printed = PrintedReport.consistent(using: &dice)
            var digits = Array(printed[code])
            let place = digits.lastIndex { $0.isNumber }!
            digits[place] =
                digits[place] == "9" ? "8" : Character(String(digits[place].wholeNumberValue! + 1))
            printed.texts[code] = String(digits)
            // A diagnosis may come on top.
            let diagnoses = Set(Rulebook.all.filter(\.examples.allowsSilence).map(\.id))
            let failed = Rulebook.findings(on: printed.report)
                .filter { $0.verdict == .fail && !diagnoses.contains($0.rule) }
            #expect(Set(failed.map { "\($0.rule) \($0.scope)" }) == equations(touching: code))
            #expect(failed.allSatisfy { $0.cells.contains(code) && $0.fault == .source })
        }
    }

    @Test func `nearly every changed digit of tables three and four makes a rule fail`() {
        var dice = SplitMix64(seed: 21)
        var caught = 0
        var all = 0
        var unprotected: Set<String> = []
        for _ in 0..<4 {
            let sound = PrintedReport.consistent(using: &dice)
            for code in EditionID.e2021.codes {
                for place in sound[code].indices where sound[code][place].isNumber {
                    var printed = sound
                    let digit = sound[code][place].wholeNumberValue!
                    var text = sound[code]
                    let other = (digit + Int.random(in: 1...9, using: &dice)) % 10
                    text.replaceSubrange(place...place, with: String(other))
                    printed.texts[code] = text
                    let fails = Rulebook.findings(on: printed.report).contains {
                        $0.verdict == .fail
                    }
                    if !fails { unprotected.insert(code.name) }
                    guard code.section != .proactive else { continue }
                    all += 1
                    caught += fails ? 1 : 0
                }
            }
        }
        print("one digit changed in sections three and four: \(caught) of \(all) make a rule fail")
        print(
            "cells that no identity within a report protects: \(unprotected.sorted().joined(separator: " "))"
        )
        #expect(caught * 100 >= all * 99)
        #expect(unprotected.allSatisfy { $0.hasPrefix("s2.") })
    }

    @Test func `a blank makes a rule uncertain and says what zero would mean`() throws {
        var dice = SplitMix64(seed: 3)
        var printed = PrintedReport.consistent(using: &dice)
        printed.texts[.dispute(.review, .pending)] = ""
        let finding = try #require(
            Rulebook.findings(on: printed.report).first { $0.rule == "S4-01" }
        )
        #expect(finding.verdict == .uncertain)
        #expect(finding.ifBlanksAreZero == .pass || finding.ifBlanksAreZero == .fail)
        #expect(finding.right.isEmpty)
    }

    @Test func `negative and broken counts fail`() {
        var dice = SplitMix64(seed: 4)
        var printed = PrintedReport.consistent(using: &dice)
        printed.texts[.proactive(.licensingDecisions)] = "-3"
        printed.texts[.proactive(.penaltyDecisions)] = "2.5"
        let failed = Rulebook.findings(on: printed.report).filter { $0.verdict == .fail }
        #expect(failed.map(\.rule) == ["S2-04", "S2-04"])
        #expect(failed.map(\.scope) == ["s2.licensing.decisions", "s2.penalty.decisions"])
    }

    @Test(
        arguments: [
            ([42, 0], [12, 30], [Finding.Verdict.pass]),
            ([42, 0], [42, 12], [.pass, .uncertain]),
            ([42, 0], [42, 50], [.pass, .fail]), ([42, 0], [12, 31], [.fail, .fail]),
            // One is the table's already, and the sum another of its numbers by chance.
            ([12, 30], [12, 30], [.pass, .fail]),
        ]
    )
    func `numbers of one paragraph may be parts of what the table has`(
        _ printed: [Int],
        _ stated: [Int],
        _ wanted: [Finding.Verdict]
    ) {
        let table = CellTable([
            (.request(.newReceived, .total), printed[0]),
            (.request(.carriedIn, .total), printed[1]),
        ])
        let claims = stated.map { value in
            Claim(
                .requests,
                .received,
                value: ExactDecimal(value),
                unit: .pieces,
                quote: "收到申请\(value)件",
                origin: Origin(),
                paragraph: 0
            )
        }
        #expect(StatedFlowAgrees().check(table, claims).map(\.verdict) == wanted)
    }
}
