import ReportModel

/// A body's name, taken apart: where it is, what sort of body it is, and what it deals with.
struct BodyName: Hashable {
    /// The divisions that the name may mean; empty if it names none.
    var places: Set<String>
    /// Where in the state the body stands, the division apart.
    var level: AgencyLevel?
    var kind: AgencyKind
    /// What the name is without place and kind of office, abbreviations spelt out: 发展和改革 for 发改局.
    var base: String
    var sector: String?
    /// Whether any division has a body of this name: 区统计局, 教育局.
    var isRelative = false

    /// Takes a name apart.
    init(_ name: String, _ catalog: RegisterCatalog) {
        var text = Self.withoutBrackets(name)
        var isVertical = false
        for (words, _) in catalog.superiors where text.contains(words) { isVertical = true }
        // The superior's name stands in front of the place: 国家统计局清远调查队.
        for prefix in catalog.superiors.map(\.superior) + ["中华人民共和国"]
        where text.hasPrefix(prefix) && text.count > prefix.count + 2 {
            text = String(text.dropFirst(prefix.count))
            break
        }
        let place = catalog.regions.place(atHeadOf: text)
        places = place.codes
        let relative = place.codes.isEmpty ? Self.relative(String(place.rest)) : nil
        let rest = relative ?? String(place.rest)
        isRelative = relative != nil
        level = nil
        if isVertical {
            kind = .vertical
            base = Self.withoutOffice(rest)
            sector = catalog.sector(of: Self.withoutBrackets(name))
            if place.codes.isEmpty { level = .central }
            return
        }
        if let office = Self.office(rest) {
            kind = office
            base = office == .government ? "人民政府" : "人民政府办公室"
            return
        }
        if place.codes.isEmpty, let (office, known) = Self.unplacedOffice(rest) {
            kind = office
            level = known
            base = office == .government ? "人民政府" : "人民政府办公室"
            return
        }
        if let town = Self.township(rest) {
            kind = town.isOffice ? .governmentOffice : .government
            level = .township
            base = town.name
            return
        }
        if Self.isZone(rest) {
            kind = .government
            level = .zone
            base = Self.withoutEnding(rest, ["管理委员会", "管委会", "管理办公室"])
            return
        }
        kind = .department
        // 生态环境部: only the centre has ministries.
        let isMinistry = place.codes.isEmpty && rest.hasSuffix("部")
        let short = isMinistry ? String(rest.dropLast()) : Self.withoutOffice(rest)
        // Without an office at its end it is no department's full name: 清远财政 may be anything of 清远.
        base = short == rest ? rest + "…" : catalog.abbreviations[short] ?? short
        sector = short == rest ? nil : catalog.sector(of: base)
        isRelative = isRelative || (place.codes.isEmpty && short != rest && catalog.isOffice(base))
        if place.codes.isEmpty,
            ["国家", "中国", "中华", "国务院", "中央"].contains(where: { text.hasPrefix($0) })
                || text.hasSuffix("部")
        {
            level = .central
        }
    }

    /// What stands behind 区, 县 or 市 alone, which says whose body it is only to those who know where they are. A town's
    /// own name may begin so: 市桥街道.
    private static func relative(_ name: String) -> String? {
        let words = ["市场", "市政", "市容", "市民", "乡村", "乡镇", "区域", "区划", "县域", "省级", "州级"]
        guard let first = name.first, "省市州盟区县旗".contains(first), name.count > 3,
            !words.contains(where: name.hasPrefix), township(name) == nil
        else { return nil }
        return String(name.dropFirst())
    }

    private static func office(_ rest: String) -> AgencyKind? {
        switch rest {
        case "", "人民政府", "政府": .government
        case "人民政府办公室", "人民政府办公厅", "政府办公室", "政府办公厅", "政府办", "府办",
            "人民政府办":
            .governmentOffice
        default: nil
        }
    }

    /// A government of a division that no list has; 市 may be a prefecture or a county.
    private static func unplacedOffice(
        _ rest: String
    ) -> (kind: AgencyKind, level: AgencyLevel?)? {
        let offices: [(String, AgencyKind)] = [
            ("人民政府办公厅", .governmentOffice), ("人民政府办公室", .governmentOffice),
            ("人民政府", .government),
        ]
        guard let (ending, kind) = offices.first(where: { rest.hasSuffix($0.0) }) else {
            return nil
        }
        switch rest.dropLast(ending.count).last {
        case "省": return (kind, .province)
        case "市": return (kind, nil)
        case "县", "区", "旗": return (kind, .county)
        case "州", "盟": return (kind, .prefecture)
        default: return nil
        }
    }

    private static func township(_ rest: String) -> (name: String, isOffice: Bool)? {
        for office in ["党政办公室", "党政综合办公室", "人民政府办公室", "办公室"]
        where rest.hasSuffix(office) {
            let town = withoutEnding(rest, [office])
            return isTown(town) ? (town, true) : nil
        }
        let town = withoutEnding(rest, ["人民政府", "街道办事处", "办事处", "政府"])
        if rest.hasSuffix("街道办事处") { return (town + "街道", false) }
        return isTown(town) ? (town, false) : nil
    }

    private static func isTown(_ name: String) -> Bool {
        (2...12).contains(name.count)
            && ["镇", "乡", "街道", "苏木"].contains { name.hasSuffix($0) }
    }

    private static func isZone(_ rest: String) -> Bool {
        ["开发区", "园区", "新区", "高新区", "保税区", "示范区", "产业园", "管理区", "新城", "度假区", "风景名胜区", "保护区"]
            .contains { rest.contains($0) }
            && (["管理委员会", "管委会", "管理办公室"].contains { rest.hasSuffix($0) } || rest.hasSuffix("区"))
    }

    private static func withoutOffice(_ rest: String) -> String {
        withoutEnding(rest, ["委员会", "办公室", "办公厅", "局", "厅", "委", "署", "办"])
    }

    private static func withoutEnding(_ text: String, _ endings: [String]) -> String {
        for ending in endings where text.hasSuffix(ending) && text.count > ending.count {
            return String(text.dropLast(ending.count))
        }
        return text
    }

    private static func withoutBrackets(_ name: String) -> String {
        var depth = 0
        return name.filter { character in
            switch character {
            case "(", "（": depth += 1
            case ")", "）":
                depth = max(0, depth - 1)
                return false
            default: break
            }
            return depth == 0 && character != " " && character != "\u{3000}"
        }
    }
}
