import Checking
import ReportModel
import Warehouse

/// Weighs reports beside each other, as far as one of them has changed, and stores what the rules say.
struct ComparisonUpdate {
    private var agencies: [String: Agency] = [:]
    private var children: [String: [Agency]] = [:]
    private var predecessors: [String: [Succession]] = [:]
    private var successors: [String: [String]] = [:]
    private var alike: [String: [(agency: String, year: Int)]] = [:]
    private var sharedByYear: [Int: SharedSentences] = [:]
    private var spans: [String: ClosedRange<Int>] = [:]

    /// Prepares for a warehouse whose register is up to date.
    init(_ warehouse: borrowing Warehouse) throws(WarehouseError) {
        for agency in try warehouse.agencies() {
            agencies[agency.id] = agency
            if let parent = agency.parent { children[parent, default: []].append(agency) }
        }
        for succession in try warehouse.successions() {
            predecessors[succession.successor, default: []].append(succession)
            successors[succession.predecessor, default: []].append(succession.successor)
        }
        for report in try warehouse.alikeReports() {
            alike[report.likeness, default: []].append((report.agency, report.year))
        }
        for row in try warehouse.rows(
            "SELECT agency_id, min(year) AS first, max(year) AS last FROM revision GROUP BY agency_id"
        ) {
            guard let agency = row["agency_id"].text, let first = row["first"].integer,
                let last = row["last"].integer
            else { continue }
            spans[agency] = first...last
        }
    }

    /// Weighs anew whatever rests on the reports of some bodies.
    mutating func run(
        in warehouse: borrowing Warehouse,
        after touched: Set<String>
    ) throws(WarehouseError) {
        let stale = try affected(by: touched.union(try warehouse.unweighedAgencies()), warehouse)
        for agency in stale.sorted() {
            try warehouse.forgetComparisons(of: agency)
            try weigh(agency, in: warehouse)
        }
    }

    /// The bodies themselves, those above them, those that took them over, and those that were found alike before
    /// or are now.
    private mutating func affected(
        by touched: Set<String>,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> Set<String> {
        var stale = touched
        for agency in touched {
            var above = agencies[agency]?.parent
            while let parent = above, stale.insert(parent).inserted || touched.contains(parent) {
                above = agencies[parent]?.parent
            }
            stale.formUnion(successors[agency] ?? [])
        }
        for (agency, others) in try warehouse.comparedAgencies()
        where !touched.isDisjoint(with: others) {
            stale.insert(agency)
        }
        for reports in alike.values where reports.contains(where: { touched.contains($0.agency) }) {
            stale.formUnion(reports.map(\.agency))
        }
        for agency in touched.sorted() {
            for year in spans[agency].map(Array.init) ?? [] {
                if let twin = try shared(year, warehouse).closest(to: agency) {
                    stale.insert(twin.agency)
                }
            }
        }
        return stale
    }

    private mutating func shared(
        _ year: Int,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> SharedSentences {
        if let known = sharedByYear[year] { return known }
        let shared = SharedSentences(try warehouse.sketches(ofYear: year))
        sharedByYear[year] = shared
        return shared
    }

    private mutating func weigh(
        _ id: String,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        guard let agency = agencies[id] else { return }
        var earlier: [StandingReport] = []
        for stored in try warehouse.standingReports(of: id) {
            let report = try complete(stored, agency, warehouse)
            var place = Neighbourhood(report)
            place.earlier = earlier
            if let last = earlier.last, last.year == report.year - 1 { place.before = last }
            try addPredecessors(to: &place, warehouse)
            try addBodiesBelow(to: &place, warehouse)
            try addTwins(to: &place, stored.likeness, warehouse)
            try warehouse.store(
                comparisons: Comparisons.findings(on: place),
                of: id,
                year: report.year,
                scope: report.scope
            )
            earlier.append(report)
        }
    }

    private func complete(
        _ stored: StoredReport,
        _ agency: Agency,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> StandingReport {
        var report = bare(stored, agency)
        report.claims = try warehouse.claims(ofRevision: stored.revision)
        report.sketch = try warehouse.sketch(ofRevision: stored.revision)
        return report
    }

    private func bare(_ stored: StoredReport, _ agency: Agency) -> StandingReport {
        StandingReport(
            agency: agency,
            year: stored.year,
            scope: stored.scope,
            published: stored.published,
            cells: stored.cells
        )
    }

    private func report(
        of agency: Agency,
        _ year: Int,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> StandingReport? {
        try warehouse.standingReports(of: agency.id, year: year).first.map { bare($0, agency) }
    }

    private func addPredecessors(
        to place: inout Neighbourhood,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        for succession in predecessors[place.report.agency.id] ?? []
        where succession.year == place.report.year {
            guard let agency = agencies[succession.predecessor],
                let last = try report(of: agency, place.report.year - 1, warehouse)
            else { continue }
            place.predecessors.append(last)
        }
    }

    /// Only a report on a whole region stands for the bodies below.
    private func addBodiesBelow(
        to place: inout Neighbourhood,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        guard place.report.scope == .wholeRegion else { return }
        var open = children[place.report.agency.id] ?? []
        while let body = open.popLast() {
            let isGovernment = children[body.id] != nil
            if let found = try report(of: body, place.report.year, warehouse) {
                place.below.append(found)
                if found.scope == .wholeRegion { continue }
            } else if spans[body.id]?.contains(place.report.year) ?? false {
                place.missing.append(body)
            }
            if isGovernment { open += children[body.id] ?? [] }
        }
        place.below.sort { $0.agency.id < $1.agency.id }
    }

    private mutating func addTwins(
        to place: inout Neighbourhood,
        _ likeness: String?,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        let report = place.report
        for other in likeness.flatMap({ alike[$0] }) ?? []
        where other.agency != report.agency.id || other.year != report.year {
            guard let agency = agencies[other.agency] else { continue }
            place.sameFigures.append(
                StandingReport(agency: agency, year: other.year, cells: report.cells)
            )
        }
        if let twin = try shared(report.year, warehouse).closest(to: report.agency.id),
            let agency = agencies[twin.agency]
        {
            place.sameWords = (
                StandingReport(agency: agency, year: report.year, cells: CellTable()), twin.shared
            )
        }
    }
}
