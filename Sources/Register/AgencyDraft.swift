import ReportModel

/// A body as its reports show it, before it is known who stands above it.
struct AgencyDraft {
    var agency: Agency
    var names: [AgencyName]
    /// What its names are without place and office.
    var bases: Set<String>
    var reports: [Int]
    var years: ClosedRange<Int>
    /// A name of the body above it, where a person has said so.
    var decidedParent: String?

    /// Whether it is the government of its whole division.
    var isRegionsGovernment: Bool {
        agency.kind == .government
            && ![.township, .zone, .unknown, .central].contains(agency.level)
    }

    /// Makes a body of all reports that share a key.
    ///
    /// - Parameters:
    ///   - members: the reports' names; at least one.
    ///   - splitBase: what tells it from others of the same key.
    ///   - catalog: what reforms and divisions there are.
    ///   - decisions: what people have said.
    init(
        _ members: [(entry: RegisterBuilder.ReportedName, body: ResolvedName)],
        splitBase: String?,
        _ catalog: RegisterCatalog,
        _ decisions: RegisterDecisions
    ) {
        let all = members.map(\.entry.year)
        years = (all.min() ?? 0)...(all.max() ?? 0)
        bases = Set(members.map(\.body.base))
        reports = members.map(\.entry.report)
        let last = members.max { first, second in
            (first.entry.year, first.entry.name.count, first.entry.name)
                < (second.entry.year, second.entry.name.count, second.entry.name)
        }
        let body = last?.body
        let key = (body?.key ?? "") + (splitBase.map { "|\($0)" } ?? "")
        let place = body?.region ?? (body?.level == .central ? "central" : "unplaced")
        let id = "\(place)-\(ContentHash(of: Array(key.utf8)).description.prefix(10))"
        let names = Dictionary(grouping: members, by: \.entry.name)
        let decided = names.keys.sorted().compactMap { decisions.entries[decisions.owner(of: $0)] }
        decidedParent = decided.lazy.compactMap(\.parent).first
        agency = Agency(
            id: id,
            name: decided.lazy.compactMap(\.display).first ?? last?.entry.name ?? "",
            region: body?.region,
            level: body?.level ?? .unknown,
            kind: body?.kind ?? .department,
            sector: body?.sector,
            standing: body?.standing ?? .provisional,
            remark: splitBase == nil ? body?.remark ?? "" : "names_conflict"
        )
        if splitBase != nil { agency.standing = .provisional }
        let first = members.min { $0.entry.year < $1.entry.year }?.body.base
        self.names = names.map { name, own in
            let years = own.map(\.entry.year)
            let base = own.first?.body.base
            let reason =
                decisions.entries[name] != nil
                ? "decided" : base == first ? "same_place_and_office" : "reform"
            return AgencyName(
                agency: id,
                name: name,
                years: (years.min() ?? 0)...(years.max() ?? 0),
                reason: reason
            )
        }
    }
}
