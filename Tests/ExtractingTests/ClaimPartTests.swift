import Checking
import Extracting
import FormCatalog
import ReportModel
import Testing

/// A number of some requests is not taken for the number of all.
struct ClaimPartTests {
    private static let catalog = try! FormCatalog()

    @Test(
        arguments: [
            ("自然人申请195件，予以公开109件，部分公开5件。", ["from_natural_person 195"]),
            ("商业企业申请20件，其中15件予以公开。", ["from_org_business 20"]),
            ("其中涉及市场监管的申请12件，予以公开10件。", []),
            ("在答复的申请中，有25件属于无法提供或不予处理。", []),
            ("答复的政府信息公开申请216件中，公开125件，占57.9%。", ["answered 216"]),
            ("共收到申请217件，已办结209件，另办结上年结转申请7件。", ["received 217"]),
            ("当年新收申请办结209件，上年结转申请办结7件。", []),
            (
                "2024年全区共收到依申请公开件30件，上年度结转办理件1件，共办结24件。",
                ["received 30", "carried_in 1", "answered 24"]
            ),
            (
                "全年办理依申请公开38件，其中2023年结转2件，2024年新收36件。",
                ["answered 38", "carried_in 2", "received 36"]
            ),
            ("收到政府信息公开申请36件，部分予以公开3件。", ["received 36", "partial 3"]),
            ("收到政府信息公开申请36件，予以公开30件（其中部分公开3件）。", ["received 36", "partial 3"]),
            ("收到政府信息公开申请36件，经复议后改为予以公开1件。", ["received 36"]),
            ("未同意公开的政府信息公开申请为0件。", []),
            ("市卫生和计划生育委员会受理政府信息公开申请36件。", ["received 36"]),
            ("近三年累计收到政府信息公开申请650件。", []),
            ("收到217件申请，经审查，受理210件，不予受理2件。", []),
            (
                "收到申请217件，部分公开的5件，不予公开的3件，不予受理的1件。",
                ["received 217", "partial 5", "refused 3", "unprocessed 1"]
            ),
            ("不予公开的申请1件属于内部事务信息。", []),
            ("接收政府信息公开申请230件，其中13件予以退回，实际受理217件。", ["received 217"]),
            ("收到政府信息公开申请217件，各地市共收到3,200件。", []),
            // Behind the number of all requests the outcomes are of all.
            (
                "收到政府信息公开申请217件，其中自然人申请195件、法人或其他组织申请22件，予以公开125件。",
                ["received 217", "from_natural_person 195", "from_organisations 22", "granted 125"]
            ),
            ("全年共收到并按时办结政府信息公开申请16件。", ["received 16", "answered 16"]),
            (
                "受理信息公开申请3件，3件均已答复，其中2件同意公开、1件属于信息不存在。",
                ["received 3", "answered 3", "granted 2"]
            ),
            ("收到政府信息公开申请12件，已全部答复，其中8件属于主动公开范围。", ["received 12"]),
            ("收到政府信息公开申请12件，其中网上申请8件均已答复。", ["received 12"]),
            (
                "收到政府信息公开申请87分别为予以公开45件、部分公开3件，无法提供27不予处理3。",
                ["received 87", "granted 45", "partial 3"]
            ),
            ("予以公开和部分公开分别为6件和10件。", []),
            ("收到政府信息公开申请2024年比上年多。", []),
            ("收到政府信息公开申请12件已答复10件。", ["received 12", "answered 10"]),
            ("截止年底，共受理政府信息公开申请1,245件，其中本年度受理312件。", ["received 312"]),
            ("截止年底，共受理政府信息公开申请1,245件，其中，今年受理312件。", ["received 312"]),
            ("收到政府信息公开申请36件，其中2024年12月受理20件。", ["received 36"]),
            ("收到政府信息公开申请36件，其中今年受理的涉及征地的20件。", ["received 36"]),
            ("答复政府信息公开申请216件，其中当年受理当年答复209件。", ["answered 216"]),
        ]
    )
    func `what counts a part is no claim on all`(_ prose: String, _ expected: [String]) throws {
        let claims = try report(saying: prose, Self.catalog).claims
        let counts = claims.filter { $0.unit == .pieces && $0.kind != .allOnTime }
        #expect(counts.map(\.brief) == expected.map { "requests " + $0 })
        #expect(!claims.contains { $0.kind == .share })
    }

