import ReportModel
import Warehouse

/// Which group a body's report belongs to: its region, its level, its sector, itself, or all.
struct BodyGroups {
    /// A group of bodies.
    struct Group: Hashable {
        /// Sorts groups: by region code, by rank of level, by name.
        var order: String
        /// What the group is called; empty for all bodies together.
        var name: String
    }

    private let breakdown: Trend.Breakdown
    private let filter: Trend.BodyFilter
    private var bodies: [String: Agency] = [:]
    private var regions: [String: String] = [:]
    private var covers: [String: [Int: [String]]] = [:]
    /// Whether all bodies are one group, so that whatever a government counts too is counted in it.
    private let isOneGroup: Bool

    init(
        _ breakdown: Trend.Breakdown,
        _ filter: Trend.BodyFilter,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        self.breakdown = breakdown
        self.filter = filter
        isOneGroup = filter.isOpen && [.whole, .reason, .applicant].contains(breakdown)
        if isOneGroup || breakdown == .agency && filter.isOpen { return }
        for body in try warehouse.agencies() { bodies[body.name] = body }
        for row in try warehouse.rows(
            "SELECT code, name FROM region WHERE last_year IS NULL AND today = code ORDER BY code"
        ) {
            if let code = row["code"].text { regions[code] = row["name"].text }
        }
        if breakdown == .agency { return }
        for (agency, year, above) in try warehouse.covers() {
            covers[agency, default: [:]][year, default: []].append(above)
        }
    }

    /// Whether a government of the same group counts a body's requests too.
    ///
    /// - Parameters:
    ///   - agency: the body.
    ///   - year: the year.
    ///   - group: the body's group.
    ///   - isCovered: whether any government above does.
    /// - Returns: whether the body's report is to be left out of the group's sum.
    func isCountedAbove(_ agency: String, _ year: Int, in group: Group, isCovered: Bool) -> Bool {
        if isOneGroup { return isCovered }
        return (covers[agency]?[year] ?? []).contains { self.group(of: $0) == group }
    }

    /// The group of a body; `nil` where the filter leaves it out.
    func group(of agency: String) -> Group? {
        if !filter.isOpen {
            guard let body = bodies[agency], filter.holds(body) else { return nil }
        }
        switch breakdown {
        case .whole, .reason, .applicant: return Group(order: "", name: "")
        case .agency: return Group(order: "", name: agency)
        case .province: return region(of: agency) { $0.prefix(2) + "0000" }
        case .prefecture: return region(of: agency) { $0.prefix(4) + "00" }
        case .county: return region(of: agency) { $0[...] }
        case .level:
            let level = bodies[agency]?.level ?? .unknown
            let rank = AgencyLevel.allCases.firstIndex(of: level) ?? 9
            return Group(order: String(rank), name: level.rawValue)
        case .sector: return Group(order: "", name: bodies[agency]?.sector ?? "none")
        }
    }

    /// Bodies whose region nobody says, or that stand above such regions, are a group of their own.
    private func region(of agency: String, _ part: (String) -> Substring) -> Group {
        guard let own = bodies[agency]?.region else { return Group(order: "~", name: "unplaced") }
        let code = String(part(own))
        return Group(order: code, name: regions[code] ?? regions[own] ?? own)
    }
}
