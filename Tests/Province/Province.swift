public import FormCatalog
public import Register
import ReportModel
import Specimens

/// A made-up province over ten years with everything that a register and an auditor must cope with, and the gold
/// on what was planted.
public struct Province {
    /// A file of the inbox.
    public struct File: Sendable {
        public var path: String
        public var bytes: [UInt8]
    }

    /// A finding that must be there: a body's last name, the year and the rule.
    public struct Expected: Sendable, Hashable, Comparable {
        public var agency: String
        public var year: Int
        public var rule: String

        /// A finding on a body's report on a year.
        public init(agency: String, year: Int, rule: String) {
            self.agency = agency
            self.year = year
            self.rule = rule
        }

        public static func < (left: Expected, right: Expected) -> Bool {
            (left.agency, left.year, left.rule) < (right.agency, right.year, right.rule)
        }
    }

    /// The rules that something is planted for.
    public static let plantedRules = Set(Plant.allCases.map(\.rule) + ["Y-06"])

    /// What is true of the province.
    public struct Gold: Sendable {
        /// Findings that were planted.
        public var findings: Set<Expected> = []
        /// Reports that were not published.
        public var missing: Set<Expected> = []
        /// Reports published late.
        public var late: Set<Expected> = []
        /// Reports of which a corrected content was published, and ones of which the same figures lie elsewhere.
        public var reissued = 0
        public var mirrored = 0
        /// The bodies' last names, and how many there are.
        public var bodies: Set<String> = []
        /// The bodies with several names.
        public var renamed: Set<String> = []
        /// The bodies that others took over.
        public var merged: Set<String> = []
        /// Requests newly received by all bodies of the province, each counted once, by year.
        public var received: [Int: Int] = [:]
    }

    private let renderer: ReportRenderer
    private let catalog: FormCatalog
    private let regions: RegionBook
    private let size: Size
    private let seed: UInt64
    private let code: String

    /// A province of a size, made with a seed.
    ///
    /// - Parameters:
    ///   - catalog: the forms.
    ///   - register: the divisions of which the province has some.
    ///   - size: how large it is.
    ///   - seed: another one gives other figures.
    ///   - code: whose divisions they are, by GB/T 2260.
    public init(
        catalog: FormCatalog,
        register: RegisterCatalog,
        size: Size,
        seed: UInt64 = 1,
        code: String = "440000"
    ) {
        self.code = code
        self.catalog = catalog
        renderer = ReportRenderer(catalog: catalog)
        regions = register.regions
        self.size = size
        self.seed = seed
    }