    @Test(
        arguments: [
            ("收到政府信息公开申请36件，同比增长20%。", true),
            ("全年政府信息公开申请量同比增长20%。", true),
            ("受理政府信息公开申请36件，较2023年增长20%。", true),
            ("收到政府信息公开申请36件，较2022年增长20%。", false),
            ("收到政府信息公开申请36件，其中网上申请30件，同比增长20%。", false),
            ("收到政府信息公开申请36件，其中自然人申请30件，同比增长20%。", false),
            ("收到政府信息公开申请36件，予以公开20件，同比增长20%。", false),
            ("收到政府信息公开申请36件，不予公开数量同比增长20%。", false),
            ("收到政府信息公开申请36件，平均办理时长同比缩短20%。", false),
            ("收到政府信息公开申请36件，网站访问量同比增长20%。", false),
            ("政府信息公开申请中涉及征地类同比增长20%。", false),
        ]
    )
    func `only a change of all requests is one`(_ prose: String, _ isOne: Bool) throws {
        let told = try report(saying: prose, Self.catalog).claims.map(\.brief)
        #expect(told.contains("requests change_on_year 20") == isOne)
    }

    @Test(
        arguments: [
            ("收到政府信息公开申请36件，同比下降3.1%。", "-3.1"),
            ("收到政府信息公开申请36件，较上年减少了3.1%。", "-3.1"),
            ("政府信息公开申请量比去年上涨3.1%。", "3.1"),
            ("政府信息公开新增受理件数同比减少3.1%。", "-3.1"),
            ("收到政府信息公开申请36件，同比3.1%。", nil),
            ("收到政府信息公开申请36件，同比增长率下降3.1%。", nil),
        ] as [(String, String?)]
    )
    func `a fall is below zero, and what is neither is no change`(
        _ prose: String,
        _ change: String?
    ) throws {
        let told = try report(saying: prose, Self.catalog).claims
        #expect(told.first { $0.kind == .changeOnYear }?.value?.description == change)
    }

    @Test(
        arguments: [
            ("答复申请36件，其中不予公开3件，占全部答复的8.3%。", true),
            ("答复申请36件，其中不予公开3件，占申请办结总量的比例为8.3%。", true),
            ("全市答复申请36件，其中不予公开3件，占全市答复总数的8.3%。", true),
            ("答复申请36件，其中部分公开3件，占公开类的8.3%。", false),
            ("答复申请36件，其中部分公开3件，占予以公开和部分公开总数的8.3%。", false),
            ("答复申请36件，其中不予公开3件，占全市的8.3%。", false),
            ("答复申请36件，其中予以公开3件，占可公开总数的8.3%。", false),
            ("收到申请36件，占全市总量的8.3%。", false),
        ]
    )
    func `a share is claimed where it is one of all requests`(
        _ prose: String,
        _ isOne: Bool
    ) throws {
        let told = try report(saying: prose, Self.catalog).claims
        #expect(told.contains { $0.kind == .share } == isOne)
    }

    @Test(
        arguments: [
            "全年办理行政诉讼案件8件，均与政府信息公开无关。",
            "作为复议机关办理行政复议案件15件，其中维持10件、纠正5件。",
            "全年新发生政府信息公开行政复议5件，上年结转1件。",
            "上年度结转政府信息公开行政复议2件，已审结。",
        ]
    )
    func `disputes about something else are none of the body's answers`(_ prose: String) throws {
        let told = try report(saying: prose, Self.catalog).claims
        #expect(told.filter { $0.kind != .carriedIn }.map(\.brief) == [])
    }

