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
        var reports: [StoredReport] = []
        let query = try Schema.text("queries/standing", figures: FigureColumns.all)
        try database.walk(query, ["agency": .text(agency), "year": SQLValue(year)]) { row in
            guard let revision = row.integer(0), let year = row.integer(2),
                let edition = row.text(5).flatMap(EditionID.init(rawValue:))
            else { return }
            reports.append(
                StoredReport(
                    revision: revision,
                    agency: agency,
                    year: year,
                    scope: row.text(3).flatMap(ReportScope.init) ?? .unknown,
                    published: row.text(4).flatMap(CivilDate.init(iso:)),
                    likeness: row.text(6),
                    cells: Self.cells(in: row, from: 7, edition)
                )
            )
        }
        for index in reports.indices {
            try addMarks(ofRevision: reports[index].revision, to: &reports[index].cells)
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

    /// The cells in the columns of a row from one on, in the order of ``FigureColumns``.
    private static func cells(
        in row: SQLCursor,
        from first: Int,
        _ edition: EditionID
    ) -> CellTable {
        var cells = CellTable(edition: edition)
        for (ordinal, code) in CellCode.all.enumerated() {
            let column = first + ordinal
            if let whole = row.integer(column) {
                let value = ExactDecimal(whole)
                cells[code] = Cell(printed: String(whole), figure: .number(value), origin: nil)
            } else if let text = row.text(column), let value = ExactDecimal(text) {
                cells[code] = Cell(printed: text, figure: .number(value), origin: nil)
            } else if edition.hasOrdinal[ordinal] {
                cells[code] = Cell(printed: "", figure: .blank, origin: nil)
            }
        }
        return cells
    }

    /// Puts in what the columns don't tell of a revision's cells.
    private func addMarks(
        ofRevision revision: Int,
        to cells: inout CellTable
    ) throws(WarehouseError) {
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
    }

    private static let codesByName = Dictionary(
        uniqueKeysWithValues: CellCode.all.map { ($0.name, $0) }
    )
}
