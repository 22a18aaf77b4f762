import Register
import ReportModel
import Warehouse

/// Works out who is behind the names in the warehouse, and stores what has changed.
struct RegisterUpdate {
    let catalog: RegisterCatalog

    /// Brings the register up to date.
    ///
    /// - Returns: the bodies whose reports are others than before.
    @discardableResult
    func run(in warehouse: borrowing Warehouse) throws(WarehouseError) -> Set<String> {
        let decisions = Self.decisions(try warehouse.nameDecisions())
        var builder = RegisterBuilder(catalog: catalog, decisions: decisions)
        try warehouse.eachNamedRevision { revision in
            builder.add(
                .init(
                    name: revision.name,
                    year: revision.year,
                    hints: Self.hints(on: revision)
                )
            )
        }
        let register = builder.register()
        var touched: Set<String> = []
        var moved: [(revision: Int, agency: String)] = []
        var place = 0
        try warehouse.eachAttribution { revision, before in
            let agency = register.agency(ofReport: place)
            place += 1
            guard agency != before else { return }
            moved.append((revision, agency))
            touched.insert(agency)
            touched.insert(before)
        }
        // A body that is called or placed otherwise touches those beside it.
        let known = Dictionary(
            uniqueKeysWithValues: try warehouse.agencies().map { ($0.id, $0) }
        )
        let now = Dictionary(uniqueKeysWithValues: register.agencies.map { ($0.id, $0) })
        for id in Set(known.keys).union(now.keys) where known[id] != now[id] {
            touched.formUnion([id, known[id]?.parent, now[id]?.parent].compactMap(\.self))
        }
        try warehouse.store(
            agencies: register.agencies,
            names: register.names,
            successions: register.successions,
            attributions: moved
        )
        let regions = catalog.regions
        try warehouse.store(regions: regions.regions) { regions.code(now: $0) }
        return touched
    }

    /// Who published the report, what the folder says of itself, and the folders' names.
    private static func hints(on revision: Warehouse.NamedRevision) -> [String] {
        let folders = (revision.path ?? "").split(separator: "/").dropLast().reversed()
        return [revision.issuer, revision.folderHint].compactMap(\.self) + folders.map(String.init)
    }

    private static func decisions(_ rows: [SQLRow]) -> RegisterDecisions {
        var entries: [String: RegisterDecisions.Entry] = [:]
        for row in rows {
            guard let name = row["name"].text else { continue }
            var entry = RegisterDecisions.Entry()
            entry.agency = row["agency"].text
            entry.standsAlone = row["stands_alone"].integer == 1
            entry.display = row["display"].text
            entry.region = row["region"].text
            entry.level = row["level"].text
            entry.kind = row["kind"].text
            entry.sector = row["sector"].text
            entry.parent = row["parent"].text
            entries[name] = entry
        }
        return RegisterDecisions(entries)
    }
}
