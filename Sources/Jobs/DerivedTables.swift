import Checking
import Register
import ReportModel
import Warehouse

/// What the warehouse works out from its reports: who the bodies are, and what reports say of each other.
///
/// All of it is a function of the reports, of people's decisions, and of the program's own data; it is brought up
/// to date at the end of whatever changes one of these.
struct DerivedTables {
    private let register: RegisterCatalog

    /// - Throws: ``JobError/broken(_:)`` when the program's own data is wrong.
    init(_ surroundings: Surroundings) throws(JobError) {
        register = try surroundings.register
    }

    private static var versions: [(part: String, version: String)] {
        [
            ("register", RegisterCatalog.fingerprint.description),
            ("comparisons", String(Comparisons.version)),
        ]
    }

    /// Marks them as outdated: reports have changed since.
    static func outdate(in warehouse: borrowing Warehouse) throws(WarehouseError) {
        try warehouse.note(version: "outdated", of: Self.part)
    }

    /// The name under which it is kept whether all of them follow the reports.
    private static let part = "derived"

    /// Whether they follow the reports, by this program's data and rules. The register isn't read for that: it takes
    /// longer than a night without news.
    static func areCurrent(in warehouse: borrowing Warehouse) throws(WarehouseError) -> Bool {
        if try warehouse.version(of: part) == "outdated" { return false }
        return try haveVersions(in: warehouse)
    }

    private static func haveVersions(in warehouse: borrowing Warehouse) throws(WarehouseError)
        -> Bool
    {
        for (part, version) in versions where try warehouse.version(of: part) != version {
            return false
        }
        return true
    }

    /// Brings them up to date.
    func update(in warehouse: borrowing Warehouse) throws(WarehouseError) {
        let touched = try RegisterUpdate(catalog: register).run(in: warehouse)
        var comparisons = try ComparisonUpdate(warehouse)
        let isCurrent = try Self.haveVersions(in: warehouse)
        let all = isCurrent ? touched : Set(try warehouse.agencies().map(\.id)).union(touched)
        try comparisons.run(in: warehouse, after: all)
        try warehouse.renewStanding()
        if !isCurrent {
            for (part, version) in Self.versions { try warehouse.note(version: version, of: part) }
        }
        try warehouse.note(version: "current", of: Self.part)
    }
}
