import DocumentModel
import FormCatalog
import ReportModel

/// Who reports on which year, each with the words that say it. There are no defaults.
struct Identity {
    var title: String
    var agency: Evidenced<String>?
    var year: Evidenced<Int>?
    var published: Evidenced<CivilDate>?
    /// The day under the signature.
    var signed: Evidenced<CivilDate>?
    /// The number under which the portal keeps the document.
    var indexNumber: Evidenced<String>?
    /// The body that put the document online.
    var issuer: Evidenced<String>?
    var warnings: [ReadingWarning] = []
    /// Two years that contradict each other.
    var conflict: (Evidenced<Int>, Evidenced<Int>)?
    /// What tells it from documents that only look like a report.
    let other: OtherDocument

    /// Reads identity off a document.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - forms: the blocks that are the form's tables, so no text.
    ///   - fileName: the file's name without folders.
    ///   - folders: the folders above it, from the outermost.
    ///   - words: the words around a report.
    init(
        _ document: SourceDocument,
        forms: Set<Int>,
        fileName: String,
        folders: [String] = [],
        words: PageWords
    ) {
        let lines = PlainLine.all(of: document, except: forms)
        let titles = Titles(document, lines: lines, forms: forms)
        let chosen = titles.chosen
        title = chosen?.printed ?? document.title ?? ""
        other = OtherDocument(
            title: chosen?.printed ?? "",
            isPartOfYear: chosen?.isPartOfYear ?? false,
            lines: lines,
            words: words
        )
        if let (date, other) = Publication.find(in: document, lines: lines) {
            published = date
            if let other {
                warnings.append(
                    ReadingWarning(
                        .publicationDiffers,
                        [date.value.description, other.description],
                        origin: date.origin
                    )
                )
            }
        }
        let block = MetadataBlock(lines: lines, words: words)
        indexNumber = block.indexNumber
        issuer = block.issuer
        let needsOpening = chosen?.year == nil || !AgencyName.isName(chosen?.agency ?? "")
        let opening = needsOpening ? OpeningSentence(lines) : nil
        findYear(titles, opening, lines: lines, fileName: fileName, folders: folders)
        findAgency(chosen, opening, document: document, lines: lines)
    }

    private mutating func findYear(
        _ titles: Titles,
        _ opening: OpeningSentence?,
        lines: [PlainLine],
        fileName: String,
        folders: [String]
    ) {
        var named = titles.years
        if let title = titles.chosen, let year = title.year {
            named.insert(
                Evidenced(year, evidence: .title, quote: title.printed, origin: title.origin),
                at: 0
            )
        }
        named += Period.years(in: lines)
        if named.isEmpty, let said = opening?.year { named.append(said) }
        year = named.first
        conflict = named.first.flatMap { first in
            named.first { $0.value != first.value }.map { (first, $0) }
        }
        if year == nil, let published {
            year = Evidenced(
                published.value.year - 1,
                evidence: .publication,
                quote: published.quote,
                origin: published.origin
            )
            warnings.append(
                ReadingWarning(
                    .yearFromPublication,
                    [published.value.description],
                    origin: published.origin
                )
            )
        }
        if year == nil,
            let (named, _, _) = DateGrammar.year(in: fileName)
                ?? Self.bareYear(in: fileName)
        {
            year = Evidenced(named, evidence: .fileName, quote: fileName, origin: nil)
            warnings.append(ReadingWarning(.yearFromFileName, [fileName]))
        }
        if year == nil {
            for folder in folders.reversed() {
                guard
                    let (named, _, _) = DateGrammar.year(in: folder) ?? Self.bareYear(in: folder)
                else { continue }
                year = Evidenced(named, evidence: .path, quote: folder, origin: nil)
                warnings.append(ReadingWarning(.yearFromFileName, [folder]))
                break
            }
        }
        if let year, let published, published.value.year <= year.value {
            warnings.append(
                ReadingWarning(
                    .publishedEarly,
                    [published.value.description, String(year.value)],
                    origin: published.origin
                )
            )
        }
    }

