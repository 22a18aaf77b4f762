import Register
import ReportModel
import Testing

/// Who the bodies are behind the names that reports print.
struct RegisterTests {
    let catalog = try! RegisterCatalog()

    private func register(
        _ names: [(String, Int)],
        hints: [String: [String]] = [:],
        decisions: [String: RegisterDecisions.Entry] = [:]
    ) -> Register {
        var builder = RegisterBuilder(catalog: catalog, decisions: RegisterDecisions(decisions))
        for (name, year) in names {
            builder.add(.init(name: name, year: year, hints: hints[name] ?? []))
        }
        return builder.register()
    }

    private func only(_ name: String, hints: [String] = []) throws -> Agency {
        let register = register([(name, 2024)], hints: [name: hints])
        return try #require(register.agencies.first)
    }

    @Test(
        arguments: [
            ("广东省政务服务和数据管理局", "440000", "province", "department", "data_administration"),
            ("淮安市洪泽区人民政府", "320813", "county", "government", nil),
            ("洪泽区人民政府", "320813", "county", "government", nil),
            ("衡阳市", "430400", "prefecture", "government", nil),
            ("深圳市城市管理和综合执法局", "440300", "prefecture", "department", "urban_management"),
            ("阿拉善盟阿右旗阿拉善右旗教育体育局", "152922", "county", "department", "education"),
            ("国家税务总局芜湖市镜湖区税务局", "340202", "county", "vertical", "tax"),
            ("浙江乐清经济开发区管理委员会", "330382", "zone", "government", nil),
            ("舒兰市市场监督管理局", "220283", "county", "department", "market_regulation"),
            ("昌图县七家子镇", "211224", "township", "government", nil),
            ("佛山市南海区桂城街道办事处", "440605", "township", "government", nil),
            ("上海市人民政府办公厅", "310000", "province", "government_office", nil),
            ("沭阳县发改局", "321322", "county", "department", "development_reform"),
            ("北京市朝阳区人民政府", "110105", "county", "government", nil),
            ("清远市地震局", "441800", "prefecture", "department", "emergency"),
            ("国家统计局清远调查队", "441800", "prefecture", "vertical", "statistics"),
            ("中国人民银行广东省分行", "440000", "province", "vertical", "financial_regulation"),
            ("中国证券监督管理委员会广东监管局", "440000", "province", "vertical", "financial_regulation"),
            ("清远海关", "441800", "prefecture", "vertical", "commerce"),
            ("乌恰县吾合沙鲁乡人民政府", "653024", "township", "government", nil),
            ("恩施土家族苗族自治州恩施市教育局", "422801", "county", "department", "education"),
            ("恩施州生态环境局", "422800", "prefecture", "department", "ecology_environment"),
            ("内蒙古自治区人民政府", "150000", "province", "government", nil),
        ] as [(String, String, String, String, String?)]
    )
    func `a name says where a body is and what it does`(
        _ name: String,
        _ region: String,
        _ level: String,
        _ kind: String,
        _ sector: String?
    ) throws {
        let agency = try only(name)
        #expect(agency.region == region)
        #expect(agency.level.rawValue == level)
        #expect(agency.kind.rawValue == kind)
        #expect(agency.sector == sector)
        #expect(agency.standing == .recognised)
    }

    @Test(arguments: [
        ("广东省政务服务数据管理局", "广东省政务服务和数据管理局"),
        ("洪泽区人民政府", "淮安市洪泽区人民政府"),
        ("洪泽县人民政府", "淮安市洪泽区人民政府"),
        ("沭阳县发改局", "沭阳县发展和改革局"),
        ("清远市国土资源局", "清远市自然资源局"),
        ("广东省卫生和计划生育委员会", "广东省卫生健康委员会"),
        ("南海区桂城街道办事处", "佛山市南海区桂城街道"),
    ])
    func `two names of one body`(_ earlier: String, _ later: String) {
        let register = register([(earlier, 2015), (later, 2024)])
        #expect(register.agencies.map(\.name) == [later])
        #expect(register.names.map(\.name) == [earlier, later])
    }

    @Test(arguments: [
        ("清远市人民政府", "清远市人民政府办公室"), ("清远市财政局", "清远市教育局"),
        ("清远市财政局", "清城区财政局"), ("清远市国土资源局", "韶关市自然资源局"),
        ("北京市朝阳区财政局", "长春市朝阳区财政局"), ("深圳市税务局", "深圳市财政局"),
    ])
    func `two bodies`(_ first: String, _ second: String) {
        #expect(register([(first, 2015), (second, 2024)]).agencies.count == 2)
    }

    @Test func `whoever both report on one year are two`() {
        let names = [("清远市国土资源局", 2019), ("清远市自然资源局", 2019), ("清远市自然资源局", 2020)]
        let register = register(names)
        #expect(register.agencies.count == 2)
        #expect(register.agencies.allSatisfy { $0.remark == "names_conflict" })
    }

    @Test func `no reform goes backwards`() {
        let register = register([("清远市农业农村局", 2020), ("清远市农业局", 2024)])
        #expect(register.agencies.map(\.remark) == ["names_conflict", "names_conflict"])
    }

