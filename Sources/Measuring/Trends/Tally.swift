import Warehouse

/// What one report gives to the figures of a question.
struct ReportShares {
    /// What it gives to one figure.
    struct Share {
        var numerator: Int
        var denominator: Int
        /// Whether both halves are there.
        var isWhole: Bool
    }

    var agency: String
    var year: Int
    var failedFindings: Int
    var scopeChanges: Int
    var otherForms: Int
    /// In the order of the question's figures.
    var shares: [Share]
}

/// The sums of a question by one breakdown while they are being added up: each for a group of bodies and a year.
struct Tally {
    private struct Place: Hashable {
        var group: Int
        var year: Int
    }

    /// Where the figures stand among those of the question.
    private let figures: [Int]
    /// Whether each of them adds up what reports print; else it counts reports, and is no sum of what others count too.
    private let addsUp: [Bool]
    /// The bodies whose reports are added up; `nil` for all.
    private var panel: StablePanel?

    // Groups are told apart by their bytes: two that Swift takes for the same text are two for the database.
    private var groups: [[UInt8]: Int] = [:]
    private var names: [String] = []
    private var last = 0
    private var places: [Place: Int] = [:]
    private var covered: [Int] = []
    private var sums: [GroupSums.Sum] = []

    init(figures: [Int], addsUp: [Bool], panel: Trend.Panel) {
        self.figures = figures
        self.addsUp = addsUp
        if panel == .stable { self.panel = StablePanel(figures: figures.count) }
    }

    /// The sums, by group and year.
    var results: [GroupSums] {
        let order = names.indices.sorted {
            names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
        }
        var rank = [Int](repeating: 0, count: names.count)
        for (index, group) in order.enumerated() { rank[group] = index }
        return places.sorted { left, right in
            (rank[left.key.group], left.key.year) < (rank[right.key.group], right.key.year)
        }.map { place, first in
            GroupSums(
                group: names[place.group],
                year: place.year,
                covered: covered[first / figures.count],
                figures: Array(sums[first..<(first + figures.count)])
            )
        }
    }

    /// Looks at a report before any is added, to tell which bodies have a figure in every year.
    mutating func look(at report: ReportShares, isCovered: Bool) {
        for (offset, figure) in figures.enumerated()
        where report.shares[figure].isWhole && !(isCovered && addsUp[offset]) {
            panel?.note(report.agency, report.year, offset)
        }
    }

    /// The name of the group that was last added to: most reports are of the same group as the one before.
    var lastGroup: String? { names.isEmpty ? nil : names[last] }

    /// Adds a report.
    ///
    /// - Parameters:
    ///   - report: what it gives to each figure of the question.
    ///   - group: the group it belongs to; `nil` for the one that was last added to.
    ///   - isCovered: whether a government of the group counts its requests too.
    mutating func add(_ report: ReportShares, to group: String?, isCovered: Bool) {
        if let group { last = index(of: group) }
        let place = Place(group: last, year: report.year)
        let first = places[place] ?? makeRoom(for: place)
        if isCovered { covered[first / figures.count] += 1 }
        for (offset, figure) in figures.enumerated() where !(isCovered && addsUp[offset]) {
            let share = report.shares[figure]
            guard share.isWhole, panel?.has(report.agency, offset) ?? true else {
                sums[first + offset].leftOut += 1
                continue
            }
            sums[first + offset].numerator += share.numerator
            sums[first + offset].denominator += share.denominator
            sums[first + offset].reports += 1
            sums[first + offset].failedFindings += report.failedFindings
            sums[first + offset].scopeChanges += report.scopeChanges
            sums[first + offset].otherForms += report.otherForms
        }
    }

    private mutating func index(of group: String) -> Int {
        let bytes = Array(group.utf8)
        if let known = groups[bytes] { return known }
        groups[bytes] = names.count
        names.append(group)
        return names.count - 1
    }

    private mutating func makeRoom(for place: Place) -> Int {
        let first = sums.count
        places[place] = first
        covered.append(0)
        sums.append(contentsOf: repeatElement(GroupSums.Sum(), count: figures.count))
        return first
    }
}

/// The bodies that have a figure in every year in which any has it, so that bodies which come and go make no trend.
private struct StablePanel {
    /// For each figure, the years in which any body has it.
    private var years: [Set<Int>]
    /// For each body, in how many years it has each figure.
    private var counts: [String: [Int]] = [:]

    init(figures: Int) {
        years = Array(repeating: [], count: figures)
    }

    mutating func note(_ agency: String, _ year: Int, _ figure: Int) {
        years[figure].insert(year)
        counts[agency, default: Array(repeating: 0, count: years.count)][figure] += 1
    }

    func has(_ agency: String, _ figure: Int) -> Bool {
        counts[agency]?[figure] == years[figure].count
    }
}
