import ReportModel

/// A body as its reports show it, before it is known who stands above it.
struct AgencyDraft {
    var agency: Agency
    var names: [AgencyName]
    /// What its names are without place and office.
    var bases: Set<String>
    /// The places of its names' uses among all.
    var uses: [Int]
    var years: ClosedRange<Int>
    /// A name of the body above it, where a person has said so.
    var decidedParent: String?

    /// Whether it is the government of its whole division.
    var isRegionsGovernment: Bool {
        agency.kind == .government
            && ![.township, .zone, .unknown, .central].contains(agency.level)
    }

    /// A use of a name, with its place among all.
    typealias Member = (place: Int, use: NameUse)

    /// Makes a body of all names that share a key.
    ///
    /// - Parameters:
    ///   - members: the names' uses; at least one.
    ///   - splitBase: what tells it from others of the same key.
    ///   - catalog: what reforms and divisions there are.
    ///   - decisions: what people have said.
    init(
        _ members: [Member],
        splitBase: String?,
        _ catalog: RegisterCatalog,
        _ decisions: RegisterDecisions
    ) {
        years = Self.years(of: members)
        bases = Set(members.map(\.use.body.base))
        uses = members.map(\.place)
        // Of names alike the first report's counts.
        let last = members.map(\.use).max { first, second in
            (first.last.year, first.name.count, first.name, second.last.report)
                < (second.last.year, second.name.count, second.name, first.last.report)
        }
        let body = last?.body
        let key = (body?.key ?? "") + (splitBase.map { "|\($0)" } ?? "")
        let place = body?.region ?? (body?.level == .central ? "central" : "unplaced")
        let id = "\(place)-\(ContentHash(of: Array(key.utf8)).description.prefix(10))"
        let names = Dictionary(grouping: members, by: \.use.name)
        let decided = names.keys.sorted().compactMap { decisions.entries[decisions.owner(of: $0)] }
        decidedParent = decided.lazy.compactMap(\.parent).first
        agency = Agency(
            id: id,
            name: decided.lazy.compactMap(\.display).first ?? last?.name ?? "",
            region: body?.region,
            level: body?.level ?? .unknown,
            kind: body?.kind ?? .department,
            sector: body?.sector,
            standing: body?.standing ?? .provisional,
            remark: splitBase == nil ? body?.remark ?? "" : "names_conflict"
        )
        if splitBase != nil { agency.standing = .provisional }
        let first = members.map(\.use).min { $0.first < $1.first }?.body.base
        self.names = names.map { name, own in
            let base = own.map(\.use).min { $0.report < $1.report }?.body.base
            let reason =
                decisions.entries[name] != nil
                ? "decided" : base == first ? "same_place_and_office" : "reform"
            return AgencyName(
                agency: id,
                name: name,
                years: Self.years(of: own),
                reason: reason
            )
        }
    }

    private static func years(of members: [Member]) -> ClosedRange<Int> {
        let first = members.map(\.use.first.year).min() ?? 0
        return first...(members.map(\.use.last.year).max() ?? first)
    }
}
