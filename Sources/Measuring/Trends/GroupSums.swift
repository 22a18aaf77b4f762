import Warehouse

/// What the reports of a group of bodies come to in a year.
struct GroupSums: Sendable, Hashable {
    /// The sums of one figure.
    struct Sum: Sendable, Hashable {
        /// The sums of both halves over the reports that have both.
        var numerator = 0
        var denominator = 0
        /// How many reports that are, and how many have not.
        var reports = 0
        var leftOut = 0
        /// What is known of the reports that are added up.
        var failedFindings = 0
        var scopeChanges = 0
        var otherForms = 0
    }

    /// To be raised whenever the same reports come to other sums, so that what was kept is reckoned anew.
    static let version = 1

    var group: String
    var year: Int
    /// How many reports a government of the group counts too.
    var covered: Int
    var figures: [Sum]
}

extension GroupSums {
    /// The sums as values that can be kept.
    var values: [SQLValue] {
        [.text(group), .integer(year), .integer(covered)]
            + figures.flatMap { sum in
                [
                    sum.numerator, sum.denominator, sum.reports, sum.leftOut, sum.failedFindings,
                    sum.scopeChanges, sum.otherForms,
                ].map(SQLValue.integer)
            }
    }

    /// Sums that were kept.
    init(values: [SQLValue]) {
        let numbers = values.map { $0.integer ?? 0 }
        group = values[0].text ?? ""
        year = numbers[1]
        covered = numbers[2]
        figures = stride(from: 3, to: numbers.count, by: 7).map { first in
            Sum(
                numerator: numbers[first],
                denominator: numbers[first + 1],
                reports: numbers[first + 2],
                leftOut: numbers[first + 3],
                failedFindings: numbers[first + 4],
                scopeChanges: numbers[first + 5],
                otherForms: numbers[first + 6]
            )
        }
    }
}
