public import ReportModel

/// Works out who the bodies are behind the names that reports print.
///
/// A pure function of all names, years and decisions: the order in which reports arrived doesn't show.
/// Nothing is one because it looks alike: two names are one body's if they name the same place and the same
/// office, abbreviations spelt out; if a reform of the list renamed the one into the other and their years
/// don't overlap; or if a person has said so.
public struct RegisterBuilder: Sendable {
    private let catalog: RegisterCatalog
    private let decisions: RegisterDecisions
    private var resolver: NameResolver
    /// How the reports name whom, each way once: there are millions of reports, and few names.
    private var uses: [NameUse] = []
    private var places: [NameUse.Key: Int] = [:]
    /// For each report, which way.
    private var useOfReport: [Int32] = []

    /// A builder that knows the catalogue and heeds decisions.
    public init(catalog: RegisterCatalog, decisions: RegisterDecisions = RegisterDecisions()) {
        self.catalog = catalog
        self.decisions = decisions
        resolver = NameResolver(catalog: catalog, decisions: decisions)
    }

    /// A name as one report prints it.
    public struct ReportedName: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The year that the report is on.
        public var year: Int
        /// Who published it, and what the folder says; evidence for a place that the name leaves open.
        public var hints: [String]

        /// A name with its year.
        public init(name: String, year: Int, hints: [String] = []) {
            self.name = name
            self.year = year
            self.hints = hints
        }
    }

    /// Takes in the name that a report prints.
    public mutating func add(_ reported: ReportedName) {
        let order = useOfReport.count
        let key = NameUse.Key(name: reported.name, body: resolver.resolve(reported))
        let place = places[key] ?? uses.count
        if place == uses.count {
            places[key] = place
            uses.append(NameUse(key, year: reported.year, report: order))
        } else {
            uses[place].add(year: reported.year, report: order)
        }
        useOfReport.append(Int32(truncatingIfNeeded: place))
    }

    /// Works the register out.
    public func register() -> Register {
        var groups: [String: [Int]] = [:]
        for (place, use) in uses.enumerated() { groups[use.body.key, default: []].append(place) }
        var drafts: [AgencyDraft] = []
        for (_, members) in groups.sorted(by: { $0.key < $1.key }) {
            drafts += bodies(behind: members.map { ($0, uses[$0]) })
        }
        return assembled(drafts)
    }

    /// One body, or one for each base where the years of renamed bodies overlap or run against the reform.
    private func bodies(behind members: [AgencyDraft.Member]) -> [AgencyDraft] {
        let byBase = Dictionary(grouping: members, by: \.use.body.base)
        let spans = byBase.map { base, own in
            (
                base: base, first: own.map(\.use.first.year).min() ?? 0,
                last: own.map(\.use.last.year).max() ?? 0
            )
        }.sorted { ($0.first, $0.base) < ($1.first, $1.base) }
        let isChain = zip(spans, spans.dropFirst()).allSatisfy { earlier, later in
            earlier.last < later.first && !catalog.isRenamed(later.base, to: earlier.base)
        }
        if isChain { return [AgencyDraft(members, splitBase: nil, catalog, decisions)] }
        return spans.map { span in
            AgencyDraft(byBase[span.base] ?? [], splitBase: span.base, catalog, decisions)
        }
    }

    private func assembled(_ drafts: [AgencyDraft]) -> Register {
        var register = Register()
        let governments = Dictionary(
            drafts.filter { $0.isRegionsGovernment }.map { ($0.agency.region ?? "", $0.agency.id) },
            uniquingKeysWith: { first, _ in first }
        )
        var idsByName: [String: String] = [:]
        for draft in drafts {
            for name in draft.names { idsByName[name.name] = draft.agency.id }
        }
        var owners = [String](repeating: "", count: uses.count)
        for draft in drafts {
            var agency = draft.agency
            agency.parent =
                draft.decidedParent.flatMap { idsByName[$0] } ?? parent(of: draft, in: governments)
            register.agencies.append(agency)
            register.names += draft.names
            for use in draft.uses { owners[use] = agency.id }
        }
        register.agencies.sort { $0.id < $1.id }
        nameApart(&register.agencies)
        register.names.sort {
            ($0.agency, $0.years.lowerBound, $0.name) < ($1.agency, $1.years.lowerBound, $1.name)
        }
        register.successions = successions(among: drafts)
        register.owners = owners
        register.useOfReport = useOfReport
        return register
    }

    /// Bodies of one name get their region's, or where that is open their number, behind it.
    private func nameApart(_ agencies: inout [Agency]) {
        let shared = Dictionary(grouping: agencies.indices) { agencies[$0].name }
        for (name, indices) in shared where indices.count > 1 {
            let regions = indices.map { agencies[$0].region }
            let areApart = Set(regions).count == indices.count && !regions.contains(nil)
            for index in indices {
                let agency = agencies[index]
                let place = areApart ? agency.region.map(fullName) ?? agency.id : agency.id
                agencies[index].name = "\(name)（\(place)）"
            }
        }
    }

    private func fullName(of region: String) -> String {
        var name = catalog.regions[region]?.name ?? region
        var place = catalog.regions.parent(of: region)
        while let here = place {
            name = (catalog.regions[here]?.name ?? here) + name
            place = catalog.regions.parent(of: here)
        }
        return name
    }

    private func parent(of draft: AgencyDraft, in governments: [String: String]) -> String? {
        guard draft.agency.kind != .vertical, let region = draft.agency.region else { return nil }
        if !draft.isRegionsGovernment { return governments[region] }
        // The nearest government above that reports.
        var place = catalog.regions.parent(of: region)
        while let here = place {
            if let government = governments[here] { return government }
            place = catalog.regions.parent(of: here)
        }
        return nil
    }

    /// Bodies that a reform merged into others, where both have reported.
    private func successions(among drafts: [AgencyDraft]) -> [Succession] {
        let byPlace = Dictionary(grouping: drafts.filter { $0.agency.region != nil }) {
            $0.agency.region ?? ""
        }
        var found: Set<Succession> = []
        for (_, local) in byPlace {
            for reform in catalog.reforms {
                for old in local where old.bases.contains(reform.from) {
                    for new in local where new.bases.contains(reform.to) {
                        guard old.agency.id != new.agency.id,
                            old.years.upperBound <= reform.years.upperBound,
                            new.years.upperBound > old.years.upperBound
                        else { continue }
                        found.insert(
                            Succession(
                                predecessor: old.agency.id,
                                successor: new.agency.id,
                                kind: "merged",
                                year: max(old.years.upperBound + 1, new.years.lowerBound),
                                reason: reform.reason
                            )
                        )
                    }
                }
            }
        }
        return found.sorted {
            ($0.predecessor, $0.successor, $0.year) < ($1.predecessor, $1.successor, $1.year)
        }
    }
}

/// The bodies, their names, and which report is whose.
public struct Register: Sendable, Hashable {
    /// The bodies, by id.
    public var agencies: [Agency] = []
    /// The names that they went by.
    public var names: [AgencyName] = []
    /// The bodies that others took over.
    public var successions: [Succession] = []
    /// For each way in which reports name a body, the body's id.
    var owners: [String] = []
    /// For each report, in the order in which they were told, the way.
    var useOfReport: [Int32] = []

    /// An empty register.
    public init() {}

    /// The id of the body behind a report.
    ///
    /// - Parameter place: the report's place in the order in which they were told, from 0.
    /// - Returns: the id.
    public func agency(ofReport place: Int) -> String { owners[Int(useOfReport[place])] }
}
