public import ReportModel

/// A report that counts, as it is stored.
public struct StoredReport: Sendable {
    /// The revision's number.
    public var revision: Int
    /// The body's id.
    public var agency: String
    /// The year that the figures are about.
    public var year: Int
    /// Whose requests the tables count.
    public var scope: ReportScope
    /// The day of publication.
    public var published: CivilDate?
    /// The hash of the figures.
    public var likeness: String?
    /// The figures, without their places.
    public var cells: CellTable
}

extension Warehouse {
    /// Works out anew which reports count, and writes what has changed.
    public func renewStanding() throws(WarehouseError) {
        try database.execute(try Schema.text("queries/renew_standing"))
    }

    /// The reports of a body that count, by year.
    ///
    /// - Parameters:
    ///   - agency: the body's id.
    ///   - year: one year, or `nil` for all.
    /// - Returns: a report a year.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func standingReports(
        of agency: String,
        year: Int? = nil
    ) throws(WarehouseError) -> [StoredReport] {
        let rows = try database.rows(
            try Schema.text("queries/standing"),
            ["agency": .text(agency), "year": SQLValue(year)]
        )
        var reports: [StoredReport] = []
        for row in rows {
            guard let revision = row["revision_id"].integer, let year = row["year"].integer,
                let edition = row["edition"].text.flatMap(EditionID.init(rawValue:))
            else { continue }
            reports.append(
                StoredReport(
                    revision: revision,
                    agency: agency,
                    year: year,
                    scope: row["scope"].text.flatMap(ReportScope.init) ?? .unknown,
                    published: row["published"].text.flatMap(CivilDate.init(iso:)),
                    likeness: row["likeness"].text,
                    cells: try cells(of: revision, row, edition)
                )
            )
        }
        return reports
    }

    /// What a revision's text says.
    public func claims(ofRevision revision: Int) throws(WarehouseError) -> [Claim] {
        try database.rows(
            "SELECT * FROM claim WHERE revision_id = :revision ORDER BY number",
            ["revision": .integer(revision)]
        ).compactMap { row in
            guard let subject = row["subject"].text.flatMap(Claim.Subject.init),
                let kind = row["kind"].text.flatMap(Claim.Kind.init)
            else { return nil }
            var claim = Claim(
                subject,
                kind,
                value: row["value"].text.flatMap { ExactDecimal($0) },
                unit: row["unit"].text.flatMap(Claim.Unit.init),
                isApproximate: row["approximate"].integer == 1,
                quote: row["quote"].text ?? "",
                origin: Origin(
                    table: row["table_number"].integer,
                    line: row["line"].integer,
                    page: row["page"].integer
                ),
                paragraph: 0
            )
            claim.otherYear = row["other_year"].integer
            claim.scope = row["scope"].text.flatMap(ReportScope.init)
            return claim
        }
    }

    /// The fingerprints of a revision's sentences.
    public func sketch(ofRevision revision: Int) throws(WarehouseError) -> ProseSketch {
        var sketch = ProseSketch()
        let rows = try database.rows(
            "SELECT section, sentences FROM sketch WHERE revision_id = :revision",
            ["revision": .integer(revision)]
        )
        for row in rows {
            guard let section = row["section"].integer else { continue }
            sketch.sections[section] = ProseSketch.sentences(in: row["sentences"].text ?? "")
        }
        return sketch
    }

    /// The cells of a row of `figures`, with their marks.
    private func cells(
        of revision: Int,
        _ row: SQLRow,
        _ edition: EditionID
    ) throws(WarehouseError) -> CellTable {
        var cells = CellTable(edition: edition)
        let isOwn = Set(edition.codes)
        let first = row.columns.count - FigureColumns.all.count
        let places = Dictionary(
            uniqueKeysWithValues: zip(row.columns[first...], row.values[first...])
        )
        for column in FigureColumns.all {
            let text = places[column.name]?.text
            if let text, let value = ExactDecimal(text) {
                cells[column.code] = Cell(printed: text, figure: .number(value), origin: nil)
            } else if isOwn.contains(column.code) {
                cells[column.code] = Cell(printed: "", figure: .blank, origin: nil)
            }
        }
        let marks = try database.rows(
            "SELECT code, state, printed FROM cell_mark WHERE revision_id = :revision",
            ["revision": .integer(revision)]
        )
        for mark in marks {
            guard let code = mark["code"].text.flatMap({ Self.codesByName[$0] }) else { continue }
            let value = cells[code].figure.value
            let figure: Figure =
                switch mark["state"].text {
                case "number", "zero": value.map(Figure.number) ?? .text
                case "inferred": value.map(Figure.inferred) ?? .ambiguous
                case "na": .notApplicable
                case "text": .text
                case "ambiguous": .ambiguous
                case "absent": .absent
                default: .blank
                }
            cells[code] = Cell(printed: mark["printed"].text ?? "", figure: figure, origin: nil)
        }
        return cells
    }

    private static let codesByName = Dictionary(
        uniqueKeysWithValues: CellCode.all.map { ($0.name, $0) }
    )
}
