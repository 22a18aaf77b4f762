public import ReportModel

extension Warehouse {
    /// The bodies whose reports have not been weighed beside others since they changed.
    public func unweighedAgencies() throws(WarehouseError) -> Set<String> {
        Set(
            try database.rows(try Schema.text("queries/unweighed"))
                .compactMap { $0["agency_id"].text }
        )
    }

    /// Which body's findings rest on which other body's reports.
    public func comparedAgencies() throws(WarehouseError) -> [(agency: String, against: [String])] {
        try database.rows(
            "SELECT DISTINCT agency_id, against FROM comparison WHERE against <> ''"
        ).compactMap { row in
            guard let agency = row["agency_id"].text, let against = row["against"].text else {
                return nil
            }
            let others = against.split(separator: " ").map { reference in
                String(reference.prefix(upTo: reference.lastIndex(of: ":") ?? reference.endIndex))
            }
            return (agency, others)
        }
    }

    /// The bodies of the register, without their names.
    public func agencies() throws(WarehouseError) -> [Agency] {
        try database.rows("SELECT * FROM agency ORDER BY id").compactMap { row in
            guard let id = row["id"].text, let name = row["name"].text else { return nil }
            return Agency(
                id: id,
                name: name,
                region: row["region"].text,
                level: row["level"].text.flatMap(AgencyLevel.init) ?? .unknown,
                kind: row["kind"].text.flatMap(AgencyKind.init) ?? .department,
                sector: row["sector"].text,
                parent: row["parent"].text,
                standing: row["standing"].text.flatMap(AgencyStanding.init) ?? .provisional,
                remark: row["remark"].text ?? ""
            )
        }
    }

    /// The bodies that were merged into others.
    public func successions() throws(WarehouseError) -> [Succession] {
        try database.rows("SELECT * FROM succession ORDER BY predecessor, successor").compactMap {
            row in
            guard let predecessor = row["predecessor"].text, let successor = row["successor"].text,
                let year = row["year"].integer
            else { return nil }
            return Succession(
                predecessor: predecessor,
                successor: successor,
                kind: row["kind"].text ?? "",
                year: year,
                reason: row["reason"].text ?? ""
            )
        }
    }

    /// The reports that count and have the figures of another one: likeness, body and year.
    public func alikeReports() throws(WarehouseError) -> [(
        likeness: String, agency: String, year: Int
    )] {
        try database.rows(try Schema.text("queries/alike")).compactMap { row in
            guard let likeness = row["likeness"].text, let agency = row["agency_id"].text,
                let year = row["year"].integer
            else { return nil }
            return (likeness, agency, year)
        }
    }

    /// Goes through the sentences of all reports that count on a year, body by body and section by section.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - take: takes a section's sentences and whose they are.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func eachSketch(
        ofYear year: Int,
        _ take: (_ agency: String, _ sentences: [ProseSketch.Sentence]) -> Void
    ) throws(WarehouseError) {
        try database.walk(try Schema.text("queries/sketches"), ["year": .integer(year)]) { row in
            guard let agency = row.text(0), let text = row.text(1) else { return }
            take(agency, ProseSketch.sentences(in: text))
        }
    }

    /// Forgets what was said about a body's reports beside others.
    public func forgetComparisons(of agency: String) throws(WarehouseError) {
        for table in ["comparison", "weighed"] {
            let delete = try database.prepare("DELETE FROM \(table) WHERE agency_id = ?")
            try database.run(delete, [.text(agency)])
        }
    }

    /// Stores what the rules say about a body's report beside others; passes are only counted.
    public func store(
        comparisons findings: [Finding],
        of agency: String,
        year: Int,
        scope: ReportScope
    ) throws(WarehouseError) {
        let count = try database.prepare("INSERT INTO weighed VALUES (?, ?, ?, ?)")
        try database.run(
            count,
            [.text(agency), .integer(year), .text(scope.rawValue), .integer(findings.count)]
        )
        guard findings.contains(where: { $0.verdict != .pass }) else { return }
        let insert = try database.prepare(
            "INSERT INTO comparison VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for (number, finding) in findings.enumerated() where finding.verdict != .pass {
            try database.run(
                insert,
                [
                    .text(agency), .integer(year), .integer(number + 1), .text(finding.rule),
                    .text(finding.severity.rawValue), .text(finding.scope),
                    .text(finding.verdict.rawValue), .text(finding.formula), .text(finding.left),
                    .text(finding.right), SQLValue(finding.fault?.rawValue),
                    SQLValue(finding.ifBlanksAreZero?.rawValue),
                    .text(finding.cells.map(\.name).joined(separator: " ")),
                    .text(finding.against.joined(separator: " ")),
                ]
            )
        }
    }
}