    private mutating func findAgency(
        _ chosen: ReportTitle?,
        _ opening: OpeningSentence?,
        document: SourceDocument,
        lines: [PlainLine]
    ) {
        let signature = Self.signature(in: lines)
        signed = Self.signatureDay(in: lines, year: year?.value)
        // On a web page it may be whoever put the page online: what the report says itself outweighs it.
        let below = chosen.flatMap { Self.line(below: $0, in: lines) }
        if let chosen, AgencyName.isName(chosen.agency) {
            agency = Evidenced(
                chosen.agency,
                evidence: .title,
                quote: chosen.printed,
                origin: chosen.origin
            )
            warn(of: signature, besides: chosen.agency)
        } else if let chosen, let above = Self.line(above: chosen, in: lines) {
            agency = Evidenced(
                above.text,
                evidence: .title,
                quote: above.printed,
                origin: above.origin
            )
        } else if let signature {
            agency = Evidenced(
                signature.text,
                evidence: .signature,
                quote: signature.printed,
                origin: signature.origin
            )
            warn(of: below, besides: signature.text)
        } else if let said = opening?.agency,
            below.map({ !Self.areAlike($0.text, said.value) }) ?? true
        {
            agency = said
            warnings.append(ReadingWarning(.agencyFromOpening, [said.value], origin: said.origin))
            warn(of: below, besides: said.value)
        } else if let below {
            agency = Evidenced(
                below.text,
                evidence: .title,
                quote: below.printed,
                origin: below.origin
            )
        } else if let publisher = Self.publisher(in: document) ?? issuer {
            agency = publisher
            warnings.append(
                ReadingWarning(.agencyFromMetadata, [publisher.value], origin: publisher.origin)
            )
        }
    }

    /// Tells of a line that names another body.
    private mutating func warn(of line: PlainLine?, besides agency: String) {
        guard let line, !Self.areAlike(line.text, agency) else { return }
        warnings.append(
            ReadingWarning(.agencyDiffers, [agency, line.text], origin: line.origin)
        )
    }

    /// A body's name on a line of its own above a day on a line of its own, below the tables.
    private static func signature(in lines: [PlainLine]) -> PlainLine? {
        let last = lines.indices.dropFirst().last { index in
            DateGrammar.isDay(lines[index].text)
                && AgencyName.looksLikeBody(lines[index - 1].text)
        }
        return last.map { lines[$0 - 1] }
    }

    /// The last day on a line of its own that can stand under the report: 2025年1月19日.
    private static func signatureDay(
        in lines: [PlainLine],
        year: Int?
    ) -> Evidenced<CivilDate>? {
        guard let line = lines.last(where: { DateGrammar.isDay($0.text) }),
            let day = DateGrammar.day(beginning: line.text), day.year > year ?? 0
        else { return nil }
        return Evidenced(day, evidence: .signature, quote: line.printed, origin: line.origin)
    }

    /// The first of the two lines that long titles are printed on; a page may print the second one alone before.
    private static func line(above title: ReportTitle, in lines: [PlainLine]) -> PlainLine? {
        lines.indices.dropFirst().first { index in
            lines[index].printed.isSame(as: title.printed)
                && AgencyName.looksLikeBody(lines[index - 1].text)
        }.map { lines[$0 - 1] }
    }

    /// The body on the line below a title that names none, as covers have it.
    private static func line(below title: ReportTitle, in lines: [PlainLine]) -> PlainLine? {
        guard let index = lines.firstIndex(where: { $0.printed.isSame(as: title.printed) }),
            lines.indices.contains(index + 1)
        else { return nil }
        let below = lines[index + 1]
        let name = below.text.inBrackets ?? below.text
        return AgencyName.looksLikeBody(name)
            ? PlainLine(name, origin: below.origin, block: below.block) : nil
    }

    private static func publisher(in document: SourceDocument) -> Evidenced<String>? {
        for datum in document.metadata
        where ["contentsource", "source", "publisher"].contains(datum.name.lowercased()) {
            let plain = PlainLine(datum.content, origin: datum.origin)
            if AgencyName.looksLikeBody(plain.text) {
                return Evidenced(
                    plain.text,
                    evidence: .metadata,
                    quote: datum.content,
                    origin: datum.origin
                )
            }
        }
        return nil
    }

    /// 洪泽区人民政府 and 淮安市洪泽区人民政府办公室 are no contradiction.
    private static func areAlike(_ first: String, _ second: String) -> Bool {
        first.contains(second) || second.contains(first)
            || first.hasSuffix(second.suffix(4)) || second.contains(first.suffix(4))
    }

    /// The only number in a file's name, if it can be a year; one among several may be of a date.
    private static func bareYear(in name: String) -> (Int, String, String)? {
        let numbers = name.split { !("0"..."9").contains($0) }
        guard numbers.count == 1, numbers[0].count == 4, let year = Int(numbers[0]),
            (2008...2099).contains(year)
        else { return nil }
        return (year, "", "")
    }
}
