import ReportModel

/// A name with the place that it means, and the key that all names of one body share.
struct ResolvedName: Hashable {
    var region: String?
    var level: AgencyLevel
    var kind: AgencyKind
    var base: String
    var sector: String?
    var key: String
    var standing: AgencyStanding
    var remark: String
}

/// Finds out which place a name means.
///
/// A place that the name leaves open may be told by who published the report and by what its folder says. Where
/// the name leaves several, one such hint decides between them; where it says nothing, two must agree.
struct NameResolver {
    private let catalog: RegisterCatalog
    private let decisions: RegisterDecisions
    private var bodies: [String: BodyName] = [:]
    private var hintPlaces: [String: Set<String>] = [:]

    init(catalog: RegisterCatalog, decisions: RegisterDecisions) {
        self.catalog = catalog
        self.decisions = decisions
    }

    mutating func resolve(_ entry: RegisterBuilder.ReportedName) -> ResolvedName {
        let owner = decisions.owner(of: entry.name)
        let decision = decisions.entries[owner]
        let body = body(of: owner)
        var places = body.places
        var remark = ""
        if let region = decision?.region {
            places = [catalog.regions.code(now: region)]
        } else if places.count != 1, body.level != .central {
            (places, remark) = placed(body, hints: entry.hints)
        }
        let region = places.count == 1 ? places.first : nil
        let level =
            decision?.level.flatMap(AgencyLevel.init) ?? body.level
            ?? region.flatMap { catalog.regions[$0]?.level } ?? .unknown
        let kind = decision?.kind.flatMap(AgencyKind.init) ?? body.kind
        let sector = decision?.sector ?? body.sector
        let isOpen = region == nil && level != .central
        if isOpen, remark.isEmpty { remark = "region_unknown" }
        if remark.isEmpty, kind == .department, sector == nil { remark = "sector_unknown" }
        let place = region ?? (level == .central ? "central" : "unplaced")
        let name = isOpen ? owner : catalog.lineage(of: body.base)
        var key = "\(place)|\(kind.rawValue)|\(name)"
        let isShared = body.isRelative || body.places.count > 1 || body.level == .township
        if isOpen, isShared { key += "|" + neighbourhood(of: entry.hints) }
        if decision?.standsAlone == true { key = "alone|\(owner)" }
        return ResolvedName(
            region: region,
            level: level,
            kind: kind,
            base: body.base,
            sector: sector,
            key: key,
            standing: decision != nil
                ? .decided : isOpen || !remark.isEmpty ? .provisional : .recognised,
            remark: remark
        )
    }

    private mutating func body(of name: String) -> BodyName {
        if let known = bodies[name] { return known }
        let body = BodyName(name, catalog)
        bodies[name] = body
        return body
    }

    private mutating func placed(_ body: BodyName, hints: [String]) -> (Set<String>, String) {
        let hinted = hints.map { places(of: $0) }.filter { $0.count == 1 }.compactMap(\.first)
        if !body.places.isEmpty {
            for hint in hinted {
                let fitting = body.places.filter { catalog.regions.isWithin($0, hint) }
                if fitting.count == 1 { return (fitting, "") }
            }
            return (body.places, "region_ambiguous")
        }
        // A town lies in a county; whoever else published it is no place for it.
        let counties = hinted.filter { catalog.regions[$0]?.level == .county }
        for county in Set(counties).sorted() where counties.count(where: { $0 == county }) > 1 {
            return ([county], "")
        }
        return ([], "region_unknown")
    }

    /// What keeps bodies of a name apart that several divisions have: where their reports come from. The divisions that
    /// the hints name, else the folder, unless it only says a year.
    private mutating func neighbourhood(of hints: [String]) -> String {
        let divisions = Set(hints.flatMap { places(of: $0) }).sorted()
        if !divisions.isEmpty { return divisions.joined(separator: ",") }
        return hints.first { hint in hint.count(where: \.isWholeNumber) < 4 } ?? ""
    }

    private mutating func places(of hint: String) -> Set<String> {
        if let known = hintPlaces[hint] { return known }
        let found = catalog.regions.place(atHeadOf: hint).codes
        hintPlaces[hint] = found
        return found
    }
}