    @Test(
        arguments: [
            ("未经复议直接提起行政诉讼6件，复议后提起行政诉讼4件。", []),
            ("行政诉讼未经复议直接起诉6件，其中维持2件；复议后起诉4件，其中维持1件。", []),
            ("因政府信息公开引发行政诉讼一审6件、二审3件。", []),
            ("涉及政府信息公开的行政复议占全部行政复议案件6件的50%。", []),
            ("因政府信息公开被提起行政诉讼10件，其中一审6件，二审4件。", ["litigation total 10"]),
            ("无行政复议案件，有1件行政诉讼案件。", ["review total 0", "litigation total 1"]),
            ("没有收到行政复议，有2件行政诉讼。", ["review total 0", "litigation total 2"]),
            ("全年有行政复议6件行政诉讼10件。", ["review total 6", "litigation total 10"]),
        ]
    )
    func `a number of disputes is of those it stands beside, and of all`(
        _ prose: String,
        _ expected: [String]
    ) throws {
        let told = try report(saying: prose, Self.catalog).claims
        #expect(told.filter(\.subject.isDispute).map(\.brief) == expected)
    }

    @Test func `what a website holds is not what the year repealed`() throws {
        let told = try report(
            saying: "公开新制定规范性文件9件；规范性文件栏目共公开文件46件，其中失效4件，废止2件。清理规范性文件12件，其中继续有效9件、废止3件。",
            Self.catalog
        )
        let repealed = told.claims.filter { $0.subject == .documents }.map(\.brief)
        #expect(repealed == ["documents made 9", "documents repealed 3"])
    }

    @Test(
        arguments: [
            ("全市共收到群众留言3000件。", nil), ("全市12345热线受理诉求5万件。", nil),
            ("全区接到信访件20件。", nil), ("全市共受理行政许可申请3000件。", nil),
            ("我局收到网民留言30件。全市各级机关公开信息500条。", nil),
            ("本报告综合各县区、各部门年度报告编制。", .wholeRegion),
            ("本机关收到政府信息公开申请件。", .own),
        ] as [(String, ReportScope?)]
    )
    func `whose messages are counted doesn't tell whose requests are`(
        _ prose: String,
        _ scope: ReportScope?
    ) throws {
        #expect(try report(saying: prose, Self.catalog).scope?.value == scope)
    }

    @Test func `a region's disputes are not a department's`() throws {
        let prose = "全市各级机关被申请行政复议60件、被提起行政诉讼57件，其中我局被申请行政复议6件。"
        let told = try report(saying: prose, Self.catalog).claims.filter(\.subject.isDispute)
        #expect(told.map(\.brief) == ["review total 60", "litigation total 57"])
        #expect(told.map(\.scope) == [.wholeRegion, .wholeRegion])
    }

    @Test func `a whole region's number above a department's table is no contradiction`() throws {
        let told = try report(saying: "全省共收到政府信息公开申请341,700件。", Self.catalog)
        #expect(told.claims.map(\.scope) == [.wholeRegion])
        let findings = Rulebook.findings(on: told).filter { $0.rule == "N-01" }
        #expect(findings.map(\.verdict) == [.uncertain])
        // Of a government's region its own table may count all.
        let own = try report(
            saying: "全省共收到政府信息公开申请341,700件。",
            by: "示例省人民政府",
            Self.catalog
        )
        let verdicts = Rulebook.findings(on: own).filter { $0.rule == "N-01" }.map(\.verdict)
        #expect(verdicts == [.fail])
    }

    @Test func `answers without those to requests taken over are no contradiction`() throws {
        let plain = try report(saying: "", Self.catalog)
        func total(_ row: RequestRow) throws -> ExactDecimal {
            try #require(plain.cells.value(.request(row, .total)))
        }
        let all = try total(.outcomeTotal)
        let carried = try total(.carriedIn)
        let new = (0...1_000_000).first { carried.adding(ExactDecimal($0)) == all }
        let told = try report(
            saying: "受理政府信息公开申请，答复\(try #require(new))件。",
            Self.catalog
        )
        let verdicts = Rulebook.findings(on: told).filter { $0.rule == "N-01" }.map(\.verdict)
        #expect(verdicts == [.uncertain])
    }
}