    @Test func `bodies that a reform merged are successors, not one`() throws {
        let register = register([("清远市物价局", 2017), ("清远市发展和改革局", 2017), ("清远市发展和改革局", 2019)])
        #expect(register.agencies.count == 2)
        let succession = try #require(register.successions.first)
        #expect(succession.kind == "merged")
        #expect(register.agencies.first { $0.id == succession.successor }?.name == "清远市发展和改革局")
        #expect(succession.year == 2018)
    }

    @Test func `a government of a place that no list has is a government all the same`() throws {
        let city = try only("示例市人民政府")
        #expect(city.kind == .government && city.level == .unknown && city.region == nil)
        #expect(try only("示例县人民政府办公室").kind == .governmentOffice)
        #expect(try only("示例县人民政府").level == .county)
    }

    @Test(arguments: ["生态环境部", "国家发展和改革委员会", "国家税务总局", "海关总署", "国家统计局"])
    func `what is the whole state's has no region`(_ name: String) throws {
        let body = try only(name)
        #expect(body.level == .central && body.region == nil)
        #expect(body.id.hasPrefix("central-"))
    }

    @Test func `a place of several regions' name waits for evidence`() throws {
        let bare = try only("朝阳区人民政府")
        #expect(bare.region == nil)
        #expect(bare.standing == .provisional)
        #expect(bare.remark == "region_ambiguous")
        #expect(try only("朝阳区人民政府", hints: ["长春市人民政府"]).region == "220104")
    }

    @Test
    func
        `a name that several divisions have is one body only where its reports come from one place`()
    {
        func bodies(_ name: String, _ hints: [[String]]) -> Int {
            var builder = RegisterBuilder(catalog: catalog)
            for (number, hints) in hints.enumerated() {
                builder.add(.init(name: name, year: 2020 + number, hints: hints))
            }
            return builder.register().agencies.count
        }
        for name in ["区统计局", "县教育局", "教育局", "市场监督管理局", "市人民政府办公室", "张家湾镇"] {
            #expect(bodies(name, [["某区"], ["另区"]]) == 2, "\(name)")
            #expect(bodies(name, [["某区"], ["某区"]]) == 1, "\(name)")
            #expect(bodies(name, [["西安市临潼区"], ["西安市长安区"]]) == 2, "\(name)")
            // Folders that only say a year tell nothing apart.
            #expect(bodies(name, [["2020"], ["2021年"]]) == 1, "\(name)")
        }
        #expect(bodies("朝阳区统计局", [["甲"], ["乙"]]) == 2)
        // A full name is one body wherever it is found.
        #expect(bodies("示例市财政局", [["甲"], ["乙"]]) == 1)
        #expect(bodies("西安市临潼区统计局", [["甲"], ["乙"]]) == 1)
    }

    @Test func `the district's office is placed by two that agree`() throws {
        let hints = ["西安市临潼区人民政府", "临潼区"]
        let placed = try only("区统计局", hints: hints)
        #expect(try placed.id == only("西安市临潼区统计局").id)
        #expect(placed.region == "610115")
    }

    @Test func `a town whose name begins as a division's ends keeps its name`() throws {
        let hints = ["广州市番禺区人民政府", "番禺区"]
        #expect(try only("市桥街道办事处", hints: hints).id == only("广州市番禺区市桥街道办事处").id)
    }

    @Test func `a bare town is placed by two that agree, never by one`() throws {
        #expect(try only("下各镇", hints: ["仙居县人民政府"]).region == nil)
        let placed = try only("下各镇", hints: ["仙居县人民政府", "台州市仙居县"])
        #expect(placed.region == "331024")
        #expect(placed.level == .township)
    }

    @Test func `ids say the same whatever else there is and whenever it comes`() {
        let alone = register([("广东省政务服务和数据管理局", 2024)])
        let names = [("广东省政务服务和数据管理局", 2024), ("广东省政务服务数据管理局", 2019), ("清远市财政局", 2020)]
        let one = register(names)
        let other = register(names.reversed())
        #expect(one.agencies == other.agencies)
        #expect(one.names == other.names)
        #expect(one.agencies.map(\.id).contains(alone.agencies[0].id))
    }

    @Test func `people's decisions count most`() {
        var merged = RegisterDecisions.Entry()
        merged.agency = "清远市财政局"
        let one = register([("清远市财政局", 2020), ("清远财政", 2021)], decisions: ["清远财政": merged])
        #expect(one.agencies.count == 1)
        #expect(one.names.map(\.name) == ["清远市财政局", "清远财政"])
        var alone = RegisterDecisions.Entry()
        alone.standsAlone = true
        let two = register(
            [("清远市国土资源局", 2015), ("清远市自然资源局", 2020)],
            decisions: ["清远市国土资源局": alone]
        )
        #expect(two.agencies.count == 2)
    }

    @Test func `a department's parent is its region's government, a government's the one above`()
        throws
    {
        let register = register(
            ["清远市人民政府", "清远市财政局", "清城区人民政府", "清城区东城街道办事处", "国家税务总局清远市税务局"].map { ($0, 2024) }
        )
        func agency(_ name: String) throws -> Agency {
            try #require(register.agencies.first { $0.name == name })
        }
        let city = try agency("清远市人民政府")
        let district = try agency("清城区人民政府")
        #expect(try agency("清远市财政局").parent == city.id)
        #expect(district.parent == city.id)
        #expect(try agency("清城区东城街道办事处").parent == district.id)
        #expect(try agency("国家税务总局清远市税务局").parent == nil)
        #expect(city.parent == nil)
    }
}
