import ReportModel
import Specimens

/// A body's figures from year to year: random, steady, and such that each year goes on from the one before.
struct YearlyFigures {
    private let base: Int
    private var open: [Applicant: Int] = [:]
    private var inForce: [String: Int] = [:]
    private var items: [String: (items: Int, change: Int)] = [:]
    private var licences: Int

    init(using dice: inout SplitMix64) {
        base = Int.random(in: 24...90, using: &dice)
        licences = Int.random(in: 100...4000, using: &dice)
        inForce["normative_doc"] = Int.random(in: 10...60, using: &dice)
        for row in Self.itemRows { items[row] = (Int.random(in: 5...40, using: &dice), 0) }
    }

    private static let itemRows = [
        "licensing", "other_service", "penalty", "coercion", "admin_fee",
    ]

    /// Takes over what another body leaves open.
    mutating func takeOver(_ other: YearlyFigures) {
        for (applicant, count) in other.open { open[applicant, default: 0] += count }
    }

    /// The next year's figures.
    mutating func next(_ edition: EditionID, using dice: inout SplitMix64) -> [CellCode: Int] {
        edition == .e2014 ? statistics(using: &dice) : figures(edition, using: &dice)
    }

    private func near(_ value: Int, using dice: inout SplitMix64) -> Int {
        Int.random(in: (value * 8 / 10)...(value * 12 / 10), using: &dice)
    }

    private mutating func figures(
        _ edition: EditionID,
        using dice: inout SplitMix64
    ) -> [CellCode: Int] {
        var counts: [CellCode: Int] = [:]
        for applicant in Applicant.parts {
            let share = applicant == .naturalPerson ? base : base / 12
            let new = near(share, using: &dice)
            let taken = open[applicant] ?? 0
            let left = Int.random(in: 0...max(1, new / 8), using: &dice)
            let closed = max(0, new + taken - left)
            counts[.request(.newReceived, applicant)] = new
            counts[.request(.carriedIn, applicant)] = taken
            counts[.request(.carriedOut, applicant)] = new + taken - closed
            counts[.request(.outcomeTotal, applicant)] = closed
            open[applicant] = new + taken - closed
            let leaves = edition.requestRows.filter { $0.disposition != nil }
            for row in leaves { counts[.request(row, applicant)] = 0 }
            for _ in 0..<closed {
                let row =
                    Int.random(in: 0..<3, using: &dice) == 0
                    ? leaves.randomElement(using: &dice) : .granted
                counts[.request(row ?? .granted, applicant), default: 0] += 1
            }
        }
        for row in edition.requestRows {
            counts[.request(row, .total)] = Applicant.parts.reduce(0) {
                $0 + (counts[.request(row, $1)] ?? 0)
            }
        }
        for route in DisputeRoute.allCases {
            var sum = 0
            for outcome in DisputeOutcome.parts {
                let count = Int.random(in: 0...2, using: &dice)
                counts[.dispute(route, outcome)] = count
                sum += count
            }
            counts[.dispute(route, .total)] = sum
        }
        addProactive(edition, to: &counts, using: &dice)
        return counts
    }

    private mutating func addProactive(
        _ edition: EditionID,
        to counts: inout [CellCode: Int],
        using dice: inout SplitMix64
    ) {
        for code in edition.codes where code.section == .proactive { counts[code] = 0 }
        if edition == .e2021 {
            let stock = inForce["normative_doc"] ?? 0
            let made = Int.random(in: 0...4, using: &dice)
            let repealed = Int.random(in: 0...min(3, stock), using: &dice)
            counts[.proactive(.normativeDocumentMade)] = made
            counts[.proactive(.normativeDocumentRepealed)] = repealed
            counts[.proactive(.normativeDocumentInForce)] = stock + made - repealed
            inForce["normative_doc"] = stock + made - repealed
            counts[.proactive(.licensingDecisions)] = near(licences, using: &dice)
            counts[.proactive(.penaltyDecisions)] = near(licences / 3, using: &dice)
            counts[.proactive(.coercionDecisions)] = near(licences / 9, using: &dice)
            counts[.proactive(.administrativeFeeAmount)] = near(base, using: &dice)
            return
        }
        for row in Self.itemRows {
            guard let last = items[row] else { continue }
            let now = last.items + last.change
            let change = Int.random(in: -min(2, now)...3, using: &dice)
            items[row] = (now, change)
            if let code = EarlierProactiveCell(rawValue: row + ".prev_items") {
                counts[.earlierProactive(code)] = now
            }
            if let code = EarlierProactiveCell(rawValue: row + ".delta_items") {
                counts[.earlierProactive(code)] = change
            }
        }
        counts[.earlierProactive(.licensingDecisions)] = near(licences, using: &dice)
        counts[.earlierProactive(.penaltyDecisions)] = near(licences / 3, using: &dice)
        counts[.earlierProactive(.coercionDecisions)] = near(licences / 9, using: &dice)
    }

    private func statistics(using dice: inout SplitMix64) -> [CellCode: Int] {
        var counts: [StatisticCell: Int] = [:]
        for cell in StatisticCell.allCases { counts[cell] = near(base, using: &dice) }
        let sums = PrintedReport.statisticSums
        func add(_ total: StatisticCell, _ parts: [StatisticCell]) {
            counts[total] = parts.reduce(0) { $0 + (counts[$1] ?? 0) }
        }
        add(sums[0].0, sums[0].1)
        // What was received is closed and answered, most of it with the information.
        let received = counts[.received] ?? 0
        counts[.closedAfterExtension] = received / 10
        counts[.closedOnTime] = received - received / 10
        for reason in sums[2].1 { counts[reason] = near(base / 20, using: &dice) }
        add(sums[2].0, sums[2].1)
        for kind in sums[3].1 where ![.answeredRefused, .answeredGranted].contains(kind) {
            counts[kind] = near(base / 20, using: &dice)
        }
        counts[.answeredGranted] = 0
        add(.answered, sums[3].1)
        counts[.answeredGranted] = received - (counts[.answered] ?? 0)
        for (total, parts) in sums { add(total, parts) }
        return Dictionary(uniqueKeysWithValues: counts.map { (.statistic($0), $1) })
    }
}
