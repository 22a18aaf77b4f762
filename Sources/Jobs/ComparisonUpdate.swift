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
    /// The sentences of the year that was looked at last: of all years together there are too many.
    private var shared: (year: Int, sentences: SharedSentences)?
    /// For each year and body that was asked for, whose text is closest to its own, if any is close.
    private var twins: [Int: [String: SharedSentences.Twin?]] = [:]
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
        try findTwins(of: stale, warehouse)
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
        try findTwins(of: touched, warehouse)
        for byAgency in twins.values {
            for case .some(let twin) in byAgency.values { stale.insert(twin.agency) }
        }
        return stale
    }

    /// Finds whose texts are closest to those of some bodies, year by year.
    private mutating func findTwins(
        of asked: Set<String>,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        var open: [Int: [String]] = [:]
        for agency in asked {
            for year in spans[agency].map(Array.init) ?? [] where twins[year]?[agency] == nil {
                open[year, default: []].append(agency)
            }
        }
        for (year, agencies) in open.sorted(by: { $0.key < $1.key }) {
            let sentences = try sharedSentences(of: year, warehouse)
            for agency in agencies {
                twins[year, default: [:]].updateValue(
                    sentences.closest(to: agency),
                    forKey: agency
                )
            }
        }
    }

    private mutating func sharedSentences(
        of year: Int,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> SharedSentences {
        if let shared, shared.year == year { return shared.sentences }
        shared = nil
        var sentences = SharedSentences()
        try warehouse.eachSketch(ofYear: year) { agency, section in
            sentences.add(section, of: agency)
        }
        sentences.close()
        shared = (year, sentences)
        return sentences
    }

    private func weigh(
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
            addTwins(to: &place, stored.likeness)
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

    private func addTwins(to place: inout Neighbourhood, _ likeness: String?) {
        let report = place.report
        for other in likeness.flatMap({ alike[$0] }) ?? []
        where other.agency != report.agency.id || other.year != report.year {
            guard let agency = agencies[other.agency] else { continue }
            place.sameFigures.append(
                StandingReport(agency: agency, year: other.year, cells: report.cells)
            )
        }
        if let twin = twins[report.year]?[report.agency.id] ?? nil,
            let agency = agencies[twin.agency]
        {
            place.sameWords = (
                StandingReport(agency: agency, year: report.year, cells: CellTable()), twin.shared
            )
        }
    }
}
