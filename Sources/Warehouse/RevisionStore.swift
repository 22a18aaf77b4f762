extension Warehouse {
    /// The revisions of a body's report on a year, the one that counts first.
    ///
    /// - Parameters:
    ///   - agency: the body's id.
    ///   - year: the year.
    ///   - day: a day in ISO 8601; what was published later isn't there yet. `nil` for now.
    /// - Returns: a row a revision; those whose day of publication nobody knows last.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func revisions(
        of agency: String,
        year: Int,
        asOf day: String?
    ) throws(WarehouseError) -> [SQLRow] {
        try database.rows(
            try Schema.text("queries/revisions"),
            ["agency": .text(agency), "year": .integer(year), "day": SQLValue(day)]
        )
    }

    /// Lets a revision count whatever was published later, or takes that back.
    ///
    /// - Parameters:
    ///   - sha256: the hash of its content.
    ///   - reason: why; `nil` takes the pin away.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func pin(_ sha256: String, reason: String?) throws(WarehouseError) {
        // Of one report only one can count.
        let others = try database.prepare(
            """
            DELETE FROM pin WHERE sha256 IN (
                SELECT other.sha256 FROM revision JOIN revision AS other
                    ON other.agency_id = revision.agency_id AND other.year = revision.year
                WHERE revision.sha256 = ?)
            """
        )
        try database.run(others, [.text(sha256)])
        if let reason {
            let insert = try database.prepare("INSERT INTO pin VALUES (?, ?)")
            try database.run(insert, [.text(sha256), .text(reason)])
        }
        let weighed = try database.prepare(
            "DELETE FROM weighed WHERE agency_id = (SELECT agency_id FROM revision WHERE sha256 = ?)"
        )
        try database.run(weighed, [.text(sha256)])
    }
}