    /// Makes all files and says what is true of them.
    ///
    /// - Parameter emit: takes each file.
    public func make(_ emit: (File) throws -> Void) rethrows -> Gold {
        var dice = SplitMix64(seed: seed)
        let bodies = Body.all(
            regions,
            province: code,
            prefectures: size.prefectures,
            counties: size.counties,
            departments: size.departments,
            towns: size.towns
        )
        var gold = Gold()
        var figures = bodies.map { _ in YearlyFigures(using: &dice) }
        var lastTexts: [Int: [CellCode: String]] = [:]
        var lastProse: [Int: [String]] = [:]
        var lastCounts: [Int: [Int]] = [:]
        var quiet: [Int: Int] = [:]
        var waiting = Plant.allCases
        for (index, body) in bodies.enumerated() {
            let last = lastName(of: body)
            gold.bodies.insert(last)
            if body.name(in: size.years.lowerBound) != last { gold.renamed.insert(last) }
            if !body.exists(in: size.years.upperBound) { gold.merged.insert(last) }
            quiet[index] = 0
        }
        for year in size.years {
            let edition: EditionID = year < 2019 ? .e2014 : year < 2021 ? .e2019 : .e2021
            var texts: [[CellCode: Int]?] = bodies.map { _ in nil }
            mergeInto(bodies, year, &figures)
            for (index, body) in bodies.enumerated().reversed() where body.exists(in: year) {
                if body.reportsForAll(in: year) {
                    texts[index] = sum(below: index, bodies, texts, edition)
                } else {
                    texts[index] = figures[index].next(edition, using: &dice)
                }
            }
            var pool: [(index: Int, texts: [CellCode: String], prose: [String])] = []
            for (index, body) in bodies.enumerated() {
                guard let counts = texts[index] else { continue }
                var printed = PrintedReport(
                    agency: body.name(in: year),
                    year: year,
                    published: "\(year + 1)-01-\(10 + index % 20)",
                    edition: edition,
                    texts: counts.mapValues { String($0) }
                )
                for code in edition.codes where printed.texts[code] == nil {
                    printed.texts[code] = "0"
                }
                var prose = (0..<8).map { _ in Self.sentence(using: &dice) }
                let expected = { (rule: String) in
                    Expected(agency: self.lastName(of: body), year: year, rule: rule)
                }
                // Reports of a region that adds up stay as they are; between two plants a body has a quiet year.
                // A body that changes its scope has that year to itself.
                let mayPlant =
                    (quiet[index] ?? 0) < year && body.role != .vertical
                    && body.scopeChange.map { abs($0 - year) > 1 } ?? true
                var planted: Plant?
                // A report that has a fault already doesn't lie copied elsewhere.
                let other = pool.last {
                    quiet[$0.index] != year + 1 && !bodies[$0.index].isCovered(in: year)
                        && bodies[$0.index].role == body.role
                }
                if mayPlant, Int.random(in: 0..<size.rarity, using: &dice) == 0,
                    let place = waiting.firstIndex(where: { plant in
                        self.plant(
                            plant,
                            in: &printed,
                            prose: &prose,
                            body,
                            lastTexts[index],
                            lastProse[index],
                            lastCounts[index] ?? [],
                            other.map { ($0.texts, $0.prose) }
                        )
                    })
                {
                    // What fits is planted, and waits for its next turn behind the others.
                    let plant = waiting.remove(at: place)
                    waiting.append(plant)
                    planted = plant
                    gold.findings.insert(expected(plant.rule))
                    if plant == .late { gold.late.insert(expected("")) }
                    quiet[index] = year + 1
                    if let other, plant == .otherFigures || plant == .otherText {
                        // Found on both sides.
                        let agency = lastName(of: bodies[other.index])
                        gold.findings.insert(Expected(agency: agency, year: year, rule: plant.rule))
                        quiet[other.index] = year + 1
                    }
                }
                if body.scopeChange == year { gold.findings.insert(expected("Y-06")) }
                if !body.isCovered(in: year), mayPlant, quiet[index] != year + 1, index % 97 == 5,
                    year > size.years.lowerBound,
                    year < size.years.upperBound
                {
                    gold.missing.insert(expected(""))
                    lastTexts[index] = nil
                    lastProse[index] = nil
                    continue
                }
                let isCountedAbove =
                    body.isCovered(in: year) && body.role != .vertical
                    && !(body.reportsForAll(in: year)
                        && body.parent.map { !bodies[$0].reportsForAll(in: year) } ?? true)
                if !isCountedAbove, edition != .e2014 {
                    gold.received[year, default: 0] +=
                        Int(printed[.request(.newReceived, .total)]) ?? 0
                }
                try write(printed, prose, body, index, year, planted, &gold, emit)
                pool.append((index, printed.texts, prose))
                lastTexts[index] = printed.texts
                lastProse[index] = prose
                if let count = Int(printed[.request(.newReceived, .total)]), edition != .e2014 {
                    lastCounts[index, default: []].append(count)
                }
            }
        }
        return gold
    }

    private func lastName(of body: Body) -> String { body.name(in: size.years.upperBound) }

    /// What a body that was taken over leaves open goes on with its successor.
    private func mergeInto(_ bodies: [Body], _ year: Int, _ figures: inout [YearlyFigures]) {
        for (index, body) in bodies.enumerated() {
            guard let merger = Body.mergers[body.office], merger.year == year,
                let heir = bodies.firstIndex(where: {
                    $0.region == body.region && $0.office == merger.into
                })
            else { continue }
            figures[heir].takeOver(figures[index])
        }
    }

    private func sum(
        below index: Int,
        _ bodies: [Body],
        _ texts: [[CellCode: Int]?],
        _ edition: EditionID
    ) -> [CellCode: Int] {
        var sum: [CellCode: Int] = [:]
        for child in bodies.indices where bodies[child].parent == index {
            for (code, count) in texts[child] ?? [:] { sum[code, default: 0] += count }
        }
        return sum
    }

