import Register
import ReportModel

/// A made-up province's bodies: real divisions of one province, with governments, departments and towns.
struct Body: Sendable {
    /// What a body does that reports on others too.
    enum Role: Sendable { case government, office, department, town, vertical }

    var region: String
    var regionName: String
    var role: Role
    /// The body's name without its region, before the first reform.
    var office: String
    /// The first year in which the government of its region reports for the whole of it; `nil` where none does.
    var wholeFrom: Int?
    /// The index of the government above.
    var parent: Int?
    var level: AgencyLevel

    /// The name that it goes by in a year.
    func name(in year: Int) -> String {
        for (from, to, first) in Self.renamings where office == from && year >= first {
            return regionName + to
        }
        return regionName + office
    }

    /// Whether the body still is, or already is.
    func exists(in year: Int) -> Bool {
        Self.mergers[office].map { year < $0.year } ?? true
    }

    /// Whether its government reports for the whole region in a year; then its own figures must add up.
    func isCovered(in year: Int) -> Bool { wholeFrom.map { year >= $0 } ?? false }

    /// Whether it is a government that reports for its whole region in a year.
    func reportsForAll(in year: Int) -> Bool { role == .government && isCovered(in: year) }

    /// The year in which it begins to count the whole region's requests, having counted its own.
    var scopeChange: Int? {
        guard role == .government, let wholeFrom, wholeFrom > 0 else { return nil }
        return wholeFrom
    }

    /// Reforms that the register's own file knows.
    static let renamings = [
        ("国土资源局", "自然资源局", 2019), ("环境保护局", "生态环境局", 2019), ("农业局", "农业农村局", 2019),
        ("卫生和计划生育局", "卫生健康局", 2019), ("安全生产监督管理局", "应急管理局", 2019),
        ("政务服务数据管理局", "政务服务和数据管理局", 2024),
    ]
    /// Departments that others took over, and the first year without them.
    static let mergers: [String: (into: String, year: Int)] = [
        "物价局": ("发展和改革局", 2019), "法制局": ("司法局", 2019),
    ]
    static let departments = [
        "教育局", "科学技术局", "工业和信息化局", "公安局", "民政局", "财政局", "人力资源和社会保障局", "住房和城乡建设局", "交通运输局",
        "水利局", "商务局", "审计局", "统计局", "信访局", "安全生产监督管理局", "城市管理局", "体育局", "国土资源局", "环境保护局",
        "农业局", "卫生和计划生育局", "政务服务数据管理局", "发展和改革局", "司法局", "物价局", "法制局",
    ]

    /// All bodies of a province, governments in front of those below them.
    ///
    /// - Parameters:
    ///   - province: its code.
    ///   - prefectures: how many of its prefectures.
    ///   - counties: how many counties of each, at most.
    ///   - departments: how many departments a government has.
    ///   - towns: how many towns a county has.
    static func all(
        _ regions: RegionBook,
        province: String,
        prefectures: Int,
        counties: Int,
        departments: Int,
        towns: Int
    ) -> [Body] {
        let current = regions.regions.filter { $0.until == nil }
        func below(_ code: String) -> [Region] {
            current.filter { $0.parent == code && $0.code != code }
        }
        guard let root = current.first(where: { $0.code == province }) else { return [] }
        var bodies: [Body] = []
        func add(_ region: Region, _ name: String, parent: Int?, wholeFrom: Int?) -> Int {
            let government = bodies.count
            bodies.append(
                Body(
                    region: region.code,
                    regionName: name,
                    role: .government,
                    office: "人民政府",
                    wholeFrom: wholeFrom,
                    parent: parent,
                    level: region.level
                )
            )
            let offices: [(Role, String)] =
                [(.office, "人民政府办公室")]
                + Self.departments.suffix(departments).map { (.department, $0) }
                + (region.level == .prefecture ? [(.vertical, "税务局")] : [])
            for (role, office) in offices {
                bodies.append(
                    Body(
                        region: region.code,
                        regionName: role == .vertical ? "国家税务总局" + name : name,
                        role: role,
                        office: office,
                        wholeFrom: wholeFrom,
                        parent: role == .vertical ? nil : government,
                        level: region.level
                    )
                )
            }
            return government
        }
        let top = add(root, root.name, parent: nil, wholeFrom: nil)
        for (number, prefecture) in below(province).filter({ $0.level == .prefecture }).prefix(
            prefectures
        ).enumerated() {
            let whole = number % 2 == 0 ? 0 : nil
            let city = add(prefecture, prefecture.name, parent: top, wholeFrom: whole)
            for (place, county) in below(prefecture.code).prefix(counties).enumerated() {
                let name = prefecture.name + county.name
                // Of the cities that count their own, one county begins to count everybody's.
                let from = whole ?? (place == 0 ? 2022 : nil)
                let seat = add(county, name, parent: city, wholeFrom: from)
                for town in 0..<towns {
                    bodies.append(
                        Body(
                            region: county.code,
                            regionName: name,
                            role: .town,
                            office: Self.townNames[town % Self.townNames.count] + "镇人民政府",
                            wholeFrom: from,
                            parent: seat,
                            level: .township
                        )
                    )
                }
            }
        }
        return bodies
    }

    static let townNames = [
        "石角", "龙山", "汤塘", "水头", "迳头", "高岗", "三坑", "山塘", "太平", "浸潭", "禾云", "飞来峡",
        "东风", "新丰", "白沙", "永兴", "大河", "南坪", "双溪", "红星", "古城", "清泉", "桃源", "金山",
        "平安", "云岭", "长乐", "双桥", "和平", "柳林", "马鞍", "青龙",
    ]
}
