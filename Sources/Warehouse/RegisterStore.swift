public import ReportModel

extension Warehouse {
    /// A report as the register needs it: the name that it prints, and what else tells who that is.
    public struct NamedRevision: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The year.
        public var year: Int
        /// The body that put it online.
        public var issuer: String?
        /// What the folder says.
        public var folderHint: String?
        /// Where the file lies.
        public var path: String?
    }

    /// Goes through all revisions with the names that they print, one by one: there may be millions.
    ///
    /// - Parameter take: takes each, in the order of ``eachAttribution(_:)``.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func eachNamedRevision(
        _ take: (NamedRevision) -> Void
    ) throws(WarehouseError) {
        // Name and year are never NULL; a row passed over would move all behind it to other bodies.
        try database.walk(try Schema.text("queries/named_revisions")) { row in
            take(
                NamedRevision(
                    name: row.text(0) ?? "",
                    year: row.integer(1) ?? 0,
                    issuer: row.text(2),
                    folderHint: row.text(3),
                    path: row.text(4)
                )
            )
        }
    }

    /// Goes through all revisions with the bodies that they were attributed to before; a new one's is its name.
    ///
    /// - Parameter take: takes each revision's number and body.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func eachAttribution(
        _ take: (_ revision: Int, _ agency: String) -> Void
    ) throws(WarehouseError) {
        try database.walk(try Schema.text("queries/attributions")) { row in
            take(row.integer(0) ?? 0, row.text(1) ?? "")
        }
    }

    /// Stores the register in place of the one before.
    ///
    /// - Parameters:
    ///   - agencies: the bodies; their parents are among them.
    ///   - names: the names that they went by.
    ///   - successions: which took over which.
    ///   - attributions: the body of each revision that has another one now.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func store(
        agencies: [Agency],
        names: [AgencyName],
        successions: [Succession],
        attributions: [(revision: Int, agency: String)]
    ) throws(WarehouseError) {
        try database.execute(
            "PRAGMA defer_foreign_keys = ON; DELETE FROM succession; DELETE FROM agency"
        )
        let agency = try database.prepare("INSERT INTO agency VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for body in agencies {
            try database.run(
                agency,
                [
                    .text(body.id), .text(body.name), SQLValue(body.region),
                    .text(body.level.rawValue), .text(body.kind.rawValue), SQLValue(body.sector),
                    SQLValue(body.parent), .text(body.standing.rawValue), .text(body.remark),
                ]
            )
        }
        try storeAncestors(of: agencies)
        let name = try database.prepare("INSERT INTO agency_name VALUES (?, ?, ?, ?, ?)")
        for entry in names {
            try database.run(
                name,
                [
                    .text(entry.agency), .text(entry.name), .integer(entry.years.lowerBound),
                    .integer(entry.years.upperBound), .text(entry.reason),
                ]
            )
        }
        let succession = try database.prepare("INSERT INTO succession VALUES (?, ?, ?, ?, ?)")
        for entry in successions {
            try database.run(
                succession,
                [
                    .text(entry.predecessor), .text(entry.successor), .text(entry.kind),
                    .integer(entry.year), .text(entry.reason),
                ]
            )
        }
        let attribution = try database.prepare("UPDATE revision SET agency_id = ? WHERE id = ?")
        for entry in attributions {
            try database.run(attribution, [.text(entry.agency), .integer(entry.revision)])
        }
    }

    private func storeAncestors(of agencies: [Agency]) throws(WarehouseError) {
        let parents = Dictionary(uniqueKeysWithValues: agencies.map { ($0.id, $0.parent) })
        let insert = try database.prepare("INSERT INTO ancestor VALUES (?, ?, ?)")
        for agency in agencies {
            var seen: Set = [agency.id]
            var above = agency.parent
            // A person may have decided on a circle.
            while let parent = above, seen.insert(parent).inserted {
                try database.run(
                    insert,
                    [.text(agency.id), .text(parent), .integer(seen.count - 1)]
                )
                above = parents[parent] ?? nil
            }
        }
    }

    /// Stores the administrative divisions, if other ones are stored.
    ///
    /// - Parameters:
    ///   - regions: a line for each code and name.
    ///   - today: the code by which a division goes today.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func store(
        regions: [Region],
        today: (String) -> String
    ) throws(WarehouseError) {
        try database.execute("DELETE FROM region")
        let insert = try database.prepare("INSERT INTO region VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for region in regions {
            try database.run(
                insert,
                [
                    .text(region.code), .text(region.level.rawValue), SQLValue(region.parent),
                    .text(region.name), .text(region.shortName), SQLValue(region.from),
                    SQLValue(region.until), .text(today(region.code)),
                ]
            )
        }
    }

    /// The bodies that go by a name or number, or went by it: id and name.
    public func bodies(named name: String) throws(WarehouseError) -> [(id: String, name: String)] {
        try database.rows(try Schema.text("queries/bodies_named"), ["name": .text(name)])
            .compactMap { row in
                guard let id = row["id"].text, let name = row["name"].text else { return nil }
                return (id, name)
            }
    }

    /// The bodies of the register with their regions and years.
    ///
    /// - Parameters:
    ///   - agency: one body's name, or `nil` for all.
    ///   - region: the beginning of the region's code, or `nil` for all.
    ///   - standing: one standing, or `nil` for all.
    /// - Returns: a row a body.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func registerRows(
        agency: String? = nil,
        region: String? = nil,
        standing: String? = nil
    ) throws(WarehouseError) -> [SQLRow] {
        try database.rows(
            try Schema.text("queries/agencies"),
            [
                "agency": SQLValue(agency), "region": SQLValue(region),
                "standing": SQLValue(standing),
            ]
        )
    }

    /// What there is and what is missing: a row for each body and year on which a report can be expected.
    ///
    /// - Parameters:
    ///   - filter: the reports.
    ///   - region: the beginning of the region's code, or `nil` for all.
    ///   - season: the last year on which reports can be expected.
    /// - Returns: the rows, by region, body and year.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func coverage(
        _ filter: Filter,
        region: String?,
        season: Int
    ) throws(WarehouseError) -> [SQLRow] {
        var parameters = filter.parameters
        parameters["region"] = SQLValue(region)
        parameters["season"] = .integer(season)
        return try database.rows(try Schema.text("queries/coverage"), parameters)
    }

    /// The administrative divisions of today, by code.
    public func regionNames() throws(WarehouseError) -> [(code: String, name: String)] {
        try database.rows(
            "SELECT code, name FROM region WHERE last_year IS NULL AND today = code ORDER BY code"
        ).compactMap { row in
            guard let code = row["code"].text, let name = row["name"].text else { return nil }
            return (code, name)
        }
    }

    /// With which version of its data or rules a derived part was made last; `nil` if never.
    public func version(of part: String) throws(WarehouseError) -> String? {
        try database.rows(
            "SELECT version FROM made_with WHERE part = :part",
            ["part": .text(part)]
        ).first?["version"].text
    }

    /// Notes with which version a derived part was made.
    public func note(version: String, of part: String) throws(WarehouseError) {
        let insert = try database.prepare("INSERT OR REPLACE INTO made_with VALUES (?, ?)")
        try database.run(insert, [.text(part), .text(version)])
    }

    /// What people have decided about names: a row a name.
    public func nameDecisions() throws(WarehouseError) -> [SQLRow] {
        try database.rows("SELECT * FROM name_decision ORDER BY name")
    }

    /// Stores decisions about a name, in place of those before; columns that are not given stay.
    public func decide(
        _ name: String,
        _ values: [String: SQLValue]
    ) throws(WarehouseError) {
        let insert = try database.prepare("INSERT OR IGNORE INTO name_decision (name) VALUES (?)")
        try database.run(insert, [.text(name)])
        for column in Self.decisionColumns {
            guard let value = values[column] else { continue }
            let update = try database.prepare(
                "UPDATE name_decision SET \(column) = ? WHERE name = ?"
            )
            try database.run(update, [value, .text(name)])
        }
    }

    /// The columns of a decision about a name.
    public static let decisionColumns = [
        "agency", "stands_alone", "display", "region", "level", "kind", "sector", "parent",
        "reason",
    ]
}