    private func write(
        _ printed: PrintedReport,
        _ prose: [String],
        _ body: Body,
        _ index: Int,
        _ year: Int,
        _ planted: Plant?,
        _ gold: inout Gold,
        _ emit: (File) throws -> Void
    ) rethrows {
        var tables = FormTables(printed, catalog)
        var text = prose.joined()
        if body.reportsForAll(in: year) {
            text +=
                body.level == .county
                ? "本报告汇总各乡镇和县级各部门数据。" : "本报告综合各县（市、区）政府和市级各部门材料编制而成。"
        }
        if let change = body.scopeChange, year < change {
            text += "本机关收到政府信息公开申请\(printed[.request(.newReceived, .total)])件。"
        }
        tables.sections[0].prose = text
        planted?.plant(in: &tables)
        let folder = "\(body.region)/\(year)"
        let bytes = renderer.bytes(printed, tables, .page)
        try emit(File(path: "\(folder)/\(index).html", bytes: bytes))
        if index % 211 == 7 {
            // The same figures under another address.
            try emit(
                File(
                    path: "mirror/\(folder)/\(index).html",
                    bytes: bytes + Array("<!-- mirror -->".utf8)
                )
            )
            gold.mirrored += 1
        }
        if index % 307 == 11 {
            // A first version with an error, published before.
            var early = printed
            early.published = "\(year + 1)-01-03"
            early.texts[.request(.newReceived, .total)] = "9999"
            let first = renderer.bytes(early, .page)
            try emit(File(path: "early/\(folder)/\(index).html", bytes: first))
            gold.reissued += 1
        }
    }

    /// Plants a fault; `false` where this one doesn't fit the report.
    private func plant(
        _ plant: Plant,
        in printed: inout PrintedReport,
        prose: inout [String],
        _ body: Body,
        _ before: [CellCode: String]?,
        _ proseBefore: [String]?,
        _ countsBefore: [Int],
        _ other: (texts: [CellCode: String], prose: [String])?
    ) -> Bool {
        guard plant.editions.contains(printed.edition) else { return false }
        let isRegional = plant == .regionTooSmall || plant == .regionSum
        guard isRegional == body.reportsForAll(in: printed.year),
            isRegional || !body.isCovered(in: printed.year)
        else { return false }
        if plant == .townsRegulation, body.role != .town { return false }
        if plant.needsYearBefore {
            guard let before, before.keys.contains(where: { $0.section == .proactive }) else {
                return false
            }
            let isSameForm =
                before[.proactive(.licensingDecisions)] != nil
                && printed.edition == .e2021
                || before[.earlierProactive(.licensingItems)] != nil && printed.edition == .e2019
            guard isSameForm else { return false }
            if plant == .zeros, (Int(before[.request(.newReceived, .total)] ?? "") ?? 0) < 50 {
                return false
            }
        }
        switch plant {
        case .late:
            printed.published = "\(printed.year + 1)-06-10"
        case .ownText:
            guard let proseBefore else { return false }
            prose = proseBefore
        case .otherText:
            guard let other else { return false }
            prose = other.prose
        case .otherFigures:
            guard let other, other.texts.count == printed.texts.count else { return false }
            printed.texts = other.texts
        case .amountTenThousandfold:
            let amount = CellCode.proactive(.administrativeFeeAmount)
            guard let last = before?[amount], last != "0", last.count < 6 else { return false }
            printed.texts[amount] = last + "0000"
        case .outlier:
            guard countsBefore.count >= 3, let most = countsBefore.max() else { return false }
            for code in [RequestRow.newReceived, .carriedOut].flatMap({ row in
                [CellCode.request(row, .naturalPerson), .request(row, .total)]
            }) {
                printed.texts[code] = String((Int(printed[code]) ?? 0) + 6 * most)
            }
        case .splitDigits, .slippedFigure, .copiedTotal:
            return plant.plantIfItFits(in: &printed.texts)
        default:
            plant.plant(in: &printed.texts)
            if plant == .earlierForm { printed.edition = .e2019 }
            let sentence = plant.sentence(for: printed.texts)
            if !sentence.isEmpty { prose.append(sentence) }
        }
        return true
    }

    /// A sentence that claims nothing.
    private static func sentence(using dice: inout SplitMix64) -> String {
        let count = Int.random(in: 5...8, using: &dice)
        return (0..<count).map { _ in words.randomElement(using: &dice) ?? "" }.joined() + "。"
    }

    private static let words = [
        "加强制度建设，", "规范工作流程，", "组织业务培训", "完善专栏设置，", "优化网站布局，", "强化监督检查，", "推进政策解读", "落实保密审查，",
        "提升服务水平", "健全工作机制，", "明确责任分工，", "畅通沟通渠道，", "做好日常维护", "定期开展自查，", "梳理公开目录", "更新机构职能，",
        "加大宣传力度，", "丰富解读形式，", "充实工作力量，", "开展交流学习", "及时整改问题，", "细化任务清单，", "夯实基础工作，", "增强公开意识，",
        "拓宽公开渠道，", "注重舆情引导", "回应社会关切，", "压实主体责任", "提高业务能力，", "确保信息安全，",
    ]
}
