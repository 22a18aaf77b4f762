extension Warehouse {
    /// How many judgements were passed on some reports, within them and beside others.
    public func judgements(on filter: Filter) throws(WarehouseError) -> Int {
        let rows = try database.rows(try Schema.text("queries/judgements"), filter.parameters)
        return rows.first?["judgements"].integer ?? 0
    }

    /// The findings of an id: several where a report's text says the same thing twice.
    public func findings(id: String) throws(WarehouseError) -> [SQLRow] {
        try database.rows("SELECT * FROM v_finding WHERE finding_id = :id", ["id": .text(id)])
    }

    /// What the rules say within one revision, whether it counts or not.
    public func findings(ofRevision revision: SQLValue) throws(WarehouseError) -> [SQLRow] {
        try database.rows(
            "SELECT * FROM finding WHERE revision_id = :revision ORDER BY number",
            ["revision": revision]
        )
    }

    /// Notes that a finding is accepted, as long as it rests on the same figures.
    public func accept(
        _ finding: String,
        restingOn rests: String,
        reason: String
    ) throws(WarehouseError) {
        let insert = try database.prepare("INSERT OR REPLACE INTO acceptance VALUES (?, ?, ?)")
        try transaction { () throws(WarehouseError) in
            try database.run(insert, [.text(finding), .text(rests), .text(reason)])
        }
    }

    /// Takes back that a finding is accepted.
    public func reopen(_ finding: String, restingOn rests: String) throws(WarehouseError) {
        let delete = try database.prepare(
            "DELETE FROM acceptance WHERE finding = ? AND rests_on = ?"
        )
        try transaction { () throws(WarehouseError) in
            try database.run(delete, [.text(finding), .text(rests)])
        }
    }
}
