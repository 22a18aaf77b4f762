public import ReportModel

/// Where a content came from, and what it was read with.
public struct SourceFile: Sendable, Hashable {
    /// The file's path, as the user gave it.
    public var path: String
    /// The hash of its bytes.
    public var hash: ContentHash
    /// The format that it was read as.
    public var format: String
    /// The encoding that it was in.
    public var encoding: String
    /// The version of everything that read it.
    public var reader: String
    /// What the folder says about the body that reports, if anything.
    public var folderHint: String?

    /// A file with its hash and how it was read.
    public init(
        path: String,
        hash: ContentHash,
        format: String,
        encoding: String,
        reader: String,
        folderHint: String? = nil
    ) {
        self.folderHint = folderHint
        self.path = path
        self.hash = hash
        self.format = format
        self.encoding = encoding
        self.reader = reader
    }
}

/// What a run did, in documents. `seen` is the sum of the first five.
public struct RunTally: Sendable, Hashable {
    /// Contents at a place where nothing was before.
    public var new = 0
    /// Other contents at a known place, or known ones that a newer reader has read again.
    public var changed = 0
    /// Contents that were known at their place.
    public var unchanged = 0
    /// Those that are in quarantine.
    public var quarantined = 0
    /// Those in quarantine that people want to hear no more of.
    public var ignored = 0
    /// Those in quarantine that were not before.
    public var newlyQuarantined = 0
    /// Files that are gone since.
    public var vanished = 0

    /// No files at all.
    public init() {}

    /// All documents.
    public var seen: Int { new + changed + unchanged + quarantined + ignored }
}

extension Warehouse {
    /// Does something as one transaction: all of it is stored, or nothing. What was worked out before is no longer
    /// taken for granted, if anything changes.
    public func transaction<Result>(
        _ work: () throws(WarehouseError) -> Result
    ) throws(WarehouseError) -> Result {
        try unit { () throws(WarehouseError) in
            let before = database.changes
            let result = try work()
            if database.changes != before {
                try database.execute("UPDATE generation SET number = number + 1")
            }
            return result
        }
    }

    /// Does something as one transaction that changes nothing of what reports say.
    func unit<Result>(
        _ work: () throws(WarehouseError) -> Result
    ) throws(WarehouseError) -> Result {
        try database.execute("BEGIN IMMEDIATE")
        do throws(WarehouseError) {
            let result = try work()
            try database.execute("COMMIT")
            return result
        } catch {
            try? database.execute("ROLLBACK")
            throw error
        }
    }

    /// What the warehouse knows of a content.
    public enum Knowledge: Sendable, Hashable {
        /// Nothing.
        case none
        /// It is loaded, and this path is known for it.
        case loaded
        /// It is loaded, but was read by another version, or under another path only.
        case loadedOtherwise(reader: String)
        /// It was refused at this path by this version.
        case quarantined
        /// It was refused at this path, and people want to hear no more of it.
        case ignored
    }

