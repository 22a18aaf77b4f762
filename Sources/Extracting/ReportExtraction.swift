public import DocumentModel
public import FormCatalog
public import ReportModel

/// The door of the room: a document in, the reports that it holds out.
public struct ReportExtraction: Sendable {
    /// Raised whenever something is extracted differently, so that files are read again.
    public static let version = 20
    /// Fewer rows than this are no form, only words that also stand on it.
    private static let fewestRows = 3

    private let catalog: FormCatalog
    private let beginnings: LabelBeginnings
    private let cutHeaders: CutHeaders
    private let misprintedHeaders: MisprintedHeaders

    /// An extraction that knows the catalogue's forms and wordings.
    public init(catalog: FormCatalog) {
        self.catalog = catalog
        beginnings = LabelBeginnings(catalog)
        let names = HeaderNames(catalog: catalog)
        cutHeaders = CutHeaders(names)
        misprintedHeaders = MisprintedHeaders(names, catalog: catalog)
    }

    /// The reports in a document; most hold one.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - fileName: the file's name without folders.
    ///   - folders: the folders above it, the last resort for the year.
    /// - Returns: each report, with whatever is doubtful about it.
    /// - Throws: ``Rejection`` when one of them is no report, or nobody says whose it is and of which year.
    public func reports(
        in document: SourceDocument,
        fileName: String,
        folders: [String] = []
    ) throws(Rejection) -> [Report] {
        var reports: [Report] = []
        for part in SeparateReports(catalog: catalog).parts(of: document) {
            reports.append(try report(in: part, fileName: fileName, folders: folders))
        }
        return reports
    }

    /// The one report in a document.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - fileName: the file's name without folders.
    ///   - folders: the folders above it, the last resort for the year.
    /// - Returns: the report, with whatever is doubtful about it.
    /// - Throws: ``Rejection`` when there is no form, or nobody says whose it is and of which year.
    public func report(
        in document: SourceDocument,
        fileName: String,
        folders: [String] = []
    ) throws(Rejection) -> Report {
        var document = cutHeaders.completed(document)
        var tables = FormTables(document, catalog: catalog, beginnings: beginnings)
        let identity = Identity(
            document,
            forms: tables.blocks,
            fileName: fileName,
            folders: folders,
            words: catalog.pageWords
        )
        // Whatever has no Chinese in it, a log or a program, isn't looked through for the form's words.
        guard document.hasIdeographs else {
            throw named(identity.other.refusalWithoutForm(), identity)
        }
        tables.read()
        if !tables.collector.isWhole, let corrected = misprintedHeaders.corrected(document) {
            var again = FormTables(corrected, catalog: catalog, beginnings: beginnings)
            again.read()
            // What could be read before stays as it is.
            let agrees = FormSection.allCases.allSatisfy {
                again.collector.agrees(with: tables.collector, on: $0)
            }
            if agrees, again.collector.settled > tables.collector.settled {
                (document, tables) = (corrected, again)
            }
        }
        let collector = tables.collector
        let rows =
            RequestRow.allCases.count { collector.has(.request($0, .total)) }
            + StatisticCell.allCases.count { collector.has(.statistic($0)) }
        let prose = Prose(document, forms: tables.blocks, cells: collector.cells)
        let said = ClaimReader(words: catalog.claimWords)
            .claims(in: prose, reporting: identity.year?.value)
        let statements = ScopeReader(words: catalog.scopeWords)
            .statements(in: prose, claiming: said)
        let claims =
            LocalTables(words: catalog.claimWords)
            .claims(in: tables.all, reporting: identity.year?.value)
            + ScopeReader.marked(said, by: statements, in: prose)
        if let refusal = identity.other.refusal(agency: identity.agency?.value) {
            throw named(refusal, identity)
        }
        let hasForm = rows >= Self.fewestRows
        guard hasForm || isEarly(identity, claims) else {
            throw named(identity.other.refusalWithoutForm(), identity)
        }
        let isBlank =
            hasForm
            && collector.cells.inFormOrder.allSatisfy {
                $0.cell.figure == .blank || $0.cell.figure == .absent
            }
        if let (first, second) = identity.conflict {
            throw named(
                Rejection(
                    .yearConflict,
                    [String(first.value), first.quote, String(second.value), second.quote],
                    origin: second.origin
                ),
                identity
            )
        }
        guard let year = identity.year, let agency = identity.agency else {
            if isBlank { throw named(Rejection(.blankForm), identity) }
            throw named(
                Rejection(identity.year == nil ? .yearUnknown : .agencyUnknown),
                identity
            )
        }
        var report = Report(
            title: identity.title,
            agency: agency,
            year: year,
            published: identity.published,
            cells: hasForm ? collector.cells : CellTable(edition: .e2008),
            claims: claims,
            warnings: document.warnings + identity.warnings + (hasForm ? collector.warnings : [])
        )
        report.signed = identity.signed
        report.indexNumber = identity.indexNumber
        report.issuer = identity.issuer
        report.scope = ScopeReader.scope(of: statements, claims: claims, cells: report.cells)
        if !report.isOfGovernment {
            // Only governments report for others: 我局 says no more than the title, and a number of the whole region's is
            // beside what the tables count.
            for index in report.claims.indices where report.claims[index].scope != .wholeRegion {
                report.claims[index].scope = nil
            }
        }
        report.sketch = SketchReader.sketch(of: prose)
        return report
    }

    /// Whether it is a report of the years before forms, in prose: it says on which year it is, and how many
    /// requests there were.
    private func isEarly(_ identity: Identity, _ claims: [Claim]) -> Bool {
        guard let year = identity.year, Self.yearsWithoutForm.contains(year.value),
            [.title, .period].contains(year.evidence)
        else { return false }
        return claims.contains { claim in
            claim.subject.isOnTheForm
                && [.received, .answered, .granted, .refused, .total].contains(claim.kind)
        }
    }

    /// Until 2018 many bodies left out the sheet of statistics.
    private static let yearsWithoutForm = 2008...2018

    private func named(_ rejection: Rejection, _ identity: Identity) -> Rejection {
        var rejection = rejection
        rejection.agency = identity.agency?.value
        rejection.year = identity.conflict == nil ? identity.year?.value : nil
        return rejection
    }
}
