import Extracting
import FormCatalog
import ReportModel
import Testing

/// Counts that are written in Chinese numerals.
struct SpelledCountTests {
    private static let catalog = try! FormCatalog()

    @Test(
        arguments: [
            ("我局收到申请三件，均已答复。", ["received 3"]),
            ("收到政府信息公开申请十二件，予以公开八件，不予公开四件。", ["received 12", "granted 8", "refused 4"]),
            ("共受理依申请公开两件，均按时答复。", ["received 2"]),
            ("全年收到一件依申请公开，并按时答复。", ["received 1"]),
            ("收到政府信息公开申请一百零三件，其中自然人一百件。", ["received 103", "from_natural_person 100"]),
            ("收到政府信息公开申请二百一十件。", ["received 210"]),
            ("依申请公开方面，上年结转一件，本年收到申请五件，结转下年两件。", ["carried_in 1", "received 5", "carried_out 2"]),
            ("收到信息公开申請兩件。", ["received 2"]),
            // A second number behind the first without a mark between them.
            ("收到申请六件予以公开四件。", ["received 6", "granted 4"]),
            ("收到申请2件（一件为重复申请），均已答复。", ["received 2"]),
        ]
    )
    func `a count in numerals is one`(_ prose: String, _ expected: [String]) throws {
        #expect(try counts(in: prose) == expected)
    }

    @Test func `a rounded count in numerals is one that is not exact`() throws {
        let claims = try report(saying: "收到政府信息公开申请一百余件。", Self.catalog).claims
        let claim = try #require(claims.first { $0.kind == .received })
        #expect(claim.value == ExactDecimal(100))
        #expect(claim.isApproximate)
    }

    @Test(
        arguments: [
            "收到政府信息公开申请三四件，均已答复。",
            "收到政府信息公开申请数十件，均已答复。",
            "收到政府信息公开申请十几件，均已答复。",
            "收到政府信息公开申请二百三件。",
            "收到政府信息公开申请一二三件。",
            "推进高效办成一件事，收到申请的一件事都办好。",
            "收到的第三件，每一件，另一件，均已答复。",
            "收到申请与申请人一起，推进办理。",
            "收到申请一件一件办理。",
        ]
    )
    func `what could be something else is none`(_ prose: String) throws {
        #expect(try counts(in: prose).isEmpty)
    }

    @Test func `disputes are counted one by one`() throws {
        let prose = "因政府信息公开被申请行政复议一起，行政诉讼两起。"
        let claims = try report(saying: prose, Self.catalog).claims
        #expect(claims.contains { $0.subject == .review && $0.value == ExactDecimal(1) })
        #expect(claims.contains { $0.subject == .litigation && $0.value == ExactDecimal(2) })
    }

    private func counts(in prose: String) throws -> [String] {
        try report(saying: prose, Self.catalog).claims
            .filter { $0.unit == .pieces && $0.subject == .requests }
            .map { String($0.brief.dropFirst("requests ".count)) }
    }
}