    /// Looks a content up.
    ///
    /// - Parameters:
    ///   - path: where it lies now.
    ///   - hash: the hash of its bytes; `nil` if they can't be had.
    ///   - reader: the version that would read it now.
    /// - Returns: what is known of it.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func knowledge(
        of path: String,
        hash: ContentHash?,
        reader: String
    ) throws(WarehouseError) -> Knowledge {
        let parameters: [String: SQLValue] = [
            "path": .text(path), "sha256": SQLValue(hash?.description), "reader": .text(reader),
        ]
        let refused = try database.rows(try Schema.text("queries/refused"), parameters)
        if let row = refused.first { return row["ignored"].integer == 1 ? .ignored : .quarantined }
        let known = try database.rows(try Schema.text("queries/known"), parameters)
        guard let row = known.first, let by = row["reader"].text else { return .none }
        return by == reader && row["here"].integer == 1 ? .loaded : .loadedOtherwise(reader: by)
    }

    /// Notes that a loaded content lies at a path.
    public func note(_ hash: ContentHash, at path: String) throws(WarehouseError) {
        let statement = try database.prepare(
            "INSERT INTO location VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256"
        )
        try database.run(statement, [.text(path), .text(hash.description)])
        try release(path)
    }

    /// Stores a report, in place of what another version has read from the same content.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - findings: what the rules say about it; passes are not stored.
    ///   - judgements: how many judgements were made on it, passes included; all findings if `nil`.
    ///   - source: where it came from.
    /// - Returns: how many numbers are others than those that were read before; 0 for a new content.
    /// - Throws: ``WarehouseError`` when the database refuses; then nothing is stored.
    @discardableResult
    public func load(
        _ report: Report,
        findings: [Finding],
        judgements: Int? = nil,
        from source: SourceFile
    ) throws(WarehouseError) -> Int {
        // As one: between the old revision's end and the new one's beginning nobody must look.
        try database.execute("SAVEPOINT load")
        let known = try identifier(of: source.hash)
        let id = if let known { known } else { try nextIdentifier() }
        let earlier = known == nil ? nil : try removeRevision(id)
        try insertRevision(id, report, judgements: judgements ?? findings.count, source)
        try insertFigures(id, report.cells)
        try insertMarks(id, report.cells)
        try insertPlaces(id, report.cells)
        try insertFindings(id, findings)
        try insertWarnings(id, report.warnings)
        try insertClaims(id, report.claims)
        try insertSketch(id, report.sketch)
        try note(source.hash, at: source.path)
        try database.execute("RELEASE load")
        return earlier.map { Self.changes(from: $0, to: report.cells) } ?? 0
    }

    /// Stores that a file could not be taken in.
    public func quarantine(
        _ rejection: Rejection,
        path: String,
        hash: ContentHash?,
        reader: String,
        at time: String? = nil
    ) throws(WarehouseError) {
        // A reader that crashed or never came back says nothing of what was read before.
        if let hash, rejection.code != .crashed, rejection.code != .timedOut {
            // Another version had read it, or it was read under another name: what was read is no longer vouched
            // for, and wherever else it lies it has to be opened again.
            _ = try database.rows(
                try Schema.text("queries/forget_seen"),
                ["sha256": .text(hash.description)]
            )
            let locations = try database.prepare("DELETE FROM location WHERE sha256 = ?")
            try database.run(locations, [.text(hash.description)])
            if let known = try identifier(of: hash) { _ = try removeRevision(known) }
        }
        let statement = try database.prepare(try Schema.text("queries/quarantine"))
        var values: [SQLValue] = [
            .text(path), SQLValue(hash?.description), .text(rejection.code.rawValue),
        ]
        values += Self.details(rejection.details, count: 4)
        values += [
            SQLValue(rejection.origin?.table), SQLValue(rejection.origin?.line),
            SQLValue(rejection.agency), SQLValue(rejection.year), .text(reader),
            SQLValue(time),
        ]
        try database.run(statement, values)
    }

    /// A file that was in quarantine has been taken in.
    private func release(_ path: String) throws(WarehouseError) {
        let statement = try database.prepare("DELETE FROM quarantine WHERE path = ?")
        try database.run(statement, [.text(path)])
    }

    /// The number of a revision of this content; `nil` if there is none.
    private func identifier(of hash: ContentHash) throws(WarehouseError) -> Int? {
        try database.rows(
            "SELECT id FROM revision WHERE sha256 = :sha256",
            ["sha256": .text(hash.description)]
        ).first?["id"].integer
    }

    /// The number of the next revision. Numbers follow each other, so that what comes in stands at each table's end; nobody
    /// outside sees them.
    private func nextIdentifier() throws(WarehouseError) -> Int {
        try database.rows(try Schema.text("queries/next_revision"))[0]["id"].integer ?? 1
    }

    /// Takes a revision away.
    ///
    /// - Returns: the numbers that it had.
    private func removeRevision(_ id: Int) throws(WarehouseError) -> SQLRow? {
        let figures = try database.rows(
            try Schema.text("queries/report_figures", figures: FigureColumns.all),
            ["report": .integer(id)]
        ).first
        let statement = try database.prepare("DELETE FROM revision WHERE id = ?")
        try database.run(statement, [.integer(id)])
        return figures
    }

    /// How many numbers are others than those of a row that ``removeRevision(_:)`` gave.
    private static func changes(from earlier: SQLRow, to cells: CellTable) -> Int {
        zip(FigureColumns.all, earlier.values.dropFirst()).count { column, value in
            value != FigureColumns.value(of: cells[column.code], in: column.code)
        }
    }

    private func insertRevision(
        _ id: Int,
        _ report: Report,
        judgements: Int,
        _ source: SourceFile
    ) throws(WarehouseError) {
        let statement = try database.prepare(
            """
            INSERT INTO revision (id, sha256, agency, agency_evidence, agency_quote, year,
                year_evidence, year_quote, published, title, edition, format, encoding, reader, rules,
                signed, index_number, issued_by, scope, scope_quote, scope_line, folder_hint, likeness, agency_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        try database.run(
            statement,
            [
                .integer(id), .text(source.hash.description), .text(report.agency.value),
                .text(report.agency.evidence.rawValue), .text(report.agency.quote),
                .integer(report.year.value), .text(report.year.evidence.rawValue),
                .text(report.year.quote), SQLValue(report.published?.value.description),
                .text(report.title), .text(report.edition.rawValue), .text(source.format),
                .text(source.encoding), .text(source.reader), .integer(judgements),
                SQLValue(report.signed?.value.description), SQLValue(report.indexNumber?.value),
                SQLValue(report.issuer?.value),
                .text((report.scope?.value ?? .unknown).rawValue), SQLValue(report.scope?.quote),
                SQLValue(report.scope?.origin?.line), SQLValue(source.folderHint),
                SQLValue(report.cells.likeness?.description), .text(report.agency.value),
            ]
        )
    }

    /// Stores a report's numbers, in each table only if the report's form, or its print, has cells of it.
    private func insertFigures(_ id: Int, _ cells: CellTable) throws(WarehouseError) {
        let tables = Set(cells.inFormOrder.map { FigureColumns.Table(of: $0.code) })
        for (table, columns, insert) in FigureColumns.inserts where tables.contains(table) {
            let values = columns.map { FigureColumns.value(of: cells[$0.code], in: $0.code) }
            try database.run(try database.prepare(insert), [.integer(id)] + values)
        }
    }

    private func insertMarks(_ id: Int, _ cells: CellTable) throws(WarehouseError) {
        let statement = try database.prepare("INSERT INTO cell_mark VALUES (?, ?, ?, ?)")
        for (code, cell) in cells.inFormOrder where !FigureColumns.tellsAll(cell, in: code) {
            try database.run(
                statement,
                [.integer(id), .text(code.name), .text(cell.figure.state), .text(cell.printed)]
            )
        }
    }

    private func insertPlaces(_ id: Int, _ cells: CellTable) throws(WarehouseError) {
        let statement = try database.prepare(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for run in PlaceRun.runs(of: cells) {
            try database.run(
                statement,
                [
                    .integer(id), .integer(run.first), .integer(run.last),
                    SQLValue(run.origin.page),
                    SQLValue(run.origin.table), SQLValue(run.origin.row),
                    SQLValue(run.origin.column), .integer(run.columnStep),
                    SQLValue(run.origin.line), .integer(run.lineStep),
                ]
            )
        }
    }

    private func insertFindings(_ id: Int, _ findings: [Finding]) throws(WarehouseError) {
        let statement = try database.prepare(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for (number, finding) in findings.enumerated() where finding.verdict != .pass {
            try database.run(
                statement,
                [
                    .integer(id), .integer(number + 1), .text(finding.rule),
                    .text(finding.severity.rawValue), .text(finding.scope),
                    .text(finding.verdict.rawValue), .text(finding.formula), .text(finding.left),
                    .text(finding.right), SQLValue(finding.fault?.rawValue),
                    SQLValue(finding.ifBlanksAreZero?.rawValue),
                    .text(finding.cells.map(\.name).joined(separator: " ")),
                ]
            )
        }
    }

    private func insertWarnings(_ id: Int, _ warnings: [ReadingWarning]) throws(WarehouseError) {
        let statement = try database.prepare("INSERT INTO warning VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (number, warning) in warnings.enumerated() {
            var values: [SQLValue] = [
                .integer(id), .integer(number + 1), .text(warning.code.rawValue),
            ]
            values += Self.details(warning.details, count: 3)
            values += [SQLValue(warning.origin?.table), SQLValue(warning.origin?.line)]
            try database.run(statement, values)
        }
    }

    private func insertClaims(_ id: Int, _ claims: [Claim]) throws(WarehouseError) {
        let statement = try database.prepare(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for (number, claim) in claims.enumerated() {
            try database.run(
                statement,
                [
                    .integer(id), .integer(number + 1), .text(claim.subject.rawValue),
                    .text(claim.kind.rawValue), SQLValue(claim.value?.description),
                    SQLValue(claim.unit?.rawValue), .integer(claim.isApproximate ? 1 : 0),
                    .text(claim.quote), SQLValue(claim.origin.page), SQLValue(claim.origin.table),
                    SQLValue(claim.origin.line), SQLValue(claim.scope?.rawValue),
                    SQLValue(claim.otherYear),
                ]
            )
        }
    }

    private func insertSketch(_ id: Int, _ sketch: ProseSketch) throws(WarehouseError) {
        let statement = try database.prepare("INSERT INTO sketch VALUES (?, ?, ?)")
        for (section, sentences) in sketch.sections.sorted(by: { $0.key < $1.key }) {
            try database.run(
                statement,
                [.integer(id), .integer(section), .text(ProseSketch.text(of: sentences))]
            )
        }
    }

    /// As many columns as there are for details; further ones are part of the last.
    private static func details(_ details: [String], count: Int) -> [SQLValue] {
        var values = details.prefix(count).map { SQLValue.text($0) }
        if details.count > count {
            values[count - 1] = .text(details[(count - 1)...].joined(separator: " "))
        }
        while values.count < count { values.append(.null) }
        return values
    }
}
