public import ReportModel

/// The official form's words, and the other words that bodies have put in their place.
///
/// The words are data: `Editions/*.csv` holds the form as issued, `Wordings/labels.csv` what was seen
/// in the wild, with where. A new wording is one line there.
public struct FormCatalog: Sendable {
    /// Section two, each edition's: the rows' part of the code, `regulation`, `licensing`, ….
    public private(set) var proactiveRows: [EditionID: LabelBook<String>] = [:]
    /// Section two, each edition's: the columns' part of the code, `made`, `decisions`, ….
    public private(set) var proactiveColumns: [EditionID: LabelBook<String>] = [:]
    /// Section three, rows.
    public private(set) var requestRows = LabelBook<RequestRow>()
    /// Section three, the groups that several rows share.
    public private(set) var requestGroups = LabelBook<Disposition>()
    /// Section three, columns.
    public private(set) var applicants = LabelBook<Applicant>()
    /// Section four, blocks.
    public private(set) var disputeRoutes = LabelBook<DisputeRoute>()
    /// Section four, columns.
    public private(set) var disputeOutcomes = LabelBook<DisputeOutcome>()
    /// The statistics sheet's rows whose labels only one row has.
    public private(set) var statistics = LabelBook<StatisticCell>()
    /// The statistics sheet's rows within a block that shares its labels with another.
    public private(set) var statisticsInBlocks: [StatisticCell.Block: LabelBook<StatisticCell>] =
        [:]
    /// The statistics sheet's columns of figures.
    public private(set) var statisticColumns = LabelBook<String>()
    /// Words of the tables that name no cell, by section.
    public private(set) var headings: [FormSection: LabelBook<String>] = [:]
    /// The words by which texts claim things.
    public private(set) var claimWords = ClaimWords()
    /// The words by which texts say whose requests they count.
    public private(set) var scopeWords = ScopeWords()
    /// The words around a report.
    public private(set) var pageWords = PageWords()
    /// The forms' own words.
    public let official: OfficialLabels

    /// Reads the catalogue out of the files in the binary.
    ///
    /// - Throws: ``CatalogError`` when a file doesn't fit the vocabulary.
    public init() throws(CatalogError) {
        official = try OfficialLabels()
        for (edition, lines) in official.lines {
            for line in lines { try add(line, file: OfficialLabels.file(of: edition)) }
        }
        try readWordings()
        try readClaimWords()
        try readPageWords()
    }

    /// The hash of all words: it changes when a wording is added.
    public var fingerprint: ContentHash {
        let texts = EmbeddedFiles.text.sorted { $0.key < $1.key }.map { $0.key + "\n" + $0.value }
        return ContentHash(of: Array(texts.joined().utf8))
    }

    /// Whether a label stands for something in one of the forms' tables.
    public func knows(_ label: LabelKey) -> Bool {
        requestRows.item(for: label) != nil || requestGroups.item(for: label) != nil
            || applicants.item(for: label) != nil || disputeRoutes.item(for: label) != nil
            || disputeOutcomes.item(for: label) != nil
            || statistics.item(for: label.withoutAmong) != nil
            || proactiveRows.values.contains { $0.item(for: label) != nil }
            || proactiveColumns.values.contains { $0.item(for: label) != nil }
            || headings.values.contains { $0.item(for: label) != nil }
    }

    /// All wordings of rows, columns and blocks.
    var labels: [LabelKey] {
        proactiveRows.values.flatMap(\.labels) + proactiveColumns.values.flatMap(\.labels)
            + Array(requestRows.labels) + Array(requestGroups.labels) + Array(applicants.labels)
            + Array(disputeRoutes.labels) + Array(disputeOutcomes.labels) + Array(statistics.labels)
            + statisticsInBlocks.values.flatMap(\.labels) + Array(statisticColumns.labels)
            + headings.values.flatMap(\.labels)
    }

