/// A name and the body that it means, as one or many reports print it.
struct NameUse {
    /// What tells one use from another.
    struct Key: Hashable {
        var name: String
        var body: ResolvedName
    }

    let name: String
    let body: ResolvedName
    /// The first report that has it, by its place among all.
    let report: Int
    /// The earliest year, and the first report on it.
    private(set) var first: (year: Int, report: Int)
    /// The latest year, and the first report on it.
    private(set) var last: (year: Int, report: Int)

    /// A name that a report on a year prints.
    init(_ key: Key, year: Int, report: Int) {
        name = key.name
        body = key.body
        self.report = report
        first = (year, report)
        last = (year, report)
    }

    /// A further report prints it.
    mutating func add(year: Int, report: Int) {
        if year < first.year { first = (year, report) }
        if year > last.year { last = (year, report) }
    }
}
