import Checking
import Extracting
public import FormCatalog
import Reading
public import ReportModel
public import Specimens

/// How well made-up reports of one layout and form are read: counted in cells.
public struct Score: Sendable {
    /// Documents that were laid out.
    public var documents = 0
    /// Documents that were refused.
    public var refused = 0
    /// Cells that were printed in those that were read, blanks included.
    public var printed = 0
    /// Cells that came back as they were printed.
    public var right = 0
    /// Cells marked as ambiguous, text or absent although something stood there.
    public var marked = 0
    /// Cells with another number than printed, or with a blank in place of a number, and a finding said so.
    public var flagged = 0
    /// The same, and nothing said so. The one that must be zero.
    public var silent = 0

    /// Nothing counted yet.
    public init() {}

    /// The share of cells that came back, in millionths; refused documents count nothing.
    public var rightMillionths: Int { printed == 0 ? 0 : right * 1_000_000 / printed }

    /// Adds up two counts.
    public static func + (left: Score, right: Score) -> Score {
        var sum = left
        sum.documents += right.documents
        sum.refused += right.refused
        sum.printed += right.printed
        sum.right += right.right
        sum.marked += right.marked
        sum.flagged += right.flagged
        sum.silent += right.silent
        return sum
    }
}

/// Lays out reports, reads them and counts.
public struct Scoring: Sendable {
    private let catalog: FormCatalog
    private let renderer: ReportRenderer
    private let extraction: ReportExtraction

    /// A scoring that knows the catalogue's forms and wordings.
    public init(catalog: FormCatalog) {
        self.catalog = catalog
        renderer = ReportRenderer(catalog: catalog)
        extraction = ReportExtraction(catalog: catalog)
    }

    /// The score of one made-up report.
    ///
    /// - Parameters:
    ///   - layout: how it is laid out.
    ///   - edition: on which form.
    ///   - seed: what its figures, its encoding and its damage are drawn from.
    ///   - blanks: the share of cells that are left blank or struck through.
    ///   - damage: what happens to its tables.
    public func score(
        _ layout: ReportLayout,
        _ edition: EditionID,
        seed: UInt64,
        blanks: Double = 0,
        damage: Damage? = nil
    ) -> Score {
        var dice = SplitMix64(seed: seed)
        var printed = PrintedReport.consistent(using: &dice, edition: edition)
        if blanks > 0 { printed = printed.withBlanks(share: blanks, using: &dice) }
        var tables = FormTables(printed, catalog)
        if let damage {
            // The wrapped header is drawn as the form has it.
            if damage == .columnsSwapped, layout == .alignedWrapped { return Score() }
            guard
                let done = damage.done(
                    to: tables,
                    of: printed,
                    using: &dice,
                    isRuled: layout.isRuled
                )
            else { return Score() }
            (tables, printed) = done
        }
        let encodings = layout.isText ? TextEncodings.allCases : [.utf8]
        let encoding = encodings[Int(seed % UInt64(encodings.count))]
        return score(renderer.bytes(printed, tables, layout, encoding), layout, printed)
    }

    private func score(
        _ bytes: [UInt8],
        _ layout: ReportLayout,
        _ printed: PrintedReport
    ) -> Score {
        var score = Score()
        score.documents = 1
        guard let document = try? DocumentReading.read(bytes, name: layout.fileName),
            let report = try? extraction.report(in: document, fileName: layout.fileName)
        else {
            score.refused = 1
            return score
        }
        let flagged = Set(
            Rulebook.findings(on: report).filter { $0.verdict == .fail || $0.verdict == .uncertain }
                .flatMap(\.cells)
        )
        let wanted = printed.report.cells
        for (code, cell) in report.cells.inFormOrder {
            score.printed += 1
            switch cell.figure {
            case wanted[code].figure: score.right += 1
            case .ambiguous, .text, .absent: score.marked += 1
            // To say that nothing stands where something does is as wrong as another number.
            case .number, .inferred, .blank, .notApplicable:
                if let value = cell.figure.value, value == wanted.value(code) {
                    score.right += 1
                } else if flagged.contains(code) {
                    score.flagged += 1
                } else {
                    score.silent += 1
                }
            }
        }
        return score
    }
}