    private mutating func readWordings() throws(CatalogError) {
        let file = "Wordings/labels.csv"
        let columns = ["edition", "section", "part", "code", "printed", "seen_in"]
        for record in try CatalogFile.records(file, columns) {
            guard EditionID(rawValue: record[0]) != nil, !record[5].isEmpty else {
                throw CatalogError(file: file, label: record[4], problem: .incomplete)
            }
            try add(
                .init(section: record[1], part: record[2], code: record[3], words: record[4]),
                file: file
            )
        }
    }

    private mutating func readClaimWords() throws(CatalogError) {
        let file = "Wordings/claims.csv"
        for record in try CatalogFile.records(file, ["part", "code", "words", "seen_in"]) {
            guard claimWords.add(part: record[0], code: record[1], words: record[2]) else {
                throw CatalogError(file: file, label: record[2], problem: .unknown(record[1]))
            }
        }
        let scopes = "Wordings/scopes.csv"
        for record in try CatalogFile.records(scopes, ["scope", "about", "words", "seen_in"]) {
            guard scopeWords.add(scope: record[0], about: record[1], words: record[2]) else {
                throw CatalogError(
                    file: scopes,
                    label: record[2],
                    problem: .unknown("\(record[0]), \(record[1])")
                )
            }
        }
    }

    private mutating func readPageWords() throws(CatalogError) {
        let file = "Wordings/pages.csv"
        for record in try CatalogFile.records(file, ["part", "words", "seen_in"]) {
            guard pageWords.add(part: record[0], words: record[1]) else {
                throw CatalogError(file: file, label: record[1], problem: .unknown(record[0]))
            }
        }
    }

    private mutating func add(_ label: FormLabel, file: String) throws(CatalogError) {
        let key = LabelKey(label.words)
        let code = label.code
        let addition: Addition =
            switch (label.section, label.part) {
            case ("s2", "row"):
                Self.add(key, code, to: &proactiveRows[.e2021, default: LabelBook()])
            case ("s2", "column"):
                Self.add(key, code, to: &proactiveColumns[.e2021, default: LabelBook()])
            case ("s2o", "row"):
                Self.add(key, code, to: &proactiveRows[.e2019, default: LabelBook()])
            case ("s2o", "column"):
                Self.add(key, code, to: &proactiveColumns[.e2019, default: LabelBook()])
            case ("s3", "row"): Self.add(key, RequestRow(rawValue: code), to: &requestRows)
            case ("s3", "group"): Self.add(key, Disposition(rawValue: code), to: &requestGroups)
            case ("s3", "column"): Self.add(key, Applicant(rawValue: code), to: &applicants)
            case ("s4", "row"): Self.add(key, DisputeRoute(rawValue: code), to: &disputeRoutes)
            case ("s4", "column"):
                Self.add(key, DisputeOutcome(rawValue: code), to: &disputeOutcomes)
            case ("s14", "row"): addStatistic(key, StatisticCell(rawValue: code))
            case ("s14", "column"): Self.add(key, code, to: &statisticColumns)
            case (_, "heading"):
                FormSection(rawValue: label.section).map { section in
                    Self.add(key, code, to: &headings[section, default: LabelBook()])
                } ?? .unknown
            default: .unknown
            }
        switch addition {
        case .added: return
        case .unknown: throw CatalogError(file: file, label: label.words, problem: .unknown(code))
        case .taken: throw CatalogError(file: file, label: label.words, problem: .takenTwice)
        }
    }

    private mutating func addStatistic(_ key: LabelKey, _ cell: StatisticCell?) -> Addition {
        guard let cell else { return .unknown }
        guard let block = cell.block else {
            return Self.add(key.withoutAmong, cell, to: &statistics)
        }
        return Self.add(key, cell, to: &statisticsInBlocks[block, default: LabelBook()])
    }

    private enum Addition {
        case added, unknown, taken
    }

    /// Adds a wording; an item that the vocabulary doesn't have is `nil`.
    private static func add<Item>(
        _ key: LabelKey,
        _ item: Item?,
        to book: inout LabelBook<Item>
    ) -> Addition {
        guard let item else { return .unknown }
        return book.add(key, item) ? .added : .taken
    }
}
